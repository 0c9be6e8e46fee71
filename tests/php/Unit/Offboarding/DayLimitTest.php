<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Offboarding;

use Amicable\Offboarding\DayLimit;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class DayLimitTest extends TestCase {

	/** @return iterable<string, array{DayLimit, int, int, int|null, string|null}> */
	public static function days(): iterable {
		$partings = new DayLimit( 5, 50_000 );
		$refunds  = new DayLimit( 2 );

		yield 'the first of the day, however large'            => [ $partings, 0, 0, 9_000_000, null ];
		yield 'the first of the day in a currency of its own'  => [ $partings, 0, 0, null, null ];
		yield 'a second one within the sum'                    => [ $partings, 1, 20_000, 30_000, null ];
		yield 'a second one that is one cent over'             => [ $partings, 1, 20_000, 30_001, DayLimit::SUM ];
		yield 'after a first one that used up all'             => [ $partings, 1, 9_000_000, 0, DayLimit::SUM ];
		yield 'a second one that nobody can count'             => [ $partings, 1, 0, null, DayLimit::UNKNOWN ];
		yield 'the fifth'                                      => [ $partings, 4, 0, 1, null ];
		yield 'the sixth'                                      => [ $partings, 5, 0, 1, DayLimit::COUNT ];
		yield 'the count comes before the sum'                 => [ $partings, 5, 50_000, null, DayLimit::COUNT ];
		yield 'refunds have a count alone'                     => [ $refunds, 1, 9_000_000, null, null ];
		yield 'and it holds'                                   => [ $refunds, 2, 0, 0, DayLimit::COUNT ];
		yield 'even where one is the most'                     => [ new DayLimit( 1 ), 1, 0, 0, DayLimit::COUNT ];
	}

	#[DataProvider( 'days' )]
	public function test_the_first_goes_through_and_the_rest_is_counted( DayLimit $limit, int $used, int $used_sum, ?int $sum, ?string $why ): void {
		self::assertSame( $why, $limit->refuses( $used, $used_sum, $sum ) );
	}

	public function test_the_larger_of_a_sum_and_a_share_counts(): void {
		self::assertSame( 50_000, DayLimit::larger( 50_000, 499_999, 10 ) );
		self::assertSame( 60_000, DayLimit::larger( 50_000, 600_009, 10 ) );
		self::assertSame( 50_000, DayLimit::larger( 50_000, -700_000, 10 ), 'More went back than came in.' );
		self::assertSame( 0, DayLimit::larger( 0, 700_000, 0 ) );
	}
}
