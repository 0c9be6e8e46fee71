<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Ledger\Cut;
use Amicable\Settings\HighValueRule;

/** Where high value began on each day. An event and a rebuild read the same one, the latest. */
final class Cuts {

	private const KEPT_MONTHS = 24;

	public function __construct( private readonly Database $database ) {
	}

	/** Compares what customers paid in the window, and keeps the result with its day. */
	public function renew( HighValueRule $rule, string $currency, string $as_of ): void {
		$compared = $this->compare( $rule );
		( new Rows( $this->database ) )->upsert(
			'cuts',
			[
				[
					'day'       => substr( $as_of, 0, 10 ),
					'currency'  => $currency,
				] + $compared,
			]
		);
		$this->database->write( "DELETE FROM {$this->database->table( 'cuts' )} WHERE day < DATE_SUB('$as_of', INTERVAL " . self::KEPT_MONTHS . ' MONTH)' );
	}

	/** Where high value would begin by such a rule, today; null: there are too few customers to compare. */
	public function now( HighValueRule $rule ): ?int {
		return $this->compare( $rule )['cut'];
	}

	/** @return array{customers: int, tenth: int|null, median: int|null, cut: int|null} `tenth` is what the last of the best paid, however many percent those are. */
	private function compare( HighValueRule $rule ): array {
		$count  = (int) $this->database->value( "SELECT COUNT(*) FROM {$this->accounts()} WHERE paid_recent > 0" );
		$best   = $count === 0 ? null : $this->paid_after( Cut::before_last( $count, $rule->percent ) );
		$median = $count === 0 ? null : $this->paid_after( Cut::before_median( $count ) );

		return [
			'customers' => $count,
			'tenth'     => $best,
			'median'    => $median,
			'cut'       => $best === null || $median === null ? null : Cut::of( $count, $best, $median, $rule->times_median ),
		];
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
