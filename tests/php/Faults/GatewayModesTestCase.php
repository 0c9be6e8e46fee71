<?php
declare( strict_types=1 );

namespace Amicable\Tests\Faults;

use Amicable\Mode;
use Amicable\Offboarding\Kind;
use Amicable\Offboarding\RunState;
use Amicable\Offboarding\Scope;
use Amicable\Offboarding\Step;
use Amicable\Offboarding\StepState;
use Amicable\Runs\Run;
use Amicable\Storage\LooseEnds;
use Amicable\Stores\OrderRef;
use Amicable\Tests\Integration\Runs\RunsTestCase;
use Amicable\Tests\Support\Tally;

/** Every way in which a real shop's gateway ends, told by a bank outside of the shop. Whatever the way: nothing twice, nothing called done unproven. */
abstract class GatewayModesTestCase extends RunsTestCase {

	protected const TOTAL = 4900;

	private const CASES = [ 'full', 'partly_refunded', 'second_attempt' ];

	protected function mode(): Mode {
		return Mode::Live;
	}

	/** @return list<string> */
	abstract protected function modes(): array;

	/** @param list<int> $refunds */
	abstract protected function order_at( string $mode, string $email, array $refunds ): OrderRef;

	/** The provider's message about a payout comes after its answer, twice. */
	abstract protected function tell_twice( string $mode, OrderRef $order ): void;

	/** The payout fails at the bank a day later, and the shop hears of it. */
	abstract protected function fail_later( OrderRef $order ): void;

	/** @return list<string> Of the modes, those whose payout fails later. */
	abstract protected function failing_later(): array;

	protected function walk_all( string $name ): void {
		$tally = new Tally( $name );
		try {
			foreach ( $this->modes() as $mode ) {
				foreach ( self::CASES as $case ) {
					$tally->begin();
					$this->walk( $tally, $mode, $case );
					$tally->pass();
				}
			}
			foreach ( $this->failing_later() as $mode ) {
				foreach ( self::CASES as $case ) {
					$tally->begin();
					$this->walk_to_the_day_after( $tally, $mode, $case );
					$tally->pass();
				}
			}
		} finally {
			$tally->report();
		}
	}

	private function walk( Tally $tally, string $mode, string $case ): void {
		$this->clock->forward( DAY_IN_SECONDS );
		$order = $this->order_at( $mode, bin2hex( random_bytes( 6 ) ) . '@example.com', $case === 'partly_refunded' ? [ 900 ] : [] );
		$this->graph->projector()->order_changed( $order );
		$run = $this->drive( $this->start_refund( $order )->id );
		$this->is_true( $run, $order, "$mode, $case" );
		if ( $case === 'second_attempt' && $run->state === RunState::NeedsAttention && $this->state_of_refund( $run, $order ) !== StepState::Manual ) {
			$this->house->control->resume( $run, $this->admin );
			$run = $this->drive( $run->id );
			$this->is_true( $run, $order, "$mode, $case, again" );
		}
		if ( str_ends_with( $mode, 'twice' ) || str_contains( $mode, 'twice_' ) ) {
			$this->tell_twice( $mode, $order );
			$this->is_true( $this->house->runner->get( $run->id ), $order, "$mode, $case, told twice" );
		}
		self::assertGreaterThanOrEqual( 0, $this->remaining( $order )->minor, "$mode, $case: the books give back more than was paid." );
		$tally->order( count( $this->payouts( $order ) ), count( $this->payouts( $order ) ) > 0 );
		if ( $this->state_of_refund( $run, $order ) === StepState::Unknown ) {
			$tally->unknown();
		}
	}

	private function walk_to_the_day_after( Tally $tally, string $mode, string $case ): void {
		$this->clock->forward( DAY_IN_SECONDS );
		$order = $this->order_at( $mode, bin2hex( random_bytes( 6 ) ) . '@example.com', $case === 'partly_refunded' ? [ 900 ] : [] );
		$this->graph->projector()->order_changed( $order );
		$run = $this->accept_what_is_open( $this->drive( $this->start_refund( $order )->id ) );
		self::assertSame( [ RunState::Completed, null ], [ $run->state, $run->broken_at ], "$mode, $case: the test must be able to fail." );
		$this->fail_later( $order );
		$this->clock->forward( DAY_IN_SECONDS );
		$this->house->repeat->run( [ 'run_id' => $run->id ] );
		self::assertNotNull( $this->house->runner->get( $run->id )->broken_at, "$mode, $case: nobody noticed." );
		if ( $case === 'second_attempt' ) {
			$this->graph->loose_end_counter()->recount( [ $run->customer_id ] );
			$ends = array_values( array_filter( $this->graph->loose_end_list()->page( LooseEnds::OPEN, null, 999, 0 ), static fn ( array $end ): bool => (int) $end['order_id'] === $order->id ) );
			self::assertCount( 1, $ends, "$mode, $case" );
			$this->drive( $this->start( $this->plan( $run->customer_id, Kind::Finish, Scope::loose_ends( (int) $ends[0]['id'] ) ) )->id );
		}
		self::assertCount( 1, $this->payouts( $order ), "$mode, $case: the gateway is not asked again." );
		$tally->order( 1 );
	}

	private function is_true( Run $run, OrderRef $order, string $what ): void {
		$step = $this->step( $run, "refund:{$order->key()}" );
		self::assertLessThanOrEqual( 1, count( $this->payouts( $order ) ), "$what: paid twice." );
		self::assertLessThanOrEqual( (int) $step->amount?->minor, $this->paid_out( $order ), "$what: paid too much." );
		if ( $step->state === StepState::Done ) {
			self::assertTrue( self::by_word( $step ) || $this->paid_out( $order ) === $step->amount?->minor, "$what: done, and neither paid nor marked as the gateway's word." );

			return;
		}
		self::assertContains( $step->state, [ StepState::Unknown, StepState::Failed, StepState::Manual ], $what );
		self::assertNotSame( '', (string) $step->message, "$what: it has to say what to do." );
		self::assertSame( RunState::NeedsAttention, $run->state, $what );
		if ( $step->state === StepState::Failed ) {
			self::assertSame( 0, $this->paid_out( $order ), "$what: failed, though the bank paid." );
		}
	}

	private static function by_word( Step $step ): bool {
		return ( $step->evidence['on_word'] ?? false ) === true;
	}
}
