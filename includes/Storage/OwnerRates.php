<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Clock;
use Amicable\Ledger\Rate;
use Amicable\Storage\Sums\Rates;

/** Exchange rates that the owner typed, each with its day. */
final class OwnerRates {

	public function __construct(
		private readonly Database $database,
		private readonly Clock $clock,
	) {
	}

	/** Of today. Said again, it takes the place of what was said before, under a new id: accounts are counted anew when the last id is another one. */
	public function say( string $currency, string $to, Rate $rate ): void {
		$day = substr( Database::time( $this->clock->now() ), 0, 10 );
		$this->database->atomically(
			function () use ( $currency, $to, $rate, $day ): void {
				$this->database->write( "DELETE FROM {$this->database->table( 'rates' )} WHERE currency = %s AND rate_to = %s AND day = %s", [ $currency, $to, $day ] );
				$this->database->insert(
					'rates',
					[
						'currency'     => $currency,
						'rate_to'      => $to,
						'day'          => $day,
						'rate_units'   => $rate->units,
						'rate_divisor' => $rate->divisor,
						'source'       => Rates::OWNER,
					]
				);
			}
		);
	}
}
