<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Patterns;

use Amicable\Patterns\CustomerView;
use Amicable\Patterns\Finding;
use Amicable\Patterns\Level;
use Amicable\Patterns\Rules\CostOverPaid;
use Amicable\Patterns\Silence;
use Amicable\Patterns\TicketView;
use Amicable\Settings\Settings;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass( CostOverPaid::class )]
final class CostOverPaidTest extends TestCase {

	/** @return iterable<string, array{int, int, int, Level|null}> */
	public static function boundaries(): iterable {
		yield 'exactly what they paid' => [ 7900, 7900, 7900, null ];
		yield 'one cent more than they paid' => [ 7901, 7900, 7900, Level::Watch ];
		yield 'exactly twice' => [ 15800, 7900, 7900, Level::Watch ];
		yield 'one cent more than twice' => [ 15801, 7900, 7900, Level::Flag ];
		yield 'over what is left, not over what was charged' => [ 5000, 1000, 5000, null ];
		yield 'twice what is left, once what was charged' => [ 5001, 1000, 5000, Level::Watch ];
		yield 'tax refunded in full may leave more paid than gross' => [ 5000, 6000, 4000, null ];
		yield 'sums near the end of the integers' => [ 4_000_000_000_000_001, 2_000_000_000_000_000, 2_000_000_000_000_000, Level::Flag ];
	}

	#[DataProvider( 'boundaries' )]
	public function test_each_boundary_falls_on_the_right_side( int $cost, int $paid, int $gross, ?Level $level ): void {
		self::assertSame( $level, self::level( Customers::who( Customers::work( 3 ), paid: $paid, gross: $gross, cost: $cost, seconds: 3600 ) ) );
	}

	public function test_a_refund_alone_never_makes_it_true(): void {
		$before = Customers::who( Customers::work( 5 ), paid: 10000, gross: 10000, cost: 9000, seconds: 9000 );
		$after  = Customers::who( Customers::work( 5 ), paid: 1, gross: 10000, cost: 9000, seconds: 9000 );

		self::assertNull( self::level( $before ) );
		self::assertNull( self::level( $after ) );
	}

	/** @return iterable<string, array{int, int}> */
	public static function too_little(): iterable {
		yield 'two tickets' => [ 2, 7200 ];
		yield 'fifty-nine minutes and fifty-nine seconds' => [ 3, 3599 ];
	}

	#[DataProvider( 'too_little' )]
	public function test_a_few_short_tickets_say_nothing( int $tickets, int $seconds ): void {
		$silence = self::judge( Customers::who( Customers::work( $tickets ), paid: 100, cost: 9000, seconds: $seconds ) );

		self::assertInstanceOf( Silence::class, $silence );
		self::assertSame( 'too_little_support', $silence->reason );
	}

	/** @return iterable<string, array{CustomerView, string}> */
	public static function incomparable(): iterable {
		$work = Customers::work( 5 );
		yield 'orders without a rate' => [ Customers::who( $work, paid: null, cost: 9000, seconds: 9000, unknown: 'not_converted' ), 'not_converted' ];
		yield 'orders may be missing' => [ Customers::who( $work, paid: 100, cost: 9000, seconds: 9000, unknown: 'orders_missing' ), 'orders_missing' ];
		yield 'nobody knows what an hour costs' => [ Customers::who( $work, paid: 100, cost: null, seconds: 9000 ), 'figures_unknown' ];
		yield 'everything was given back' => [ Customers::who( $work, paid: 0, gross: 100, cost: 9000, seconds: 9000 ), 'nothing_paid' ];
	}

	#[DataProvider( 'incomparable' )]
	public function test_where_the_sides_cannot_be_compared_it_is_silent_and_says_why( CustomerView $customer, string $reason ): void {
		$silence = self::judge( $customer );

		self::assertInstanceOf( Silence::class, $silence );
		self::assertSame( $reason, $silence->reason );
	}

	public function test_our_fault_and_what_came_before_the_purchase_make_no_ticket(): void {
		$two = Customers::work( 2 );
		$at  = Customers::NOW - 100;

		self::assertNull( self::level( Customers::who( [ ...$two, new TicketView( 9, 0, $at, true, is_ours: true ) ], paid: 100, cost: 9000, seconds: 9000 ) ) );
		self::assertNull( self::level( Customers::who( [ ...$two, new TicketView( 9, 0, $at, true, before_purchase: true ) ], paid: 100, cost: 9000, seconds: 9000 ) ) );
		self::assertSame( Level::Flag, self::level( Customers::who( [ ...$two, new TicketView( 9, 0, $at, true ) ], paid: 100, cost: 9000, seconds: 9000 ) ) );
	}

	public function test_it_shows_the_measured_values_and_began_with_the_ticket_that_tipped_it(): void {
		$finding = self::judge( Customers::who( Customers::work( 6, 1500, 2500 ), paid: 7900, cost: 15000, seconds: 9000 ) );

		self::assertInstanceOf( Finding::class, $finding );
		self::assertSame( [ 'ratio_millionths' => 1_898_734, 'tickets' => 6, 'minutes' => 150 ], $finding->measured );
		self::assertSame( Customers::NOW - 3 * Customers::DAY, $finding->since, 'Four times 2500 is more than 7900.' );
		self::assertCount( 6, $finding->evidence );
	}

	public function test_dismissed_tickets_take_their_time_and_cost_along(): void {
		$customer = Customers::who( Customers::work( 6, 1500, 2500 ), paid: 7900, cost: 15000, seconds: 9000 );

		self::assertSame( Level::Watch, self::level( $customer ) );
		self::assertNull( self::level( $customer->without( [ 1, 2, 3 ] ) ) );
	}

	private static function level( CustomerView $customer ): ?Level {
		$finding = self::judge( $customer );

		return $finding instanceof Finding ? $finding->level : null;
	}

	private static function judge( CustomerView $customer ): Finding|Silence {
		return ( new CostOverPaid( Settings::defaults( 'USD' )->cost_over_paid ) )->judge( $customer );
	}
}
