<?php
declare( strict_types=1 );

namespace Amicable\Stores;

/** A store that keeps more about an order than its money: who bought from where, what was fetched, what was sent. */
interface DossierKeeper {

	public function dossier( int $order_id ): Dossier;
}
