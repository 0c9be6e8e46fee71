<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\TicketFile;

/** A file in numbered pieces of an even length. */
interface Pieces {

	/** The bytes of one piece, counted from 0; null behind the end. */
	public function piece( int $number ): ?string;
}
