<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Ledger;

use Amicable\Ledger\Cut;
use Amicable\Ledger\Generosity;
use Amicable\Ledger\Tier;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What may be given, and to whom we should be generous. */
final class GenerosityTest extends TestCase {

	/** @return iterable<string, array{int|null, int|null}> */
	public static function limits(): iterable {
		yield 'the margin is not known' => [ null, null ];
		yield 'nothing is left' => [ 0, null ];
		yield 'a loss' => [ -4200, null ];
		yield 'one cent, which has to stay' => [ 1, null ];
		yield 'two cents' => [ 2, 1 ];
		yield 'a whole margin leaves no profit' => [ 110_000, 100_000 ];
		yield 'cut to two digits' => [ 114_312, 110_000 ];
		yield 'never rounded up' => [ 119_999, 110_000 ];
		yield 'small and exact' => [ 56, 55 ];
		yield 'a currency without decimals' => [ 90_412, 90_000 ];
	}

	#[DataProvider( 'limits' )]
	public function test_it_is_what_leaves_a_profit_in_round_figures( ?int $margin, ?int $limit ): void {
		self::assertSame( $limit, Generosity::limit( $margin ) );
	}

	public function test_whoever_gives_the_limit_still_profits_and_a_larger_margin_never_allows_less(): void {
		mt_srand( 4 );
		$margins = [ 2, 3, 9, 10, 11, 12, 99, 100, 101, 102, 10 ** 17 ];
		for ( $i = 0; $i < 5000; $i++ ) {
			$margins[] = mt_rand( 2, 10 ** mt_rand( 1, 15 ) );
		}
		sort( $margins );
		$before = 0;
		foreach ( $margins as $margin ) {
			$limit = (int) Generosity::limit( $margin );
			self::assertGreaterThan( 0, $limit, "Margin $margin" );
			self::assertGreaterThan( 0, $margin - $limit, "Margin $margin" );
			self::assertGreaterThanOrEqual( 9 * ( $margin - 1 ), 10 * $limit, "Margin $margin: less than a tenth is cut." );
			self::assertGreaterThanOrEqual( $before, $limit );
			$before = $limit;
		}
	}

	public function test_what_was_given_is_not_given_again(): void {
		mt_srand( 5 );
		for ( $i = 0; $i < 2000; $i++ ) {
			$margin = mt_rand( 2, 10_000_000 );
			$left   = $margin;
			for ( $given = Generosity::limit( $left ); $given !== null; $given = Generosity::limit( $left ) ) {
				$left -= $given;
			}
			self::assertSame( 1, $left, "Margin $margin: however often the limit is given, there is a profit." );
		}
	}

	public function test_high_value_begins_with_the_best_tenth_and_three_times_the_middle(): void {
		self::assertNull( Cut::among( array_fill( 0, 9, 5000 ) ), 'Of nine there is no tenth.' );
		self::assertSame( 14_700, Cut::among( array_fill( 0, 100, 4900 ) ), 'Where all paid the same nobody stands out.' );
		self::assertSame( 50_000, Cut::among( [ ...array_fill( 0, 9, 4900 ), 50_000 ] ) );
		self::assertSame( 14_700, Cut::among( [ ...array_fill( 0, 9, 4900 ), 9000 ] ), 'The best of ten, but not much above the others.' );
		self::assertSame( 50_000, Cut::among( [ ...array_fill( 0, 9, 4900 ), 50_000, ...array_fill( 0, 500, 0 ), -300 ] ), 'Who paid nothing is not compared.' );
	}

	public function test_the_owner_says_how_many_are_the_best_and_how_far_above_the_others(): void {
		$paid = range( 100, 10_000, 100 );
		self::assertSame( [ 15_000, 9_100, 9_600, 8_100, 5_000 ], [ Cut::among( $paid ), Cut::among( $paid, 10, 1 ), Cut::among( $paid, 5, 1 ), Cut::among( $paid, 20, 1 ), Cut::among( $paid, 60, 1 ) ], 'The middle one paid 5,000.' );
		self::assertSame( 9_100, Cut::among( $paid, 10, 0 ) );
	}

	public function test_it_ends_where_the_owner_says(): void {
		$has = static fn ( int $value, int $kept ): bool => Tier::of( $value, 10_000, true, null, 0, $kept ) === Tier::HighValue;
		self::assertSame( [ true, false, true, false ], [ $has( 5_000, 50 ), $has( 4_999, 50 ), $has( 10_000, 100 ), $has( 9_999, 100 ) ] );
	}

	/** @return iterable<string, array{int|null, int|null, bool, int|null, Tier|null}> Paid lately, cut, had it, days since the first order. */
	public static function tiers(): iterable {
		yield 'at the cut' => [ 10_000, 10_000, false, 400, Tier::HighValue ];
		yield 'just below' => [ 9_999, 10_000, false, 400, null ];
		yield 'just below, for who had it' => [ 9_999, 10_000, true, 400, Tier::HighValue ];
		yield 'four fifths, for who had it' => [ 8_000, 10_000, true, 400, Tier::HighValue ];
		yield 'less than four fifths' => [ 7_999, 10_000, true, 400, null ];
		yield 'not known what they paid' => [ null, 10_000, true, 400, null ];
		yield 'nobody to compare with' => [ 90_000, null, true, 400, null ];
		yield 'new' => [ 4900, 10_000, false, 29, Tier::NewCustomer ];
		yield 'no longer new' => [ 4900, 10_000, false, 30, null ];
		yield 'new and generous' => [ 20_000, 10_000, false, 2, Tier::HighValue ];
		yield 'never bought' => [ null, 10_000, false, null, null ];
	}

	#[DataProvider( 'tiers' )]
	public function test_the_tier_of_a_customer( ?int $paid, ?int $cut, bool $was_high, ?int $days, ?Tier $tier ): void {
		self::assertSame( $tier, Tier::of( $paid, $cut, $was_high, $days === null ? null : 1_000_000_000 - $days * 86400, 1_000_000_000 ) );
	}
}
