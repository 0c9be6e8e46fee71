<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Patterns;

use Amicable\Patterns\CustomerView;
use Amicable\Patterns\Evidence;
use Amicable\Patterns\Finding;
use Amicable\Patterns\Level;
use Amicable\Patterns\Mitigators\ExtraTime;
use Amicable\Patterns\Mitigators\HighValue;
use Amicable\Patterns\Mitigators\MissedPromises;
use Amicable\Patterns\Mitigators\NewCustomer;
use Amicable\Patterns\Mitigators\OneBadDay;
use Amicable\Patterns\Mitigators\OurFault;
use Amicable\Patterns\Mitigators\WaitingForUs;
use Amicable\Patterns\Mitigators\WeWereLate;
use Amicable\Patterns\Slug;
use Amicable\Patterns\TicketView;
use PHPUnit\Framework\TestCase;

final class MitigatorsTest extends TestCase {

	public function test_they_count_what_speaks_for_the_customer(): void {
		$customer = Customers::who( [
			new TicketView( 1, 0, Customers::NOW - 500, true, is_ours: true ),
			new TicketView( 2, 0, Customers::NOW - 400, true, waits_for_us: true ),
			new TicketView( 3, 0, Customers::NOW - 300, false, came_while_waiting: true ),
			new TicketView( 4, 0, Customers::NOW - 200, true, waits_for_us: true ),
		] );

		self::assertSame( [ 'tickets' => 1 ], ( new OurFault() )->of( $customer, self::finding() )?->figures );
		self::assertSame( [ 'our_fault', 'our_fault_upset' ], [ ( new OurFault() )->of( $customer, self::finding() )?->key, ( new OurFault() )->of( $customer, new Finding( Slug::HostileMessages, Level::Flag, 0, [], [], [] ) )?->key ], 'Never said to be uncounted where it counts.' );
		self::assertSame( [ 'tickets' => 2 ], ( new WaitingForUs() )->of( $customer, self::finding() )?->figures );
		self::assertSame( [ 'tickets' => 1 ], ( new WeWereLate() )->of( $customer, self::finding() )?->figures );
	}

	public function test_nothing_speaks_where_there_is_nothing(): void {
		$customer = Customers::who( Customers::questions( 3 ) );

		self::assertNull( ( new OurFault() )->of( $customer, self::finding() ) );
		self::assertNull( ( new WaitingForUs() )->of( $customer, self::finding() ) );
		self::assertNull( ( new WeWereLate() )->of( $customer, self::finding() ) );
		self::assertNull( ( new NewCustomer() )->of( $customer, self::finding() ) );
		self::assertNull( ( new OneBadDay() )->of( $customer, self::finding() ) );
		self::assertNull( ( new HighValue() )->of( $customer, self::finding() ) );
	}

	public function test_high_value_speaks_also_when_tickets_are_muted(): void {
		$customer = new CustomerView( Customers::NOW, Customers::NOW - 400 * Customers::DAY, 498_000, 498_000, 0, 0, null, Customers::questions( 3 ), high_value: true );

		self::assertSame( 'high_value', ( new HighValue() )->of( $customer->without( [ 1 ] ), self::finding() )?->key );
	}

	public function test_extra_time_speaks_where_time_is_the_matter(): void {
		$customer = new CustomerView( Customers::NOW, null, null, null, null, 0, null, [], has_extra_time: true );

		self::assertSame( 'extra_time', ( new ExtraTime() )->of( $customer->without( [] ), self::finding() )?->key );
		self::assertNull( ( new ExtraTime() )->of( $customer, new Finding( Slug::HostileMessages, Level::Flag, 0, [], [], [] ) ), 'Nobody agreed to insults.' );
		self::assertNull( ( new ExtraTime() )->of( Customers::who( [] ), self::finding() ) );
	}

	public function test_promises_that_we_did_not_keep_speak_beside_everything(): void {
		$customer = new CustomerView( Customers::NOW, null, null, null, null, 0, null, Customers::questions( 2 ), missed_promises: 2 );

		self::assertSame( [ 'promises' => 2 ], ( new MissedPromises() )->of( $customer->without( [ 1 ] ), new Finding( Slug::HostileMessages, Level::Flag, 0, [], [], [] ) )?->figures );
		self::assertNull( ( new MissedPromises() )->of( Customers::who( [] ), self::finding() ) );
	}

	public function test_half_of_it_within_a_day_is_one_bad_day(): void {
		$at = static fn ( int ...$hours ): Finding => self::finding( ...array_map( static fn ( int $hour ): int => 3600 * $hour, $hours ) );

		self::assertSame( [ 'tickets' => 3 ], ( new OneBadDay() )->of( Customers::who( [] ), $at( 0, 100, 101, 123, 300, 400 ) )?->figures );
		self::assertNull( ( new OneBadDay() )->of( Customers::who( [] ), $at( 0, 100, 101, 123, 300, 400, 500 ) ), 'Three of seven are less than half.' );
		self::assertNull( ( new OneBadDay() )->of( Customers::who( [] ), $at( 0, 24, 48, 72 ) ), 'Twenty-four hours later is another day.' );
	}

	public function test_the_first_thirty_days_are_early(): void {
		$is_new = static fn ( CustomerView $customer ): bool => ( new NewCustomer() )->of( $customer, self::finding() ) !== null;

		self::assertTrue( $is_new( Customers::who( [], bought_days_ago: 29 ) ) );
		self::assertFalse( $is_new( Customers::who( [], bought_days_ago: 30 ) ) );
		self::assertTrue( $is_new( Customers::who( [], bought_days_ago: null ) ) );
	}

	private static function finding( int ...$times ): Finding {
		return new Finding( Slug::DocsQuestions, Level::Watch, 0, [], [], array_map( static fn ( int $at ): Evidence => new Evidence( 1, 1, 'x', null, $at, null ), array_values( $times ) ) );
	}
}
