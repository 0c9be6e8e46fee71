<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Offboarding;

use Amicable\Offboarding\Caution;
use Amicable\Offboarding\Facts;
use Amicable\Offboarding\Kind;
use Amicable\Offboarding\Method;
use Amicable\Offboarding\Plan;
use Amicable\Offboarding\PlanItem;
use Amicable\Offboarding\Planner;
use Amicable\Offboarding\Scope;
use Amicable\Offboarding\StepKind;
use Amicable\Offboarding\Warning;
use Amicable\Offboarding\Why;
use Amicable\Stores\Download;
use Amicable\Stores\Order;
use Amicable\Stores\OrderRef;
use Amicable\Tests\Support\SomeOrders;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class PlannerTest extends TestCase {

	/** @return iterable<string, array{Order, string, Why|null}> */
	public static function orders(): iterable {
		yield 'paid: it goes back'                         => [ SomeOrders::order( 1 ), 'none', null ];
		yield 'partly refunded: the rest goes back'        => [ SomeOrders::order( 1, [ 'refunded' => 900 ] ), 'none', null ];
		yield 'won dispute: it goes back'                  => [ SomeOrders::order( 1, [ 'dispute' => 'won' ] ), 'won', null ];
		yield 'won, and the shop knows of the beginning'   => [ SomeOrders::order( 1, [ 'dispute' => 'open', 'why_not' => 'On hold' ] ), 'won', null ];
		yield 'won, and the shop says no for itself'       => [ SomeOrders::order( 1, [ 'why_not' => 'Voucher' ] ), 'won', Why::StoreSaysNo ];
		yield 'inquiry: it goes back'                      => [ SomeOrders::order( 1, [ 'dispute' => 'warning' ] ), 'none', null ];
		yield 'disputed in the store'                      => [ SomeOrders::order( 1, [ 'dispute' => 'open' ] ), 'none', Why::DisputeOpen ];
		yield 'disputed as the gateway told us'            => [ SomeOrders::order( 1 ), 'open', Why::DisputeOpen ];
		yield 'lost in the store'                          => [ SomeOrders::order( 1, [ 'dispute' => 'lost' ] ), 'none', Why::DisputeLost ];
		yield 'lost as told, won in the store'             => [ SomeOrders::order( 1, [ 'dispute' => 'won' ] ), 'lost', Why::DisputeLost ];
		yield 'a dispute stands before everything else'    => [ SomeOrders::order( 1, [ 'dispute' => 'open', 'paid' => false, 'test_mode' => true ] ), 'none', Why::DisputeOpen ];
		yield 'test order'                                 => [ SomeOrders::order( 1, [ 'test_mode' => true ] ), 'none', Why::TestOrder ];
		yield 'failed, though a date of payment is there'  => [ SomeOrders::order( 1, [ 'status' => 'failed' ] ), 'none', Why::Failed ];
		yield 'unpaid'                                     => [ SomeOrders::order( 1, [ 'paid' => false, 'status' => 'pending' ] ), 'none', Why::Unpaid ];
		yield 'free'                                       => [ SomeOrders::order( 1, [ 'total' => 0 ] ), 'none', Why::Free ];
		yield 'given back before'                          => [ SomeOrders::order( 1, [ 'refunded' => 4900 ] ), 'none', Why::AlreadyRefunded ];
		yield 'given back twice'                           => [ SomeOrders::order( 1, [ 'refunded' => 9800 ] ), 'none', Why::OverRefunded ];
		yield 'the store refuses'                          => [ SomeOrders::order( 1, [ 'why_not' => 'Voucher' ] ), 'none', Why::StoreSaysNo ];
	}

	#[DataProvider( 'orders' )]
	public function test_which_orders_get_their_money_back( Order $order, string $recorded, ?Why $why ): void {
		$plan = $this->refund( new Facts( 7, [ $order ], disputes: [ 'sample:1' => $recorded ] ) );
		$item = $plan->items[0];

		self::assertSame( 'refund:sample:1', $item->key() );
		self::assertSame( $why, $item->why );
		self::assertSame( $why === null, $item->will );
		self::assertEquals( $why === null ? $order->remaining() : null, $item->amount );
		self::assertSame( $why === null ? Method::Gateway : null, $item->method );
		self::assertCount( $why === null ? 1 : 0, $plan->refunds() );
	}

	public function test_a_gateway_that_cannot_pay_back_leaves_it_to_a_person(): void {
		$plan = $this->refund( new Facts( 7, [ SomeOrders::order( 1, [ 'gateway_refunds' => false ] ) ] ) );

		self::assertSame( [ Method::Manual, Why::ByHand, true ], [ $plan->items[0]->method, $plan->items[0]->why, $plan->items[0]->will ] );
		self::assertSame( [ 'S-1' ], $this->warning( $plan, Caution::ByHand )?->names );
	}

	public function test_currencies_stand_side_by_side(): void {
		$plan = $this->refund( new Facts( 7, [ SomeOrders::order( 1, [ 'fee' => 150 ] ), SomeOrders::order( 2, [ 'currency' => 'KRW', 'total' => 65000, 'day' => 2 ] ), SomeOrders::order( 3, [ 'total' => 100, 'fee' => 33, 'day' => 3 ] ) ] ) );

		self::assertSame( [ [ 'minor' => 5000, 'currency' => 'USD' ], [ 'minor' => 65000, 'currency' => 'KRW' ] ], $plan->totals()->to_array() );
		self::assertSame( [ [ 'minor' => 183, 'currency' => 'USD' ] ], $plan->fees->to_array() );
		self::assertSame( 1, $this->warning( $plan, Caution::FeesUnknown )?->count );
	}

	public function test_fees_of_orders_that_stay_are_not_counted(): void {
		$plan = $this->refund( new Facts( 7, [ SomeOrders::order( 1, [ 'fee' => 150, 'refunded' => 4900 ] ) ] ) );

		self::assertSame( [], $plan->fees->to_array() );
	}

	public function test_the_order_of_things_is_fixed(): void {
		$plan = ( new Planner() )->plan( Kind::PartWays, Scope::all(), $this->everything() );

		self::assertSame(
			[ 'block:amicable:7', 'cancel_subscription:sample:9', 'deactivate_site:sample:5:' . md5( 'a.example' ), 'refund:sample:1', 'refund:sample:2', 'revoke_download:sample:3', 'disable_license:sample:5', 'note:sample:1', 'note:sample:2', 'proof:amicable:7' ],
			array_map( static fn ( PlanItem $item ): string => $item->key(), $plan->items ),
		);
		$phases = array_map( static fn ( PlanItem $item ): int => $item->kind->phase(), $plan->items );
		$sorted = $phases;
		sort( $sorted );
		self::assertSame( $sorted, $phases );
	}

	public function test_only_parting_ways_blocks(): void {
		self::assertNotContains( StepKind::Block, array_map( static fn ( PlanItem $item ): StepKind => $item->kind, $this->refund( $this->everything() )->items ) );
		$again = ( new Planner() )->plan( Kind::PartWays, Scope::all(), new Facts( 7, blocked: true ) );
		self::assertSame( [ false, Why::AlreadyBlocked ], [ $again->items[0]->will, $again->items[0]->why ] );
	}

	public function test_what_has_ended_is_left_alone(): void {
		$facts = new Facts( 7, [], [ SomeOrders::subscription( '9', [ 1 ], false ) ], [ SomeOrders::license( '5', [ 1 ], [], 'disabled' ) ], [ new Download( '3', 'sample', null, 'a.zip', false ) ] );
		$plan  = $this->refund( $facts );

		self::assertSame( [ Why::SubscriptionEnded, Why::DownloadClosed, Why::LicenseEnded, null ], array_map( static fn ( PlanItem $item ): ?Why => $item->why, $plan->items ) );
		self::assertFalse( $plan->has_work() );
		self::assertNotNull( $this->warning( $plan, Caution::NothingToDo ) );
	}

	public function test_what_nobody_looks_into_is_said_before_anything_starts(): void {
		$plan = $this->refund( new Facts( 7, [ SomeOrders::order( 1 ) ], uncovered: [ 'A plugin is not covered.' ] ) );

		self::assertSame( [ 1, 'A plugin is not covered.' ], [ $this->warning( $plan, Caution::NotCovered )?->count, $this->warning( $plan, Caution::NotCovered )?->subject ] );
	}

	public function test_an_order_on_a_shared_license_says_what_else_stops(): void {
		$facts = new Facts( 7, [ SomeOrders::order( 2 ) ], [ SomeOrders::subscription( '9', [ 1, 2 ] ) ], [ SomeOrders::license( '5', [ 1, 2, 4 ] ) ] );
		$plan  = $this->refund( $facts );

		self::assertSame( [ '1', '4' ], $this->warning( $plan, Caution::SharedLicense )?->names );
		self::assertSame( '••••-5', $this->warning( $plan, Caution::SharedLicense )->subject );
		self::assertSame( [ '1' ], $this->warning( $plan, Caution::SharedSubscription )?->names );
	}

	public function test_a_bundle_says_which_licenses_stop(): void {
		$plan = $this->refund( new Facts( 7, [ SomeOrders::order( 1 ) ], [], [ SomeOrders::license( '5', [ 1 ] ), SomeOrders::license( '6', [ 1 ] ) ] ) );

		self::assertSame( [ '••••-5', '••••-6' ], $this->warning( $plan, Caution::Bundle )?->names );
	}

	public function test_an_order_of_a_missing_store_is_named_and_left(): void {
		$plan = $this->refund( new Facts( 7, missing: [ new OrderRef( 'edd', 4 ) ] ) );

		self::assertSame( [ 'refund:edd:4', false, Why::StoreMissing ], [ $plan->items[0]->key(), $plan->items[0]->will, $plan->items[0]->why ] );
		self::assertSame( 1, $this->warning( $plan, Caution::StoreMissing )?->count );
	}

	public function test_the_same_facts_in_another_order_are_the_same_plan(): void {
		$facts  = $this->everything();
		$turned = new Facts( 7, array_reverse( $facts->orders ), $facts->subscriptions, $facts->licenses, $facts->downloads );

		self::assertSame( $this->refund( $facts )->hash( 0 ), $this->refund( $turned )->hash( 0 ) );
	}

	/** @return iterable<string, array{Facts}> */
	public static function changes(): iterable {
		$order = SomeOrders::order( 1 );
		yield 'less remains'             => [ new Facts( 7, [ SomeOrders::order( 1, [ 'refunded' => 1 ] ) ] ) ];
		yield 'another status'           => [ new Facts( 7, [ SomeOrders::order( 1, [ 'status' => 'processing' ] ) ] ) ];
		yield 'a dispute'                => [ new Facts( 7, [ $order ], disputes: [ 'sample:1' => 'open' ] ) ];
		yield 'by hand now'              => [ new Facts( 7, [ SomeOrders::order( 1, [ 'gateway_refunds' => false ] ) ] ) ];
		yield 'one more order'           => [ new Facts( 7, [ $order, SomeOrders::order( 2 ) ] ) ];
		yield 'a license'                => [ new Facts( 7, [ $order ], [], [ SomeOrders::license( '5', [ 1 ] ) ] ) ];
		yield 'a subscription'           => [ new Facts( 7, [ $order ], [ SomeOrders::subscription( '5', [ 1 ] ) ] ) ];
		yield 'another currency'         => [ new Facts( 7, [ SomeOrders::order( 1, [ 'currency' => 'EUR' ] ) ] ) ];
		yield 'another customer'         => [ new Facts( 8, [ $order ] ) ];
	}

	#[DataProvider( 'changes' )]
	public function test_whatever_matters_moves_the_hash( Facts $changed ): void {
		self::assertNotSame( $this->refund( new Facts( 7, [ SomeOrders::order( 1 ) ] ) )->hash( 0 ), $this->refund( $changed )->hash( 0 ) );
	}

	public function test_words_do_not_move_the_hash(): void {
		$plain = new Facts( 7, [ SomeOrders::order( 1 ) ] );
		$said  = new Facts( 7, [ SomeOrders::order( 1 ) ], mails: [ 'Bestellung erstattet' ], claims: [ 'sample:1' => 4 ] );

		self::assertSame( $this->refund( $plain )->hash( 0 ), $this->refund( $said )->hash( 0 ) );
	}

	public function test_a_hash_is_good_for_this_quarter_of_an_hour_and_the_next(): void {
		$plan = $this->refund( $this->everything() );
		$hash = $plan->hash( 1000 );

		self::assertTrue( $plan->is_named( $hash, 1799 ) );
		self::assertTrue( $plan->is_named( $hash, 2699 ) );
		self::assertFalse( $plan->is_named( $hash, 2700 ) );
		self::assertSame( 2700, Plan::expires( 1000 ) );
		self::assertFalse( $plan->is_named( strrev( $hash ), 1000 ) );
	}

	private function everything(): Facts {
		return new Facts(
			7,
			[ SomeOrders::order( 1 ), SomeOrders::order( 2, [ 'day' => 2 ] ) ],
			[ SomeOrders::subscription( '9', [ 1 ] ) ],
			[ SomeOrders::license( '5', [ 1 ], [ 'a.example' ] ) ],
			[ new Download( '3', 'sample', new OrderRef( 'sample', 1 ), 'a.zip', true ) ],
		);
	}

	private function refund( Facts $facts ): Plan {
		return ( new Planner() )->plan( Kind::Refund, Scope::orders( new OrderRef( 'sample', 1 ) ), $facts );
	}

	private function warning( Plan $plan, Caution $caution ): ?Warning {
		foreach ( $plan->warnings as $warning ) {
			if ( $warning->caution === $caution ) {
				return $warning;
			}
		}

		return null;
	}
}
