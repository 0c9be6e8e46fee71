<?php
declare( strict_types=1 );

namespace Amicable\Ledger;

/** Where high value begins among others: with the best so many percent of those who paid lately, a tenth of them unless the owner said otherwise, and never below so many times what the middle one of them paid. */
final class Cut {

	/** Of fewer there is no best tenth. */
	public const FEWEST = 10;

	private const PERCENT = 10;

	private const TIMES_MEDIAN = 3;

	/**
	 * @param int $customers With something paid in the window.
	 * @param int $best      What the last of the best paid.
	 * @param int $median    What the one in the middle paid, the lower one of two.
	 */
	public static function of( int $customers, int $best, int $median, int $times_median = self::TIMES_MEDIAN ): ?int {
		return $customers < self::FEWEST ? null : max( $best, $times_median * $median );
	}

	/** How many stand before the last of the best. */
	public static function before_last( int $customers, int $percent = self::PERCENT ): int {
		return max( 0, intdiv( $customers * $percent, 100 ) - 1 );
	}

	/** How many stand before the one in the middle, the highest first. */
	public static function before_median( int $customers ): int {
		return intdiv( $customers, 2 );
	}

	/** @param list<int> $paid What everybody paid in the window. */
	public static function among( array $paid, int $percent = self::PERCENT, int $times_median = self::TIMES_MEDIAN ): ?int {
		$paid = array_values( array_filter( $paid, static fn ( int $minor ): bool => $minor > 0 ) );
		rsort( $paid );
		$count = count( $paid );

		return $count < self::FEWEST ? null : self::of( $count, $paid[ self::before_last( $count, $percent ) ] ?? 0, $paid[ self::before_median( $count ) ] ?? 0, $times_median );
	}
}
