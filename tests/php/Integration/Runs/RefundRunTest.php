<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Runs;

use Amicable\Offboarding\Kind;
use Amicable\Offboarding\Method;
use Amicable\Offboarding\RunState;
use Amicable\Offboarding\Scope;
use Amicable\Offboarding\StepState;
use Amicable\Offboarding\Why;
use Amicable\Runs\Run;
use Amicable\Storage\Database;
use Amicable\Stores\OrderRef;
use Amicable\Tests\Support\Killed;

final class RefundRunTest extends RunsTestCase {

	public function test_a_refund_gives_the_money_back_and_ends_what_the_order_brought(): void {
		$order        = $this->order( [ 'fee' => 172 ] );
		$license      = $this->license( $order, 2 );
		$subscription = $this->subscription( $order );
		$this->graph->sample()->access->add_download( $order->id, 'harborline.zip' );
		$plan = $this->plan( $this->customer_of( $order ), Kind::Refund, Scope::orders( $order ) );
		self::assertSame( [ 'cancel_subscription', 'deactivate_site', 'deactivate_site', 'refund', 'revoke_download', 'disable_license', 'note', 'proof' ], array_map( static fn ( $item ): string => $item->kind->value, $plan->items ) );
		self::assertSame( [ [ 'minor' => 4900, 'currency' => 'USD' ] ], $plan->totals()->to_array() );
		self::assertSame( [ [ 'minor' => 172, 'currency' => 'USD' ] ], $plan->fees->to_array() );

		$run = $this->drive( $this->start( $plan )->id );

		self::assertSame( RunState::Completed, $run->state );
		self::assertSame( 4900, $this->paid_out( $order ) );
		self::assertTrue( $this->remaining( $order )->is_zero() );
		self::assertSame( 'disabled', $this->graph->sample()->licenses->license( $license )?->status );
		self::assertFalse( $this->graph->sample()->subscriptions->subscription( $subscription )?->charging );
		self::assertSame( [ "Refunded in full, run $run->id." ], array_column( $this->graph->sample()->rows->notes( $order->id ), 'note' ) );
		self::assertSame( 0, $this->house->claims->count( $run->id ) );
	}

	public function test_a_second_run_over_the_same_orders_has_nothing_to_do(): void {
		$order = $this->order();
		$this->drive( $this->start_refund( $order )->id );

		$again = $this->plan( $this->customer_of( $order ), Kind::Refund, Scope::orders( $order ) );
		self::assertSame( Why::AlreadyRefunded, $again->items[0]->why );
		$this->assertRefused( 'amicable_nothing_to_do', fn () => $this->start( $again ) );
		self::assertCount( 1, $this->payouts( $order ) );
	}

	public function test_a_payment_by_hand_waits_for_a_person_and_holds_the_license(): void {
		$order   = $this->order( [ 'gateway' => 'toy_manual' ] );
		$license = $this->license( $order );
		$plan    = $this->plan( $this->customer_of( $order ), Kind::Refund, Scope::orders( $order ) );
		self::assertSame( Method::Manual, $plan->refunds()[0]->method );

		$run = $this->drive( $this->start( $plan )->id );
		self::assertSame( RunState::NeedsAttention, $run->state );
		self::assertSame( StepState::Manual, $this->state_of_refund( $run, $order ) );
		self::assertSame( 'active', $this->graph->sample()->licenses->license( $license )?->status );

		$this->house->control->settle( $run, "refund:{$order->key()}", 'paid', 'Sent by wire', $this->admin );
		$run = $this->drive( $run->id );
		self::assertSame( RunState::Completed, $run->state );
		self::assertSame( 'disabled', $this->graph->sample()->licenses->license( $license )?->status );
		self::assertTrue( $this->remaining( $order )->is_zero() );
		self::assertSame( 0, $this->paid_out( $order ) );
	}

	public function test_money_that_was_not_paid_by_hand_has_failed_and_can_be_tried_again(): void {
		$order = $this->order( [ 'gateway' => 'toy_manual' ] );
		$run   = $this->drive( $this->start_refund( $order )->id );

		$this->house->control->settle( $run, "refund:{$order->key()}", 'not_paid', 'No account number', $this->admin );
		$run = $this->drive( $run->id );
		self::assertSame( RunState::NeedsAttention, $run->state );
		self::assertSame( StepState::Failed, $this->state_of_refund( $run, $order ) );

		$this->house->control->resume( $run, $this->admin );
		$run = $this->drive( $run->id );
		self::assertSame( StepState::Manual, $this->state_of_refund( $run, $order ) );
	}

	public function test_a_lost_answer_that_the_provider_can_be_asked_about_is_found_and_not_repeated(): void {
		$order = $this->order( [ 'gateway' => 'toy_lost' ] );
		$run   = $this->drive( $this->start_refund( $order )->id );
		// The store said unknown. A person has it looked up once more.
		self::assertSame( StepState::Unknown, $this->state_of_refund( $run, $order ) );

		$this->house->control->resume( $run, $this->admin );
		$run = $this->drive( $run->id );

		self::assertSame( RunState::Completed, $run->state );
		self::assertCount( 1, $this->payouts( $order ) );
	}

	/** @return iterable<string, array{string}> */
	public static function broken_gateways(): iterable {
		yield 'paid, then timed out'          => [ 'toy_timeout' ];
		yield 'paid, then threw an exception' => [ 'toy_exception' ];
		yield 'paid, then a type error'       => [ 'toy_error' ];
	}

	#[\PHPUnit\Framework\Attributes\DataProvider( 'broken_gateways' )]
	public function test_a_payout_that_nobody_can_prove_is_unknown_however_often_it_is_tried( string $gateway ): void {
		$order = $this->order( [ 'gateway' => $gateway ] );
		$other = $this->order();
		$run   = $this->start_refund( $order, $other );
		for ( $try = 0; $try < 4; $try++ ) {
			$run = $this->drive( $run->id );
			self::assertSame( RunState::NeedsAttention, $run->state );
			self::assertSame( StepState::Unknown, $this->state_of_refund( $run, $order ) );
			$this->house->control->resume( $run, $this->admin );
		}
		self::assertCount( 1, $this->payouts( $order ), 'Paid once, whatever was tried.' );
		self::assertCount( 1, $this->payouts( $other ), 'The other order went through.' );

		$run = $this->drive( $run->id );
		$this->assertRefused( 'amicable_unsettled', fn () => $this->house->control->stop( $run, $this->admin ) );
		$this->house->control->settle( $run, "refund:{$order->key()}", 'paid', 'Seen at the bank', $this->admin );
		$run = $this->drive( $run->id );
		self::assertSame( RunState::Completed, $run->state );
		self::assertTrue( $this->remaining( $order )->is_zero() );
		self::assertCount( 1, $this->payouts( $order ) );
	}

	public function test_a_decline_fails_one_order_and_not_the_others(): void {
		$declined = $this->order( [ 'gateway' => 'toy_decline' ] );
		$held     = $this->license( $declined );
		$fine     = $this->order();
		$ended    = $this->license( $fine );
		$run      = $this->drive( $this->start_refund( $declined, $fine )->id );

		self::assertSame( RunState::NeedsAttention, $run->state );
		self::assertSame( StepState::Failed, $this->state_of_refund( $run, $declined ) );
		self::assertSame( StepState::Done, $this->state_of_refund( $run, $fine ) );
		self::assertSame( 'active', $this->graph->sample()->licenses->license( $held )?->status );
		self::assertSame( 'disabled', $this->graph->sample()->licenses->license( $ended )?->status );
		self::assertSame( [], $this->graph->sample()->rows->notes( $declined->id ) );
	}

	public function test_what_a_person_accepts_by_name_lets_the_run_complete(): void {
		$order = $this->order( [ 'gateway' => 'toy_decline' ] );
		$run   = $this->drive( $this->start_refund( $order )->id );
		for ( $round = 0; $round < 10 && $run->state === RunState::NeedsAttention; $round++ ) {
			$open = array_values( array_filter( $run->proof['obligations'] ?? [], static fn ( array $line ): bool => $line['state'] === 'open' ) );
			self::assertNotSame( [], $open );
			$this->house->control->accept( $run, $open[0]['check'], $open[0]['ref'], 'Settled by letter', $this->admin );
			$run = $this->drive( $run->id );
		}
		self::assertSame( RunState::Completed, $run->state );
		self::assertContains( 'accepted', array_column( $run->proof['obligations'] ?? [], 'state' ) );
	}

	public function test_a_plan_that_something_changed_under_is_refused(): void {
		$order = $this->order();
		$plan  = $this->plan( $this->customer_of( $order ), Kind::Refund, Scope::orders( $order ) );
		$this->graph->sample()->store->refund_by_hand( $order->id, new \Amicable\Values\Money( 900, 'USD' ), 'Coupon' );

		$this->assertRefused( 'amicable_plan_stale', fn () => $this->start( $plan ) );
		self::assertSame( [], $this->payouts( $order ) );
	}

	public function test_a_plan_is_good_for_a_quarter_of_an_hour_and_at_most_two(): void {
		$order = $this->order();
		$plan  = $this->plan( $this->customer_of( $order ), Kind::Refund, Scope::orders( $order ) );
		$hash  = $plan->hash( $this->clock->now()->getTimestamp() );
		$this->clock->forward( 1801 );

		$this->assertRefused( 'amicable_plan_stale', fn () => $this->house->starter->start( $plan->customer_id, $plan->kind, $plan->scope, $hash, 1, $plan->totals()->all(), null, '', $this->admin ) );
	}

	public function test_the_typed_number_and_totals_have_to_be_those_of_the_plan(): void {
		$order = $this->order();
		$plan  = $this->plan( $this->customer_of( $order ), Kind::Refund, Scope::orders( $order ) );
		$hash  = $plan->hash( $this->clock->now()->getTimestamp() );
		$start = fn ( int $orders, array $totals ) => $this->house->starter->start( $plan->customer_id, $plan->kind, $plan->scope, $hash, $orders, $totals, null, '', $this->admin );

		$this->assertRefused( 'amicable_not_confirmed', fn () => $start( 2, $plan->totals()->all() ) );
		$this->assertRefused( 'amicable_not_confirmed', fn () => $start( 1, [] ) );
		$this->assertRefused( 'amicable_not_confirmed', fn () => $start( 1, [ new \Amicable\Values\Money( 4901, 'USD' ) ] ) );
		$this->assertRefused( 'amicable_not_confirmed', fn () => $start( 1, [ new \Amicable\Values\Money( 4900, 'EUR' ) ] ) );
		$this->assertRefused( 'amicable_not_confirmed', fn () => $start( 1, [ new \Amicable\Values\Money( 2450, 'USD' ), new \Amicable\Values\Money( 2450, 'USD' ) ] ) );
		self::assertSame( 'refund', $start( 1, $plan->totals()->all() )->kind->value );
	}

	public function test_an_order_that_was_deleted_meanwhile_fails_and_says_so(): void {
		$order = $this->order();
		$run   = $this->start_refund( $order );
		$this->graph->sample()->store->delete_order( $order->id );
		$run = $this->drive( $run->id );

		self::assertSame( StepState::Failed, $this->state_of_refund( $run, $order ) );
		self::assertSame( RunState::NeedsAttention, $run->state );
	}

	public function test_a_dispute_that_opens_after_the_start_keeps_the_money_here(): void {
		$order = $this->order();
		$run   = $this->start_refund( $order );
		$this->graph->sample()->rows->set_dispute( $order->id, 'open' );
		$run = $this->drive( $run->id );

		self::assertSame( StepState::Skipped, $this->state_of_refund( $run, $order ) );
		self::assertSame( [], $this->payouts( $order ) );
		self::assertSame( RunState::NeedsAttention, $run->state, 'The dispute is open, and a person has to know.' );
	}

	public function test_a_dispute_that_only_the_gateway_told_us_of_keeps_the_money_here(): void {
		$order = $this->order();
		$run   = $this->start_refund( $order );
		$this->graph->database()->insert(
			'disputes',
			[
				'store'       => 'sample',
				'order_id'    => $order->id,
				'external_id' => 'dp_1',
				'customer_id' => $this->customer_of( $order ),
				'status'      => 'open',
				'currency'    => 'USD',
				'amount'      => 4900,
				'opened_at'   => Database::time( $this->clock->now() ),
			],
		);
		$run = $this->drive( $run->id );

		self::assertSame( StepState::Skipped, $this->state_of_refund( $run, $order ) );
		self::assertSame( [], $this->payouts( $order ) );
		self::assertContains( [ 14, 'open' ], array_map( static fn ( array $line ): array => [ $line['check'], $line['state'] ], $run->proof['obligations'] ?? [] ) );
	}

	public function test_a_shop_plugin_that_went_away_meanwhile_fails_its_order_alone(): void {
		$gone  = $this->order();
		$here  = $this->order();
		$run   = $this->start_refund( $gone, $here );
		$steps = $this->graph->database()->table( 'steps' );
		$this->graph->database()->write( "UPDATE $steps SET store = 'edd' WHERE run_id = %d AND step_key = %s", [ $run->id, "refund:{$gone->key()}" ] );
		$this->graph->database()->write( "UPDATE {$this->graph->database()->table( 'claims' )} SET claim = %s WHERE claim = %s", [ "order:edd:$gone->id", "order:{$gone->key()}" ] );
		$run = $this->drive( $run->id );

		self::assertSame( [ StepState::Failed, 'The shop plugin of this order is not active.' ], [ $this->state_of_refund( $run, $gone ), $this->step( $run, "refund:{$gone->key()}" )->message ] );
		self::assertSame( StepState::Done, $this->state_of_refund( $run, $here ) );
		self::assertSame( [], $this->payouts( $gone ) );
	}

	public function test_an_order_that_could_not_be_looked_at_is_not_paid(): void {
		$order = $this->order();
		$run   = $this->start_refund( $order );
		$step  = $this->step( $run, "refund:{$order->key()}" );
		self::assertNotNull( $this->house->steps->claim( $step, 'saw nothing', null ) );
		$run = $this->drive( $run->id );

		self::assertSame( StepState::Failed, $this->state_of_refund( $run, $order ) );
		self::assertSame( [], $this->payouts( $order ) );
		$this->house->control->resume( $run, $this->admin );
		self::assertSame( RunState::Completed, $this->drive( $run->id )->state, 'Looked at, it is paid.' );
		self::assertCount( 1, $this->payouts( $order ) );
	}

	public function test_what_broke_before_asking_goes_on_at_once_and_after_asking_waits_out_the_lease(): void {
		foreach ( [ 'refund.claimed' => 0, 'refund.acted' => 300 ] as $point => $seconds ) {
			$run = $this->start_refund( $this->order() );
			$at  = [ 'refund.claimed' => 1, 'refund.acted' => 2 ][ $point ];
			$this->trap->set( $at, static fn () => throw new Killed( $point ) );
			try {
				$this->house->runner->advance( $run->id );
				self::fail( 'It should have broken.' );
			} catch ( Killed ) {
				$wait = ( $this->house->runner->next_at( $run->id )?->getTimestamp() ?? 0 ) - $this->clock->now()->getTimestamp();
				self::assertEqualsWithDelta( $seconds, $wait, 5, $point );
			}
			self::assertSame( RunState::Completed, $this->drive( $run->id )->state );
		}
	}

	public function test_an_order_whose_remainder_changed_is_not_paid(): void {
		$order = $this->order();
		$run   = $this->start_refund( $order );
		$this->graph->sample()->store->refund_by_hand( $order->id, new \Amicable\Values\Money( 900, 'USD' ), 'Coupon' );
		$run = $this->drive( $run->id );

		self::assertSame( StepState::Failed, $this->state_of_refund( $run, $order ) );
		self::assertSame( [], $this->payouts( $order ) );
	}

	public function test_somebody_elses_order_and_a_missing_one_are_refused(): void {
		$mine   = $this->order();
		$theirs = $this->order( [ 'email' => 'other@example.com' ] );
		$this->assertRefused( 'amicable_not_theirs', fn () => $this->plan( $this->customer_of( $mine ), Kind::Refund, Scope::orders( $theirs ) ) );
		$this->assertRefused( 'amicable_order_missing', fn () => $this->plan( $this->customer_of( $mine ), Kind::Refund, Scope::orders( new OrderRef( 'sample', 999_999 ) ) ) );
		$this->assertRefused( 'amicable_store_missing', fn () => $this->plan( $this->customer_of( $mine ), Kind::Refund, Scope::orders( new OrderRef( 'edd', 1 ) ) ) );
		$this->assertRefused( 'amicable_scope', fn () => $this->plan( $this->customer_of( $mine ), Kind::Refund, Scope::all() ) );
		$this->assertRefused( 'amicable_loose_end_missing', fn () => $this->plan( $this->customer_of( $mine ), Kind::Finish, Scope::loose_ends( 1 ) ) );
	}

	public function test_two_runs_never_hold_the_same_order(): void {
		$order = $this->order();
		$plan  = $this->plan( $this->customer_of( $order ), Kind::Refund, Scope::orders( $order ) );
		$first = $this->start( $plan );

		$this->assertRefused( 'amicable_claimed', fn () => $this->start( $plan ) );
		self::assertSame( RunState::Running, $this->house->runner->get( $first->id )->state );
	}

	public function test_a_subscription_whose_gateway_is_silent_stays_unknown_until_a_person_has_looked(): void {
		$order = $this->order( [ 'gateway' => 'toy_timeout' ] );
		$key   = "cancel_subscription:sample:{$this->subscription( $order )}";
		$run   = $this->drive( $this->start_refund( $order )->id );
		$this->settle_by_the_bank_what_moves_money( $run );
		$run = $this->drive( $run->id );
		self::assertSame( [ RunState::NeedsAttention, StepState::Unknown ], [ $run->state, $this->step( $run, $key )->state ] );

		$this->house->control->retry( $run, $key, $this->admin );
		$run = $this->drive( $run->id );
		self::assertSame( StepState::Unknown, $this->step( $run, $key )->state, 'That the shop has ended it is our own doing.' );

		$this->house->control->settle( $run, $key, 'paid', 'Seen at the gateway: canceled', $this->admin );
		self::assertSame( [ RunState::Completed, StepState::Done ], [ $this->drive( $run->id )->state, $this->step( $run, $key )->state ] );
	}

	public function test_one_failed_step_is_tried_again_and_the_others_rest(): void {
		$first  = $this->order( [ 'gateway' => 'toy_decline' ] );
		$second = $this->order( [ 'gateway' => 'toy_decline' ] );
		$run    = $this->drive( $this->start_refund( $first, $second )->id );
		$this->clock->forward( 1000 );

		$this->house->control->retry( $run, "refund:{$first->key()}", $this->admin );
		$this->drive( $run->id );

		self::assertSame( [ 2, 1 ], [ $this->step( $run, "refund:{$first->key()}" )->attempts, $this->step( $run, "refund:{$second->key()}" )->attempts ] );
		$this->assertRefused( 'amicable_step_missing', fn () => $this->house->control->retry( $this->house->runner->get( $run->id ), 'refund:sample:0', $this->admin ) );
	}

	public function test_what_is_done_or_not_begun_is_not_tried_again(): void {
		$order = $this->order();
		$run   = $this->start_refund( $order );

		$this->assertRefused( 'amicable_not_now', fn () => $this->house->control->retry( $run, "refund:{$order->key()}", $this->admin ) );
		$this->drive( $run->id );
		$this->assertRefused( 'amicable_not_now', fn () => $this->house->control->retry( $this->house->runner->get( $run->id ), "refund:{$order->key()}", $this->admin ) );
		self::assertSame( 4900, $this->paid_out( $order ) );
	}

	public function test_a_run_may_be_stopped_while_a_step_without_money_is_unknown(): void {
		$order = $this->order( [ 'gateway' => 'toy_timeout' ] );
		$key   = "cancel_subscription:sample:{$this->subscription( $order )}";
		$run   = $this->drive( $this->start_refund( $order )->id );
		$this->assertRefused( 'amicable_unsettled', fn () => $this->house->control->stop( $run, $this->admin ) );

		$this->settle_by_the_bank_what_moves_money( $run );
		$stopped = $this->house->control->stop( $this->drive( $run->id ), $this->admin );
		self::assertSame( [ RunState::Stopped, StepState::Unknown ], [ $stopped->state, $this->step( $stopped, $key )->state ] );
	}

	private function settle_by_the_bank_what_moves_money( Run $run ): void {
		foreach ( $this->house->steps->of( $run->id ) as $step ) {
			if ( $step->kind->moves_money() && $step->state->can_be_settled() ) {
				$this->house->control->settle( $this->house->runner->get( $run->id ), $step->key, $this->paid_out( new OrderRef( $step->store, (int) $step->target ) ) > 0 ? 'paid' : 'not_paid', 'Looked at the bank', $this->admin );
			}
		}
	}

	public function test_stopping_pauses_first_and_ends_second(): void {
		$order = $this->order();
		$run   = $this->start_refund( $order );

		$run = $this->house->control->stop( $run, $this->admin );
		self::assertSame( RunState::Paused, $run->state );
		self::assertSame( RunState::Paused, $this->drive( $run->id )->state, 'Nobody drives a paused run.' );
		$run = $this->house->control->stop( $run, $this->admin );
		self::assertSame( RunState::Stopped, $run->state );
		self::assertSame( StepState::Skipped, $this->state_of_refund( $run, $order ) );
		self::assertSame( [], $this->payouts( $order ) );
		self::assertSame( RunState::Completed, $this->drive( $this->start_refund( $order )->id )->state, 'Its orders are free again.' );
	}

	/** @param callable(): mixed $act */
}
