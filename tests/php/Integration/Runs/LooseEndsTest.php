<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Runs;

use Amicable\Offboarding\Kind;
use Amicable\Offboarding\Method;
use Amicable\Offboarding\RunState;
use Amicable\Offboarding\Scope;
use Amicable\Offboarding\StepState;
use Amicable\Runs\Run;
use Amicable\Storage\LooseEnds;
use Amicable\Stores\OrderRef;
use Amicable\Values\Money;

/** What refunds in the shop left half done: found from the shop alone, finished by the ordinary runner, and nothing made up. */
final class LooseEndsTest extends RunsTestCase {

	public function test_thirteen_things_left_after_refunds_are_found_finished_and_gone(): void {
		$expected = $this->thirteen();
		$this->decoys();
		$this->look();

		self::assertEqualsCanonicalizing( $expected, $this->refs( LooseEnds::OPEN ) );
		self::assertSame( [ [ 'currency' => 'USD', 'amount' => '4900' ] ], $this->graph->loose_end_list()->scheduled() );
		foreach ( $this->open() as $row ) {
			$run = $this->finish( $row );
			self::assertSame( RunState::Completed, $run->state );
			self::assertSame( [], array_filter( $run->proof['obligations'] ?? [ 'none' ], static fn ( array $line ): bool => $line['state'] === 'open' ) );
			self::assertSame( 0, $this->house->claims->count( $run->id ) );
		}
		self::assertSame( [], $this->refs( LooseEnds::OPEN ) );
		$this->look();
		self::assertSame( [], $this->refs( LooseEnds::OPEN ), 'Read back from the shop, nothing is left.' );
		self::assertSame( 0, $this->all_payouts(), 'What was owed no money paid none.' );
	}

	public function test_a_person_who_ends_it_in_the_shop_closes_it_too(): void {
		$license = $this->license( $this->refunded() );
		$this->look();
		self::assertCount( 1, $this->refs( LooseEnds::OPEN ) );

		$this->graph->sample()->licenses->disable( $license );
		foreach ( $this->graph->sample()->licenses->license( $license )->activations ?? [] as $site ) {
			$this->graph->sample()->licenses->deactivate( $license, $site->id );
		}
		$this->look();
		self::assertSame( [], $this->refs( LooseEnds::OPEN ) );
		self::assertCount( 1, $this->refs( LooseEnds::CLOSED ) );

		$this->graph->sample()->access->set_license_status( (int) $license, 'active' );
		$this->look();
		self::assertSame( [ "license:sample:$license" ], $this->refs( LooseEnds::OPEN ), 'Woken up again, it is open again.' );
	}

	public function test_what_was_left_on_purpose_stays_left_until_it_is_over(): void {
		$license = $this->license( $this->refunded() );
		$this->look();
		$id = (int) $this->open()[0]['id'];
		self::assertTrue( $this->graph->loose_ends()->leave( $id, 'A gift', $this->admin ) );
		self::assertFalse( $this->graph->loose_ends()->leave( $id, 'Again', $this->admin ) );
		$this->look();
		self::assertSame( [ "license:sample:$license" ], $this->refs( LooseEnds::LEFT ) );
		self::assertSame( [], $this->refs( LooseEnds::OPEN ) );
	}

	public function test_a_refund_that_no_gateway_paid_waits_for_a_persons_word_and_is_not_booked_twice(): void {
		$order = $this->order();
		$this->graph->sample()->store->refund_by_hand( $order->id, new Money( 4900, 'USD' ), 'By hand' );
		$rows = $this->open();
		self::assertSame( [ 'unpaid_refund' ], array_column( $rows, 'kind' ) );
		self::assertSame( [ '4900', 'USD' ], [ $rows[0]['amount'], $rows[0]['currency'] ] );

		$plan = $this->plan( $this->customer_of( $order ), Kind::Finish, Scope::loose_ends( (int) $rows[0]['id'] ) );
		self::assertSame( [ Method::Manual ], array_map( static fn ( $item ): ?Method => $item->method, $plan->refunds() ) );
		$run = $this->drive( $this->start( $plan )->id );
		self::assertSame( RunState::NeedsAttention, $run->state );
		self::assertSame( StepState::Manual, $this->state_of_refund( $run, $order ) );

		$this->house->control->settle( $run, "refund:{$order->key()}", 'paid', 'Seen on the statement', $this->admin );
		self::assertSame( RunState::Completed, $this->drive( $run->id )->state );
		self::assertCount( 1, $this->graph->sample()->rows->refunds( [ $order->id ] ), 'The books had it before.' );
		self::assertSame( [], $this->refs( LooseEnds::OPEN ) );
		self::assertSame( [ 'Seen on the statement' ], array_column( $this->graph->loose_end_list()->page( LooseEnds::LEFT, null, 9, 0 ), 'reason' ) );
	}

	public function test_a_customer_who_was_refunded_and_won_the_dispute_was_paid_twice(): void {
		$order = $this->refunded();
		$this->graph->database()->insert( 'disputes', [ 'store' => 'sample', 'order_id' => $order->id, 'external_id' => 'dp_1', 'customer_id' => $this->customer_of( $order ), 'status' => 'lost', 'currency' => 'USD', 'amount' => 4900, 'opened_at' => '2026-01-02 00:00:00', 'closed_at' => '2026-02-02 00:00:00' ] );
		$this->look();
		$rows = $this->open();
		self::assertSame( [ 'refunded_twice' ], array_column( $rows, 'kind' ) );
		self::assertSame( '4900', $rows[0]['amount'] );

		$plan = $this->plan( $this->customer_of( $order ), Kind::Finish, Scope::loose_ends( (int) $rows[0]['id'] ) );
		self::assertSame( [], $plan->refunds() );
		$this->assertRefused( 'amicable_nothing_to_do', fn () => $this->start( $plan ) );
	}

	public function test_somebody_elses_loose_end_is_refused(): void {
		$this->license( $this->refunded( [ 'email' => 'one@example.com' ] ) );
		$other = $this->order( [ 'email' => 'two@example.com' ] );
		$this->look();
		$this->assertRefused( 'amicable_loose_end_missing', fn () => $this->plan( $this->customer_of( $other ), Kind::Finish, Scope::loose_ends( (int) $this->open()[0]['id'] ) ) );
	}

	public function test_a_system_that_is_not_there_closes_nothing(): void {
		$order = $this->refunded();
		$this->license( $order );
		$this->look();
		$this->graph->loose_ends()->record( $this->customer_of( $order ), [], [ 'another' ], [] );
		self::assertCount( 1, $this->refs( LooseEnds::OPEN ) );
		$this->graph->loose_ends()->record( $this->customer_of( $order ), [], [ 'sample' ], [] );
		self::assertSame( [], $this->refs( LooseEnds::OPEN ) );
	}

	public function test_a_run_under_way_is_no_loose_end(): void {
		$order = $this->order( [ 'gateway' => 'toy_decline' ] );
		$fine  = $this->order();
		$this->license( $fine );
		$run = $this->start_refund( $order, $fine );
		for ( $step = 0; $step < 3; $step++ ) {
			$this->house->runner->advance( $run->id );
		}
		$this->look();
		self::assertSame( [], $this->refs( LooseEnds::OPEN ) );
	}

	/** @return list<string> Nine licenses, one running subscription, three downloads. */
	private function thirteen(): array {
		$refs = [];
		for ( $number = 1; $number <= 9; $number++ ) {
			$order  = $this->refunded( [ 'email' => 'buyer' . ( $number % 4 ) . '@example.com' ] );
			$refs[] = 'license:sample:' . $this->license( $order, $number % 3 );
		}
		$subscribed = $this->order( [ 'email' => 'subscriber@example.com' ] );
		$refs[]     = 'subscription:sample:' . $this->subscription( $subscribed );
		$this->give_back( $subscribed );
		foreach ( [ 'a.zip', 'b.zip', 'c.zip' ] as $file ) {
			$refs[] = 'download:sample:' . $this->graph->sample()->access->add_download( $this->refunded()->id, $file );
		}

		return $refs;
	}

	/** What looks like a loose end and is none. */
	private function decoys(): void {
		$half = $this->order( [ 'email' => 'half@example.com' ] );
		$this->license( $half );
		$this->graph->sample()->store->refund( $this->request( $half, 2000 ) );

		$kept = $this->order( [ 'email' => 'kept@example.com' ] );
		$this->license( $kept );
		$this->subscription( $kept );
		$this->graph->sample()->access->add_download( $kept->id, 'kept.zip' );

		// Given back, then paid again a year later: key and subscription are good.
		$renewed = $this->order( [ 'email' => 'renewed@example.com' ] );
		$this->license( $renewed );
		$this->subscription( $renewed );
		$this->give_back( $renewed );
		$this->renewal_of( $renewed );

		// Its renewal went back, the first order did not: the key is still paid for.
		$first = $this->order( [ 'email' => 'first@example.com' ] );
		$this->license( $first );
		$this->give_back( $this->renewal_of( $first ) );

		$ended = $this->refunded( [ 'email' => 'ended@example.com' ] );
		$this->graph->sample()->licenses->disable( $this->license( $ended, 0 ) );
		$this->graph->sample()->access->add_download( $ended->id, 'closed.zip', false );

		// Nobody but a person could have paid this: the books cannot say more.
		$this->graph->sample()->store->refund_by_hand( $this->order( [ 'gateway' => 'toy_manual', 'email' => 'wire@example.com' ] )->id, new Money( 4900, 'USD' ), 'By wire' );
		$this->license( $this->order( [ 'email' => 'unpaid@example.com', 'paid' => false, 'status' => 'pending' ] ) );
	}

	private function renewal_of( OrderRef $first ): OrderRef {
		$this->clock->forward( 60 );
		$row     = $this->graph->sample()->rows->orders( [ $first->id ] )[0];
		$renewal = $this->order( [ 'email' => (string) $row['email'] ] );
		$this->graph->database()->write( "UPDATE {$this->graph->database()->table( 'shop_orders' )} SET kind = 'renewal', parent_id = %d WHERE id = %d", [ $first->id, $renewal->id ] );
		$this->graph->projector()->order_changed( $renewal );

		return $renewal;
	}

	/** @param array{email?: string, gateway?: string} $spec */
	private function refunded( array $spec = [] ): OrderRef {
		$order = $this->order( $spec );
		$this->give_back( $order );

		return $order;
	}

	/** As a gateway does it that was told so in its own screens, without anybody thinking of the rest. */
	private function give_back( OrderRef $order ): void {
		$shop = $this->graph->sample()->rows;
		$shop->add_refund( [ 'order_id' => $order->id, 'amount' => 4900, 'by_gateway' => 1, 'reason' => '', 'created_at' => $this->clock->now()->format( 'Y-m-d H:i:s' ) ] );
		$shop->set_status( $order->id, 'refunded' );
		$this->graph->projector()->order_changed( $order );
	}

	private function request( OrderRef $order, int $minor ): \Amicable\Stores\RefundRequest {
		return new \Amicable\Stores\RefundRequest( $order, new Money( $minor, 'USD' ), bin2hex( random_bytes( 32 ) ), 'Part of it', $this->admin, [] );
	}

	/** @param array<string, string|null> $row */
	private function finish( array $row ): Run {
		$plan = $this->plan( (int) $row['customer_id'], Kind::Finish, Scope::loose_ends( (int) $row['id'] ) );
		self::assertSame( [], $plan->refunds() );

		return $this->drive( $this->start( $plan )->id );
	}

	private function look(): void {
		$this->clock->forward( DAY_IN_SECONDS );
		$job = $this->graph->recount_loose_ends();
		self::assertNotSame( [], $job->due() );
		while ( $job->due() !== [] ) {
			$job->run( [] );
		}
	}

	/** @return list<array<string, string|null>> */
	private function open(): array {
		return $this->graph->loose_end_list()->page( LooseEnds::OPEN, null, 100, 0 );
	}

	/** @return list<string> */
	private function refs( string $state ): array {
		return array_map( 'strval', array_column( $this->graph->loose_end_list()->page( $state, null, 100, 0 ), 'ref' ) );
	}

	private function all_payouts(): int {
		$paid = $this->graph->database()->value( "SELECT COUNT(*) FROM {$this->graph->database()->table( 'shop_payouts' )} WHERE amount <> 2000" );

		return (int) $paid;
	}
}
