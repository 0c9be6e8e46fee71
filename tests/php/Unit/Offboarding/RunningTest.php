<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Offboarding;

use Amicable\Licensing\License;
use Amicable\Licensing\Subscription;
use Amicable\Offboarding\Running;
use Amicable\Stores\Order;
use Amicable\Stores\OrderRef;
use Amicable\Tests\Support\SomeOrders;
use Amicable\Values\Money;
use DateTimeImmutable;
use PHPUnit\Framework\TestCase;

/** Orders here were paid on the first of January 2026. */
final class RunningTest extends TestCase {

	public function test_the_last_paid_order_of_a_term_that_has_not_ended_runs(): void {
		$orders = [ SomeOrders::order( 1 ), SomeOrders::order( 2 ), SomeOrders::order( 3, [ 'paid' => false, 'status' => 'pending' ] ) ];

		self::assertSame( [ 2 ], $this->running( $orders, [ $this->license( [ 1, 2, 3 ], '2027-01-01' ) ] ) );
		self::assertSame( [], $this->running( $orders, [ $this->license( [ 1, 2, 3 ], '2026-06-01' ) ] ) );
		self::assertSame( [], $this->running( $orders, [ $this->license( [ 1, 2, 3 ], '2027-01-01', 'disabled' ) ] ) );
	}

	public function test_every_order_of_a_license_that_never_ends_runs(): void {
		self::assertSame( [ 1, 2 ], $this->running( [ SomeOrders::order( 1 ), SomeOrders::order( 2 ), SomeOrders::order( 3 ) ], [ SomeOrders::license( '7', [ 1, 2 ] ) ] ) );
	}

	public function test_a_subscription_runs_while_it_charges_or_until_the_day_it_was_paid_for(): void {
		$orders = [ SomeOrders::order( 1 ), SomeOrders::order( 2 ) ];
		$ends   = static fn ( string $at ): Subscription => new Subscription( 'sample', '5', 'Forms', [ new OrderRef( 'sample', 1 ), new OrderRef( 'sample', 2 ) ], 'cancelled', false, new Money( 4900, 'USD' ), null, new DateTimeImmutable( $at ) );

		self::assertSame( [ 2 ], $this->running( $orders, [], [ SomeOrders::subscription( '5', [ 1, 2 ] ) ] ) );
		self::assertSame( [ 2 ], $this->running( $orders, [], [ $ends( '2026-12-01' ) ] ) );
		self::assertSame( [], $this->running( $orders, [], [ $ends( '2026-02-01' ) ] ) );
	}

	public function test_what_can_be_given_back_anyway_runs_too(): void {
		$orders = [ SomeOrders::order( 1 ), SomeOrders::order( 2, [ 'paid' => false ] ) ];

		self::assertSame( [ 1 ], $this->running( $orders, [], [], 200 ) );
		self::assertSame( [], $this->running( $orders, [], [], 30 ) );
		self::assertSame( [], $this->running( $orders, [], [], 0 ) );
	}

	public function test_an_order_that_paid_for_several_licenses_runs_while_one_of_them_does(): void {
		$licenses = [ $this->license( [ 1 ], '2026-02-01' ), $this->license( [ 1 ], '2027-02-01' ) ];

		self::assertSame( [ 1 ], $this->running( [ SomeOrders::order( 1 ) ], $licenses ) );
	}

	/**
	 * @param list<int>                                $orders
	 * @param 'active'|'inactive'|'expired'|'disabled' $status
	 */
	private function license( array $orders, string $expires, string $status = 'active' ): License {
		return new License( 'sample', '7', '••••-7', 'Forms', array_map( static fn ( int $order ): OrderRef => new OrderRef( 'sample', $order ), $orders ), $status, new DateTimeImmutable( $expires ), false, [] );
	}

	/**
	 * @param list<Order>        $orders
	 * @param list<License>      $licenses
	 * @param list<Subscription> $subscriptions
	 * @return list<int>
	 */
	private function running( array $orders, array $licenses, array $subscriptions = [], int $window = 30 ): array {
		$running = ( new Running( $orders, [ 'sample' => $window ], new DateTimeImmutable( '2026-07-01' ) ) )->of( $licenses, $subscriptions );

		return array_map( static fn ( Order $order ): int => $order->ref->id, $running );
	}
}
