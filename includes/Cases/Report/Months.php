<?php
declare( strict_types=1 );

namespace Amicable\Cases\Report;

use DateTimeImmutable;

/** Months of the shop's own calendar: one that begins at midnight in Seoul begins in the afternoon before in UTC. */
final class Months {

	/** @param non-empty-array<string, DateTimeImmutable> $begins By name, '2026-11', the newest first. */
	private function __construct(
		public readonly array $begins,
		public readonly DateTimeImmutable $end,
	) {
	}

	/**
	 * The month of a moment and those before it.
	 *
	 * @param DateTimeImmutable $now   In the shop's time zone.
	 * @param positive-int      $count
	 */
	public static function until( DateTimeImmutable $now, int $count ): self {
		$first  = $now->modify( 'first day of this month' )->setTime( 0, 0 );
		$begins = [ $first->format( 'Y-m' ) => $first ];
		for ( $back = 1; $back < $count; $back++ ) {
			$month                            = $first->modify( "-$back months" );
			$begins[ $month->format( 'Y-m' ) ] = $month;
		}

		return new self( $begins, $first->modify( '+1 month' ) );
	}

	/** @return list<string> */
	public function names(): array {
		return array_map( strval( ... ), array_keys( $this->begins ) );
	}

	public function begin(): DateTimeImmutable {
		return array_values( $this->begins )[ count( $this->begins ) - 1 ];
	}
}
