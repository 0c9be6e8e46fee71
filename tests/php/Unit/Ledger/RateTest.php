<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Ledger;

use Amicable\Ledger\Rate;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class RateTest extends TestCase {

	/** @return iterable<string, array{string, string, string, int, int}> */
	public static function conversions(): iterable {
		yield 'two decimals to two' => [ '1.0857', 'EUR', 'USD', 10_001, 10_858 ];
		yield 'none to two' => [ '0.000714', 'KRW', 'USD', 90_000, 6426 ];
		yield 'two to none' => [ '1400', 'USD', 'KRW', 4900, 68_600 ];
		yield 'three to none' => [ '80000', 'KWD', 'VND', 1, 80 ];
		yield 'none to three' => [ '0.0000125', 'VND', 'KWD', 80_000, 1000 ];
		yield 'a half is rounded up' => [ '0.5', 'USD', 'EUR', 1, 1 ];
		yield 'less than a half is not' => [ '0.49', 'USD', 'EUR', 1, 0 ];
		yield 'away from zero below it' => [ '0.5', 'USD', 'EUR', -1, -1 ];
		yield 'a large amount' => [ '1.000001', 'EUR', 'USD', 9_000_000_000_000, 9_000_009_000_000 ];
	}

	#[DataProvider( 'conversions' )]
	public function test_it_converts_whole_minor_units( string $decimal, string $from, string $to, int $here, int $there ): void {
		self::assertSame( $there, Rate::try_from( $decimal, $from, $to )?->convert( $here ) );
	}

	public function test_one_changes_nothing(): void {
		foreach ( [ 0, 1, -1, 999_999, 1_000_000, 123_456_789_012 ] as $minor ) {
			self::assertSame( $minor, Rate::one()->convert( $minor ) );
		}
	}

	public function test_nine_digits_are_kept_and_the_ninth_is_rounded(): void {
		self::assertEquals( Rate::try_from( '1.08574322', 'EUR', 'USD' ), Rate::try_from( '1.0857432156', 'EUR', 'USD' ) );
	}

	public function test_what_is_no_rate_is_none(): void {
		foreach ( [ '', '0', '0.000', '-1', '1e5', 'abc', '1,5', '99999999999999' ] as $text ) {
			self::assertNull( Rate::try_from( $text, 'USD', 'EUR' ), $text );
		}
	}
}
