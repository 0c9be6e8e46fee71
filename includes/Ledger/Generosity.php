<?php
declare( strict_types=1 );

namespace Amicable\Ledger;

/**
 * What may be given to a customer, beyond everything so far, so that the relation still ends in profit.
 *
 * Margin is paid less gateway fees less support cost, and support cost holds the goodwill that was used already. So whoever gives less than the margin still profits.
 * One minor unit is left over, and the rest is cut, never rounded up, to two digits: an estimate has no cents.
 */
final class Generosity {

	private const DIGITS = 2;

	/**
	 * @param int|null $margin Minor units of the base currency; null where it is not known.
	 * @return int|null Null where nothing is known, or nothing is left to give.
	 */
	public static function limit( ?int $margin ): ?int {
		if ( $margin === null || $margin < 2 ) {
			return null;
		}
		$most = $margin - 1;
		$step = 10 ** max( 0, strlen( (string) $most ) - self::DIGITS );

		return $most - $most % $step;
	}
}
