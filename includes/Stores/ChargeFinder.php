<?php
declare( strict_types=1 );

namespace Amicable\Stores;

/** A store that knows an order by the provider's number of its payment. */
interface ChargeFinder {

	/** @param non-empty-string $charge */
	public function order_of_charge( string $charge ): ?int;
}
