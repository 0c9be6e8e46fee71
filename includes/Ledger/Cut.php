<?php
declare( strict_types=1 );

namespace Amicable\Ledger;

/** Where high value begins: with the best tenth of those who paid lately, and never below three times what the middle one of them paid. */
final class Cut {

	/** Of fewer there is no best tenth. */
	public const FEWEST = 10;

	private const TIMES_MEDIAN = 3;

	/**
	 * @param int $customers With something paid in the window.
	 * @param int $tenth     What the last of the best tenth paid.
	 * @param int $median    What the one in the middle paid, the lower one of two.
	 */
	public static function of( int $customers, int $tenth, int $median ): ?int {
		return $customers < self::FEWEST ? null : max( $tenth, self::TIMES_MEDIAN * $median );
	}

	/** How many stand before the last of the best tenth. */
	public static function before_tenth( int $customers ): int {
		return max( 0, intdiv( $customers, 10 ) - 1 );
	}

	/** How many stand before the one in the middle, the highest first. */
	public static function before_median( int $customers ): int {
		return intdiv( $customers, 2 );
	}

	/** @param list<int> $paid What everybody paid in the window. */
	public static function among( array $paid ): ?int {
		$paid = array_values( array_filter( $paid, static fn ( int $minor ): bool => $minor > 0 ) );
		rsort( $paid );
		$count = count( $paid );

		return $count < self::FEWEST ? null : self::of( $count, $paid[ self::before_tenth( $count ) ] ?? 0, $paid[ self::before_median( $count ) ] ?? 0 );
	}
}
