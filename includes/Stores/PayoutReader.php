<?php
declare( strict_types=1 );

namespace Amicable\Stores;

use Throwable;

/** A shop that can ask its providers whether what they paid back has stayed paid: their own message about it may have got lost. */
interface PayoutReader {

	/**
	 * Takes a payout of this order that failed since out of the books, as the provider's own message would have.
	 *
	 * @return bool Whether one had failed.
	 * @throws Throwable When the provider could not be asked, or the books not be written.
	 */
	public function read_payouts( int $order_id ): bool;
}
