<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Cases\Report;

use Amicable\Cases\Report\ConcessionMonth;
use PHPUnit\Framework\TestCase;

final class ConcessionMonthTest extends TestCase {

	public function test_a_month_adds_up_everything_and_says_apart_what_followed_a_threat(): void {
		[ $month ] = ConcessionMonth::all( [ '2026-11' ], [
			$this->sum( 'none', 3, 2, 500 ),
			$this->sum( 'confirmed', 2, 1, 1_900 ),
			$this->sum( 'unjudged', 1, 1, 700 ),
		] );

		self::assertSame( [ 6, 4, 2, 1 ], [ $month->given, $month->used, $month->after_threat, $month->unjudged ] );
		self::assertSame( [ [ 'minor' => 3_100, 'currency' => 'USD' ] ], $month->cost->to_array() );
		self::assertSame( [ [ 'minor' => 1_900, 'currency' => 'USD' ] ], $month->cost_after_threat->to_array() );
	}

	public function test_currencies_stand_beside_each_other_and_are_never_added(): void {
		[ $month ] = ConcessionMonth::all( [ '2026-11' ], [ $this->sum( 'none', 1, 1, 500 ), $this->sum( 'none', 1, 1, 30_000, 'KRW' ) ] );

		self::assertSame( [ [ 'minor' => 500, 'currency' => 'USD' ], [ 'minor' => 30_000, 'currency' => 'KRW' ] ], $month->cost->to_array() );
	}

	public function test_what_nobody_used_costs_nothing(): void {
		[ $month ] = ConcessionMonth::all( [ '2026-11' ], [ $this->sum( 'none', 2, 0, 0, 'KRW' ) ] );

		self::assertSame( 2, $month->given );
		self::assertSame( [], $month->cost->all() );
	}

	public function test_a_month_without_anything_is_a_month_too(): void {
		$months = ConcessionMonth::all( [ '2026-12', '2026-11' ], [ $this->sum( 'none', 1, 1, 500 ) ] );

		self::assertSame( [ [ '2026-12', 0 ], [ '2026-11', 1 ] ], array_map( static fn ( ConcessionMonth $month ): array => [ $month->month, $month->given ], $months ) );
	}

	/** @return array{month: string, currency: string, threat: string, given: int, used: int, cost: int} */
	private function sum( string $threat, int $given, int $used, int $cost, string $currency = 'USD' ): array {
		return [
			'month'    => '2026-11',
			'currency' => $currency,
			'threat'   => $threat,
			'given'    => $given,
			'used'     => $used,
			'cost'     => $cost,
		];
	}
}
