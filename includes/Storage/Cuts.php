<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Ledger\Cut;

/** Where high value began on each day. An event and a rebuild read the same one, the latest. */
final class Cuts {

	private const KEPT_MONTHS = 24;

	public function __construct( private readonly Database $database ) {
	}

	/** Compares what customers paid in the window, and keeps the result with its day. */
	public function renew( string $currency, string $as_of ): void {
		$count  = (int) $this->database->value( "SELECT COUNT(*) FROM {$this->accounts()} WHERE paid_recent > 0" );
		$tenth  = $count === 0 ? null : $this->paid_after( Cut::before_tenth( $count ) );
		$median = $count === 0 ? null : $this->paid_after( Cut::before_median( $count ) );
		$cut    = $tenth === null || $median === null ? null : Cut::of( $count, $tenth, $median );
		( new Rows( $this->database ) )->upsert(
			'cuts',
			[
				[
					'day'       => substr( $as_of, 0, 10 ),
					'currency'  => $currency,
					'customers' => $count,
					'tenth'     => $tenth,
					'median'    => $median,
					'cut'       => $cut,
				],
			]
		);
		$this->database->write( "DELETE FROM {$this->database->table( 'cuts' )} WHERE day < DATE_SUB('$as_of', INTERVAL " . self::KEPT_MONTHS . ' MONTH)' );
	}

	/** What the one paid before whom so many paid more. */
	private function paid_after( int $others ): ?int {
		$paid = $this->database->value( "SELECT paid_recent FROM {$this->accounts()} WHERE paid_recent > 0 ORDER BY paid_recent DESC LIMIT 1 OFFSET $others" );

		return $paid === null ? null : (int) $paid;
	}

	private function accounts(): string {
		return $this->database->table( 'accounts' );
	}
}
