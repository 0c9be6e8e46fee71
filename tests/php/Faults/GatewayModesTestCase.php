<?php
declare( strict_types=1 );

namespace Amicable\Tests\Faults;

use Amicable\Mode;
use Amicable\Offboarding\RunState;
use Amicable\Offboarding\Step;
use Amicable\Offboarding\StepState;
use Amicable\Runs\Run;
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
		$tally->order( count( $this->payouts( $order ) ), count( $this->payouts( $order ) ) > 0 );
		if ( $this->state_of_refund( $run, $order ) === StepState::Unknown ) {
			$tally->unknown();
		}
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
