<?php
declare( strict_types=1 );

namespace Amicable\Offboarding;

/**
 * How much may begin in a day. The first run of the day is always let through, whatever its size: a limit stops the second mistake, not the first
 * act.
 */
final class DayLimit {

	public const COUNT   = 'count';
	public const SUM     = 'sum';
	public const UNKNOWN = 'unknown';

	/**
	 * @param int      $most     Runs a day.
	 * @param int|null $most_sum Minor units a day in the base currency; null: not counted.
	 */
	public function __construct(
		public readonly int $most,
		public readonly ?int $most_sum = null,
	) {
	}

	/**
	 * @param int      $used     Runs of the day so far.
	 * @param int      $used_sum What they pay back.
	 * @param int|null $sum      What this one pays back; null: in a currency that no known rate leads from.
	 * @return self::*|null Why not; null: it may.
	 */
	public function refuses( int $used, int $used_sum, ?int $sum ): ?string {
		if ( $used === 0 ) {
			return null;
		}
		if ( $used >= $this->most ) {
			return self::COUNT;
		}
		if ( $this->most_sum === null ) {
			return null;
		}

		return match ( true ) {
			$sum === null                        => self::UNKNOWN,
			$used_sum + $sum > $this->most_sum => self::SUM,
			default                              => null,
		};
	}

	/** The larger of a sum that is always allowed and a share of what came in. */
	public static function larger( int $sum, int $revenue, int $percent ): int {
		return max( $sum, intdiv( max( 0, $revenue ) * $percent, 100 ) );
	}
}
