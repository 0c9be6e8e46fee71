<?php
declare( strict_types=1 );

namespace Amicable\Settings;

use Amicable\Values\Currency;
use Amicable\Values\Money;

/** How much may begin in a day, how long it waits first, and who has to agree. A part of the settings. */
final class Limits {

	/** Units of the base currency that partings may always pay back in a day. */
	private const UNITS = 500;

	/** @return array{refunds_a_day: int, refund_delay_minutes: int, part_ways_a_day: int, part_ways_delay_minutes: int, part_ways_sum: Money, part_ways_percent: int, four_eyes: bool} */
	public static function defaults( string $base_currency ): array {
		return [
			'refunds_a_day'           => 50,
			'refund_delay_minutes'    => 0,
			'part_ways_a_day'         => 5,
			'part_ways_delay_minutes' => 60,
			'part_ways_sum'           => new Money( self::UNITS * 10 ** Currency::decimals( $base_currency ), $base_currency ),
			'part_ways_percent'       => 10,
			'four_eyes'               => true,
		];
	}

	/** @return array{refunds_a_day: int, refund_delay_minutes: int, part_ways_a_day: int, part_ways_delay_minutes: int, part_ways_sum: Money, part_ways_percent: int, four_eyes: bool} */
	public static function read( Kept $kept, string $base_currency ): array {
		$default = self::defaults( $base_currency );

		return [
			// The first of a day is always let through, so nothing less than one could be meant.
			'refunds_a_day'           => max( 1, $kept->integer( 'refunds_a_day', $default['refunds_a_day'] ) ),
			'refund_delay_minutes'    => $kept->integer( 'refund_delay_minutes', $default['refund_delay_minutes'] ),
			'part_ways_a_day'         => max( 1, $kept->integer( 'part_ways_a_day', $default['part_ways_a_day'] ) ),
			'part_ways_delay_minutes' => $kept->integer( 'part_ways_delay_minutes', $default['part_ways_delay_minutes'] ),
			'part_ways_sum'           => $kept->money( 'part_ways_sum', $base_currency, $default['part_ways_sum'] ) ?? $default['part_ways_sum'],
			'part_ways_percent'       => min( 100, $kept->integer( 'part_ways_percent', $default['part_ways_percent'] ) ),
			'four_eyes'               => $kept->flag( 'four_eyes', $default['four_eyes'] ),
		];
	}
}
