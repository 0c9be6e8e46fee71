<?php
declare( strict_types=1 );

namespace Amicable\Runs;

use Amicable\AmicableException;
use Amicable\Clock;
use Amicable\ErrorLog;
use Amicable\Offboarding\Step;
use Amicable\Offboarding\StepKind;
use Amicable\Offboarding\StepState;
use Amicable\Projection\Projector;
use Amicable\Storage\LogChain;
use Amicable\Storage\Steps;
use Amicable\Stores\Outcome;
use Amicable\Stores\Result;
use Throwable;

/** One attempt at one step: taken, begun in writing, done, written down. */
final class Attempt {

	/** So often something that breaks is tried again by itself. */
	private const TRIES = 3;

	/** How long to wait for something outside, and after something broke. */
	private const WAIT = 300;
	private const REST = 30;

	public function __construct(
		private readonly Steps $steps,
		private readonly Effects $effects,
		private readonly LogChain $log,
		private readonly Projector $projector,
		private readonly Watch $watch,
		private readonly Checkpoint $checkpoint,
		private readonly Clock $clock,
	) {
	}

	/** Null: somebody else has the step. */
	public function at( Run $run, Step $step ): ?Result {
		$name = $step->kind->value;
		$this->checkpoint->reach( "$name.before" );
		$token     = bin2hex( random_bytes( 16 ) );
		$abandoned = $step->state === StepState::Running;
		$mine      = $abandoned ? $this->steps->claim( $step, $token, null ) : $this->begin( $step, $token );
		if ( $mine === null ) {
			return null;
		}
		$this->watch->over( $mine, $token );
		try {
			$this->checkpoint->reach( "$name.claimed" );
			$result = $this->act( $run, $mine, $token, $abandoned );
			$this->checkpoint->reach( "$name.acted" );
			$this->write_down( $run, $mine, $token, $result );
			$this->checkpoint->reach( "$name.recorded" );
		} finally {
			// After something broke, whoever comes next need not wait for the lease. What was written down is not touched by this.
			$this->watch->end();
		}

		return $result;
	}

	/** Remembers how things stand in the same write that takes the step, so that neither is ever there without the other. */
	private function begin( Step $step, string $token ): ?Step {
		try {
			$before = $this->effects->of( $step->kind )->before( $step );
		} catch ( Throwable ) {
			// The shop is not there, or broken. The attempt says so, and sends nothing without having looked.
			$before = null;
		}

		return $this->steps->claim( $step, $token, $before );
	}

	/** Null: whatever happened has to be looked up by the next attempt. */
	private function act( Run $run, Step &$step, string $token, bool $abandoned ): ?Result {
		$effect = $this->effects->of( $step->kind );
		try {
			$found = $abandoned ? $effect->look_up( $run, $step ) : null;
			if ( $found !== null ) {
				return $found;
			}
			$repeats = $abandoned && $step->asked_at() !== null;
			$step    = $this->steps->ask( $step, $token, $repeats ? [ Step::REPEATED => true ] : [] ) ?? throw new Lost();
			if ( $step->kind->moves_money() ) {
				$this->watch->keep_lease();
			}

			return $effect->carry_out( $run, $step );
		} catch ( Lost ) {
			return null;
		} catch ( Throwable $broken ) {
			return $this->broken( $step, $broken );
		}
	}

	/** Of money, an exception proves nothing: the step stays begun, and the next attempt looks it up. */
	private function broken( Step $step, Throwable $broken ): ?Result {
		ErrorLog::broken( sprintf( 'step %s of run %d', $step->key, $step->run_id ), $broken ); // A surprise has to be found somewhere.
		$sentence = $broken instanceof AmicableException ? $broken->getMessage() : __( 'Something broke on this site; the details are in its error log.', 'amicable' );
		if ( $step->kind->moves_money() ) {
			return $step->attempts < self::TRIES ? null : Result::unknown( $sentence );
		}

		return $step->attempts < self::TRIES && ! $broken instanceof AmicableException ? Result::waiting( $sentence ) : Result::refused( $sentence );
	}

	private function write_down( Run $run, Step $step, string $token, ?Result $result ): void {
		if ( $result === null ) {
			return;
		}
		$state    = $this->state( $step, $result );
		$evidence = $result->evidence + ( $result->on_word ? [ 'on_word' => true ] : [] ) + ( $state === StepState::Running ? [ Step::WAITING => true ] : [] ) + ( $state === StepState::Unknown ? [ Step::DOUBTED => true ] : [] );
		$written  = $this->steps->finish( $step, $token, $state, $result->receipt, $this->message( $result ), $evidence, $this->again( $step, $state ) );
		if ( ! $written ) {
			$this->too_late( $step, $result );
		}
		$this->log->append( $written ? 'step_' . $state->value : 'step_late', 'run', $run->id, $run->customer_id, $run->actor(), [ 'step' => $step->key, 'attempt' => $step->attempts, 'outcome' => $result->outcome->value, 'receipt' => $result->receipt ] );
		$this->recount( $run, $step );
	}

	private function state( Step $step, Result $result ): StepState {
		return match ( $result->outcome ) {
			Outcome::Done    => StepState::Done,
			Outcome::Already => StepState::Skipped,
			Outcome::Refused => StepState::Failed,
			Outcome::Manual  => StepState::Manual,
			Outcome::Unknown => StepState::Unknown,
			// A provider that took a refund and has not finished it must be asked again, not told again.
			Outcome::Waiting => $step->kind->moves_money() ? StepState::Running : StepState::Pending,
		};
	}

	private function again( Step $step, StepState $state ): ?\DateTimeImmutable {
		if ( ! $state->is_open() ) {
			return null;
		}
		$seconds = $step->kind === StepKind::Proof ? 0 : ( $step->attempts < self::TRIES && ! $step->kind->moves_money() ? self::REST : self::WAIT );

		return $this->clock->now()->modify( "+$seconds seconds" );
	}

	private function message( Result $result ): ?string {
		return $result->on_word && $result->message === null ? __( 'By the gateway\'s word: it answered yes, and cannot be asked for a record.', 'amicable' ) : $result->message;
	}

	/** Somebody took the step over while we were at it. Proof of a payout counts all the same where nobody knew. */
	private function too_late( Step $step, Result $result ): void {
		$this->steps->add_late_evidence( $step, $result->outcome->value, $result->receipt );
		$now = $this->steps->find( $step->run_id, $step->key );
		if ( $now !== null && $now->state === StepState::Unknown && $result->outcome === Outcome::Done ) {
			$this->steps->change( $now, StepState::Done, $this->message( $result ), 0, [], $result->receipt );
		}
	}

	/** The figures follow the money; if they cannot now, the next event or rebuild brings them up. */
	private function recount( Run $run, Step $step ): void {
		try {
			if ( $step->kind->moves_money() ) {
				$this->projector->order_changed( $step->orders[0] );
			}
		} catch ( Throwable $broken ) {
			ErrorLog::broken( sprintf( 'figures after run %d', $run->id ), $broken ); // Must not turn a payout into a failure.
		}
	}
}
