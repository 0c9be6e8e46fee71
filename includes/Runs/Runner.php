<?php
declare( strict_types=1 );

namespace Amicable\Runs;

use Amicable\AmicableException;
use Amicable\Clock;
use Amicable\Offboarding\Queue;
use Amicable\Offboarding\RunState;
use Amicable\Offboarding\StepKind;
use Amicable\Offboarding\Turn;
use Amicable\Storage\LogChain;
use Amicable\Storage\Runs;
use Amicable\Storage\Steps;
use Amicable\Stores\Outcome;
use DateTimeImmutable;

/**
 * Carries a run out, one step a call. May be called by several at once, may die at any point, and may be called again: every step is
 * taken with a token, its intent is written down before anything is sent, and what somebody left unfinished is looked up, not repeated.
 */
final class Runner {

	private const LONG = '+1 hour';

	public function __construct(
		private readonly Runs $runs,
		private readonly Steps $steps,
		private readonly Attempt $attempt,
		private readonly Ending $ending,
		private readonly PayoutGuard $guard,
		private readonly LogChain $log,
		private readonly Clock $clock,
	) {
	}

	/** Does what is due next, if anything is, and answers the run as it stands then. */
	public function advance( int $run_id ): Run {
		$run = $this->get( $run_id );
		if ( $run->state === RunState::Completed ) {
			$this->ending->tidy( $run );
		} elseif ( $run->state->is_driven() && ( $run->start_at === null || $run->start_at <= $this->clock->now() ) ) {
			$this->drive( $run );
		}

		return $this->get( $run_id );
	}

	/** When to call again; null: nothing happens until a person does something. */
	public function next_at( int $run_id ): ?DateTimeImmutable {
		$run = $this->get( $run_id );
		if ( ! $run->state->is_driven() ) {
			return null;
		}
		$now  = $this->clock->now();
		$turn = $this->turn( $run_id );

		return $run->start_at !== null && $run->start_at > $now ? $run->start_at : $turn->at ?? $now;
	}

	/** @throws AmicableException 404 */
	public function get( int $run_id ): Run {
		return $this->runs->find( $run_id ) ?? throw new AmicableException( 'amicable_run_missing', __( 'There is no such run.', 'amicable' ), 404 );
	}

	private function drive( Run $run ): void {
		$refusal = $this->guard->refusal();
		if ( $refusal !== null ) {
			$this->pause( $run, $refusal );
			return;
		}
		$queue = new Queue( $this->steps->of( $run->id ) );
		$turn  = $queue->turn( $this->clock->now() );
		if ( $turn->is_over() && $queue->asks_about_mail() ) {
			$this->ending->ask_a_person( $run );
		} elseif ( $turn->is_over() ) {
			$this->ending->complete( $run );
		} elseif ( $turn->step === null ) {
			$this->wait( $run, $turn, $queue );
		} else {
			$awake = $run->state === RunState::Running ? $run : $this->runs->change( $run, RunState::Running );
			if ( $awake !== null ) {
				$this->act( $awake, $turn );
			}
		}
	}

	private function act( Run $run, Turn $turn ): void {
		$step = $turn->step;
		if ( $step === null ) {
			return;
		}
		$result = $this->attempt->at( $run, $step );
		if ( $step->kind === StepKind::Proof && $result?->outcome === Outcome::Waiting ) {
			$this->ending->ask_a_person( $run );
		}
	}

	private function turn( int $run_id ): Turn {
		return ( new Queue( $this->steps->of( $run_id ) ) )->turn( $this->clock->now() );
	}

	/** Another worker's step is no reason to wait: the run goes on under that worker. */
	private function wait( Run $run, Turn $turn, Queue $queue ): void {
		if ( $queue->needs_a_person() && $turn->at > $this->clock->now()->modify( self::LONG ) ) {
			// Whoever has to pay by hand should not hear of it only when some day has come.
			$this->ending->ask_a_person( $run );

			return;
		}
		if ( $turn->outside && $run->state === RunState::Running ) {
			$this->runs->change( $run, RunState::Waiting );
		}
	}

	private function pause( Run $run, AmicableException $refusal ): void {
		if ( $this->runs->change( $run, RunState::Paused ) !== null ) {
			$this->log->append( 'run_paused', 'run', $run->id, $run->customer_id, 0, [ 'why' => $refusal->reason ] );
		}
	}
}
