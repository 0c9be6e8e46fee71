<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Runs;

use Amicable\Offboarding\Step;
use Amicable\Offboarding\StepState;
use Amicable\Runs\Attempt;
use Amicable\Runs\Effects;
use Amicable\Runs\Effects\RefundOrder;
use Amicable\Runs\Run;
use Amicable\Runs\Sentences;
use Amicable\Runs\Watch;
use Amicable\Storage\Disputes;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Result;
use Amicable\Stores\Stores;
use Amicable\Tests\Support\ScriptedStore;
use Closure;
use TypeError;

/** Gateways that the sample shop does not have: slow, forgetful, contradicting themselves. Each attempt is made as the Runner makes it. */
final class OddGatewaysTest extends RunsTestCase {

	public function test_what_the_gateway_finishes_later_is_asked_about_and_never_asked_for_again(): void {
		$store = $this->store( static fn (): Result => Result::waiting( 'Accepted, pending' ), static fn (): Result => Result::waiting( 'Still pending' ) );
		$run   = $this->start_refund( $order = $this->order() );
		$this->attempt( $store, $run, $order );
		for ( $look = 0; $look < 5; $look++ ) {
			$this->clock->forward( 301 );
			self::assertSame( StepState::Running, $this->attempt( $store, $run, $order )->state );
		}
		$store->find = static fn (): Result => Result::done( 're_1' );
		$this->clock->forward( 301 );

		self::assertSame( [ StepState::Done, 're_1' ], [ $this->attempt( $store, $run, $order )->state, $this->step( $run, "refund:{$order->key()}" )->receipt ] );
		self::assertCount( 1, $store->asked );
	}

	public function test_what_the_gateway_takes_and_then_forgets_has_failed_and_is_not_repeated(): void {
		$store = $this->store( static fn (): Result => Result::waiting( 'Accepted, pending' ), static fn (): Result => Result::refused( 'No such refund' ) );
		$run   = $this->start_refund( $order = $this->order() );
		$this->attempt( $store, $run, $order );
		$this->clock->forward( 301 );

		self::assertSame( StepState::Failed, $this->attempt( $store, $run, $order )->state );
		self::assertCount( 1, $store->asked );
	}

	public function test_no_such_refund_allows_one_repeat_and_no_second_one(): void {
		$store = $this->store( static fn (): Result => throw new TypeError( 'Broke after the call' ), static fn (): Result => Result::refused( 'No such refund' ) );
		$run   = $this->start_refund( $order = $this->order() );
		for ( $try = 0; $try < 4; $try++ ) {
			$step = $this->attempt( $store, $run, $order );
			$this->clock->forward( 301 );
		}

		self::assertCount( 2, $store->asked );
		self::assertCount( 1, array_unique( $store->asked ), 'With the same key.' );
		self::assertSame( StepState::Failed, $step->state, 'Twice the provider said that it has no such refund.' );
	}

	public function test_no_such_refund_a_moment_after_asking_says_nothing_yet(): void {
		$store = $this->store( static fn (): Result => Result::unknown( 'Timed out' ), static fn (): Result => Result::refused( 'No such refund' ) );
		$run   = $this->start_refund( $order = $this->order() );
		self::assertSame( StepState::Unknown, $this->attempt( $store, $run, $order )->state );
		$this->look_again( $run, $order );
		self::assertSame( StepState::Unknown, $this->attempt( $store, $run, $order )->state );
		self::assertCount( 1, $store->asked );

		$this->clock->forward( 301 );
		$store->refund = static fn (): Result => Result::done( 're_2' );
		$this->look_again( $run, $order );
		self::assertSame( StepState::Done, $this->attempt( $store, $run, $order )->state );
		self::assertCount( 2, $store->asked );
	}

	public function test_an_exception_of_the_adapter_is_never_a_refusal(): void {
		$store = $this->store( static fn (): Result => throw new TypeError( 'Broke after the payout' ), static fn (): Result => Result::unknown( 'No record' ) );
		$run   = $this->start_refund( $order = $this->order() );

		self::assertSame( StepState::Running, $this->attempt( $store, $run, $order )->state );
		$this->clock->forward( 301 );
		self::assertSame( StepState::Unknown, $this->attempt( $store, $run, $order )->state );
		self::assertCount( 1, $store->asked );
	}

	public function test_a_shop_that_cannot_even_be_asked_ends_as_unknown_and_not_in_a_circle(): void {
		$store = $this->store( static fn (): Result => throw new TypeError( 'Broke' ), static fn (): Result => throw new TypeError( 'Broke again' ) );
		$run   = $this->start_refund( $order = $this->order() );
		for ( $try = 0; $try < 3; $try++ ) {
			$step = $this->attempt( $store, $run, $order );
			$this->clock->forward( 301 );
		}

		self::assertSame( StepState::Unknown, $step->state );
		self::assertCount( 1, $store->asked );
	}

	public function test_a_key_is_repeated_while_the_provider_can_still_know_it(): void {
		$lost  = static fn (): Result => throw new TypeError( 'The answer was lost' );
		$none  = static fn (): Result => Result::unknown( 'Cannot be asked' );
		$young = $this->store( $lost, $none, true );
		$run   = $this->start_refund( $order = $this->order() );
		$this->attempt( $young, $run, $order );
		$this->clock->forward( 301 );
		$young->refund = static fn (): Result => Result::done( 're_1' );
		self::assertSame( StepState::Done, $this->attempt( $young, $run, $order )->state );
		self::assertCount( 1, array_unique( $young->asked ) );

		$old = $this->store( $lost, $none, true );
		$run = $this->start_refund( $order = $this->order() );
		$this->attempt( $old, $run, $order );
		$this->clock->forward( 24 * 3600 );
		self::assertSame( StepState::Unknown, $this->attempt( $old, $run, $order )->state );
		self::assertCount( 1, $old->asked, 'After a day the key may be forgotten, and repeating would be a new refund.' );
	}

	/**
	 * @param Closure(): Result $refund
	 * @param Closure(): Result $find
	 */
	private function store( Closure $refund, Closure $find, bool $takes_key = false ): ScriptedStore {
		return new ScriptedStore( $this->graph->sample()->store, $refund, $find, $takes_key );
	}

	private function attempt( ScriptedStore $store, Run $run, OrderRef $order ): Step {
		$key    = "refund:{$order->key()}";
		$effect = new RefundOrder( new Stores( $store ), new Disputes( $this->graph->database() ), $this->graph->loose_ends(), new Sentences(), $this->clock );
		$error  = ini_set( 'error_log', '/dev/null' );
		( new Attempt( $this->house->steps, new Effects( $effect ), $this->house->log, $this->graph->projector(), new Watch( $this->house->steps ), $this->trap, $this->clock ) )->at( $run, $this->step( $run, $key ) );
		ini_set( 'error_log', (string) $error );

		return $this->step( $run, $key );
	}

	private function look_again( Run $run, OrderRef $order ): void {
		self::assertTrue( $this->house->steps->change( $this->step( $run, "refund:{$order->key()}" ), StepState::Running, null ) );
	}
}
