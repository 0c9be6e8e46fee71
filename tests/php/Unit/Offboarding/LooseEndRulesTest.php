<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Offboarding;

use Amicable\Licensing\License;
use Amicable\Licensing\Subscription;
use Amicable\Offboarding\Holdings;
use Amicable\Offboarding\LooseEnd;
use Amicable\Offboarding\LooseEndKind;
use Amicable\Offboarding\LooseEndRules;
use Amicable\Stores\Download;
use Amicable\Stores\Obligation;
use Amicable\Stores\Order;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Refund;
use Amicable\Tests\Support\SomeOrders;
use Amicable\Values\Money;
use DateTimeImmutable;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class LooseEndRulesTest extends TestCase {

	/** @return iterable<string, array{list<array<string, mixed>>, bool}> Orders that paid for one license, oldest first, and whether it is a loose end. */
	public static function payments(): iterable {
		$back = [ 'refunded' => 4900, 'status' => 'refunded' ];
		yield 'kept'                                   => [ [ [] ], false ];
		yield 'given back'                             => [ [ $back ], true ];
		yield 'given back in part'                     => [ [ [ 'refunded' => 4899 ] ], false ];
		yield 'lost to a dispute'                      => [ [ [ 'dispute' => 'lost' ] ], true ];
		yield 'disputed and not decided'               => [ [ [ 'dispute' => 'open' ] ], false ];
		yield 'won'                                    => [ [ [ 'dispute' => 'won' ] ], false ];
		yield 'given back, then paid again'            => [ [ $back, [] ], false ];
		yield 'kept, its renewal given back'           => [ [ [], $back ], false ];
		yield 'both given back'                        => [ [ $back, $back ], true ];
		yield 'given back, a renewal failed since'     => [ [ $back, [ 'paid' => false, 'status' => 'failed' ] ], true ];
		yield 'given back, free of charge since'       => [ [ $back, [ 'total' => 0 ] ], false ];
		yield 'a test order given back'                => [ [ $back + [ 'test_mode' => true ] ], false ];
		yield 'a free order'                           => [ [ [ 'total' => 0 ] ], false ];
	}

	/** @param list<array<string, mixed>> $specs */
	#[DataProvider( 'payments' )]
	public function test_a_license_is_left_over_when_nothing_that_was_kept_pays_for_it( array $specs, bool $expected ): void {
		$orders  = $this->orders( $specs );
		$license = SomeOrders::license( '7', range( 1, count( $specs ) ) );

		self::assertSame( $expected, $this->judge( $orders, [ $license ] ) !== [] );
	}

	public function test_a_subscription_charges_for_what_comes_next_so_its_last_payment_decides(): void {
		$back  = [ 'refunded' => 4900 ];
		$kinds = fn ( array $specs ): array => array_map( static fn ( LooseEnd $end ): string => $end->ref, $this->judge( $this->orders( $specs ), [ SomeOrders::subscription( '5', range( 1, count( $specs ) ) ) ] ) );

		self::assertSame( [ 'subscription:sample:5' ], $kinds( [ [], $back ] ), 'A renewal nobody wanted was given back, and the next one is on its way.' );
		self::assertSame( [], $kinds( [ $back, [] ] ), 'Whoever paid again wants it.' );
	}

	public function test_it_says_what_would_be_charged_next_and_since_when(): void {
		$order = $this->orders( [ [ 'refunded' => 4900 ] ], new DateTimeImmutable( '2026-03-03' ) );
		$ends  = $this->judge( $order, [ SomeOrders::subscription( '5', [ 1 ] ) ] );

		self::assertSame( [ LooseEndKind::Subscription, '2026-03-03', 4900 ], [ $ends[0]->kind, $ends[0]->since->format( 'Y-m-d' ), $ends[0]->amount?->minor ] );
	}

	public function test_what_we_gave_back_and_the_shop_counts_as_paid_again_is_left_over(): void {
		$at    = new DateTimeImmutable( '2026-03-04' );
		$judge = fn ( int $refunded, array $paid_out ): array => ( new LooseEndRules( $this->orders( [ [ 'refunded' => $refunded ] ] ), [], [], new Holdings(), $paid_out ) )->judge( [ new Obligation( 1, true, 'sample:1', 'Paid', new OrderRef( 'sample', 1 ) ) ] );
		$ends  = $judge( 0, [ 'sample:1' => $at ] );

		self::assertSame( [ LooseEndKind::FailedPayout, 4900, $at ], [ $ends[0]->kind, $ends[0]->amount?->minor, $ends[0]->since ] );
		self::assertSame( [], $judge( 4900, [ 'sample:1' => $at ] ), 'Still given back.' );
		self::assertSame( [], $judge( 0, [] ), 'Nobody here gave it back: it is an ordinary paid order.' );
	}

	public function test_what_cannot_be_read_may_have_been_paid(): void {
		self::assertSame( [], $this->judge( $this->orders( [ [ 'refunded' => 4900 ] ] ), [ SomeOrders::license( '7', [ 1, 2 ] ) ] ) );
	}

	public function test_a_recorded_loss_counts_though_the_shop_does_not_know_of_it(): void {
		$orders = $this->orders( [ [] ] );
		$rules  = new LooseEndRules( $orders, [ 'sample:1' => 'lost' ], [ 'sample:1' => new DateTimeImmutable( '2026-02-02' ) ], new Holdings( [ SomeOrders::license( '7', [ 1 ] ) ] ) );
		$ends   = $rules->judge( [ new Obligation( 8, true, 'license:sample:7', 'Open' ) ] );

		self::assertSame( '2026-02-02', $ends[0]->since->format( 'Y-m-d' ) );
	}

	public function test_a_refund_that_no_gateway_paid_is_left_over_only_where_one_could_have(): void {
		$order   = new OrderRef( 'sample', 1 );
		$by_hand = $this->refund( 61, 2000, false );
		$paid    = $this->refund( 62, 1000, true );
		$answer  = new Obligation( 2, true, 'sample-refund:61', 'Open', $order );
		$judge   = fn ( bool $could ): array => ( new LooseEndRules( [ 'sample:1' => $this->with_refunds( [ 'gateway_refunds' => $could, 'refunded' => 3000 ], [ $by_hand, $paid ] ) ], [], [], new Holdings() ) )->judge( [ $answer ] );

		self::assertSame( [ 2000 ], array_map( static fn ( LooseEnd $end ): ?int => $end->amount?->minor, $judge( true ) ) );
		self::assertSame( [], $judge( false ) );
	}

	public function test_what_went_back_twice_says_how_much_too_much(): void {
		$rules = new LooseEndRules( $this->orders( [ [ 'refunded' => 6000 ] ] ), [], [], new Holdings() );
		$ends  = $rules->judge( [ new Obligation( 4, true, 'sample:1', 'Open', new OrderRef( 'sample', 1 ) ) ] );

		self::assertSame( [ LooseEndKind::RefundedTwice, 1100 ], [ $ends[0]->kind, $ends[0]->amount?->minor ] );
	}

	public function test_other_checks_and_clear_answers_leave_nothing_over(): void {
		$orders = $this->orders( [ [ 'refunded' => 4900 ] ] );
		$rules  = new LooseEndRules( $orders, [], [], new Holdings( [ SomeOrders::license( '7', [ 1 ] ) ] ) );
		$order  = new OrderRef( 'sample', 1 );
		$others = array_map( static fn ( int $check ): Obligation => new Obligation( $check, true, 'sample:1', 'Open', $order ), [ 1, 3, 5, 9, 14, 15, 16, 17 ] );

		self::assertSame( [], $rules->judge( [ ...$others, new Obligation( 8, false, 'license:sample:7', 'Clear' ), new Obligation( 8, true, null, 'Nameless' ) ] ) );
	}

	public function test_one_thing_is_one_loose_end(): void {
		$rules = new LooseEndRules( $this->orders( [ [ 'refunded' => 4900 ] ] ), [], [], new Holdings( [ SomeOrders::license( '7', [ 1 ] ) ], [], [ new Download( '3', 'sample', new OrderRef( 'sample', 1 ), 'a.zip', true ) ] ) );
		$twice = [ new Obligation( 8, true, 'license:sample:7', 'Open' ), new Obligation( 8, true, 'license:sample:7', 'Open' ), new Obligation( 7, true, 'download:sample:3', 'Open' ) ];

		self::assertSame( [ '8 license:sample:7', '7 download:sample:3' ], array_map( static fn ( LooseEnd $end ): string => $end->key(), $rules->judge( $twice ) ) );
	}

	/**
	 * @param array<string, Order>             $orders
	 * @param list<License|Subscription> $things
	 * @return list<LooseEnd>
	 */
	private function judge( array $orders, array $things ): array {
		$holdings = new Holdings( array_values( array_filter( $things, static fn ( $thing ): bool => $thing instanceof License ) ), array_values( array_filter( $things, static fn ( $thing ): bool => $thing instanceof Subscription ) ) );
		$answers  = array_map( static fn ( License|Subscription $thing ): Obligation => new Obligation( $thing instanceof License ? 8 : 6, true, Holdings::ref( $thing ), 'Open', $thing->orders[0] ), $things );

		return ( new LooseEndRules( $orders, [], [], $holdings ) )->judge( $answers );
	}

	/**
	 * @param list<array<string, mixed>> $specs
	 * @return array<string, Order>
	 */
	private function orders( array $specs, ?DateTimeImmutable $refunded_at = null ): array {
		$orders = [];
		foreach ( $specs as $place => $spec ) {
			$id                     = $place + 1;
			$orders[ "sample:$id" ] = $refunded_at === null ? SomeOrders::order( $id, $spec ) : $this->with_refunds( $spec, [ $this->refund( 60, 4900, true, $refunded_at ) ] );
		}

		return $orders;
	}

	private function refund( int $id, int $minor, bool $by_gateway, ?DateTimeImmutable $at = null ): Refund {
		return new Refund( $id, new OrderRef( 'sample', 1 ), new Money( $minor, 'USD' ), Money::zero( 'USD' ), Money::zero( 'USD' ), $by_gateway, '', $at ?? new DateTimeImmutable( '2026-02-01' ) );
	}

	/**
	 * @param array<string, mixed> $spec
	 * @param list<Refund>         $refunds
	 */
	private function with_refunds( array $spec, array $refunds ): Order {
		return SomeOrders::order( 1, $spec + [ 'refunds' => $refunds ] );
	}
}
