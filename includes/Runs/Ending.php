<?php
declare( strict_types=1 );

namespace Amicable\Runs;

use Amicable\Away\Services;
use Amicable\ErrorLog;
use Amicable\Offboarding\Kind;
use Amicable\Offboarding\RunState;
use Amicable\Projection\LooseEndCounter;
use Amicable\Projection\Projector;
use Amicable\Storage\Claims;
use Amicable\Storage\LogChain;
use Amicable\Storage\Runs;
use Amicable\Storage\Steps;
use Throwable;

/** How a run ends, and what it lets go of then. Safe to do again: whoever dies in between leaves it to the next. */
final class Ending {

	public function __construct(
		private readonly Runs $runs,
		private readonly Steps $steps,
		private readonly Claims $claims,
		private readonly Limits $limits,
		private readonly CaseDesk $cases,
		private readonly LogChain $log,
		private readonly Projector $projector,
		private readonly LooseEndCounter $loose_ends,
		private readonly Checkpoint $checkpoint,
		private readonly Services $services,
	) {
	}

	/** The proof has passed: nothing is open, or it was accepted by name. */
	public function complete( Run $run ): void {
		$this->checkpoint->reach( 'run.before' );
		$this->steps->skip_pending( $run->id, __( 'Not done: accepted as it is.', 'amicable' ) );
		$done = $this->runs->complete( $run );
		$this->checkpoint->reach( 'run.completed' );
		if ( $done === null ) {
			return;
		}

		$this->log->append( 'run_completed', 'run', $run->id, $run->customer_id, $run->actor() );
		$this->tidy( $done );
	}

	public function ask_a_person( Run $run ): void {
		$this->checkpoint->reach( 'run.before' );
		if ( $this->runs->change( $run, RunState::NeedsAttention ) !== null ) {
			$this->log->append( 'run_needs_attention', 'run', $run->id, $run->customer_id, 0 );
		}
		$this->checkpoint->reach( 'run.asking' );
	}

	/** Stops what has not begun, for good. What was done stays done. */
	public function stop( Run $run, int $user_id, string $reason ): ?Run {
		$stopped = $this->runs->change( $run, RunState::Stopped );
		if ( $stopped === null ) {
			return null;
		}
		if ( $run->state->has_not_begun() ) {
			$this->limits->free( $run->id );
		}
		$this->steps->skip_pending( $run->id, __( 'Stopped before it began.', 'amicable' ) );
		$this->log->append( 'run_stopped', 'run', $run->id, $run->customer_id, $user_id, [ 'reason' => $reason ] );
		$this->tidy( $stopped );

		return $stopped;
	}

	/** What a run that has ended must not hold any longer. */
	public function tidy( Run $run ): void {
		$this->claims->release( $run->id );
		$this->checkpoint->reach( 'run.released' );
		// Before the case closes: whoever dies here leaves a case that is still open, and this is done again.
		if ( $run->kind === Kind::PartWays && $run->state === RunState::Completed ) {
			$this->services->close_after( $run );
		}
		$this->cases->after_run( $run );
		$this->checkpoint->reach( 'run.tidied' );
		$this->recount( $run );
	}

	/** The figures follow, and what is left open; a run has not ended less because they cannot now. */
	private function recount( Run $run ): void {
		try {
			$this->projector->project( $run->customer_id );
			$this->loose_ends->recount( [ $run->customer_id ] );
		} catch ( Throwable $broken ) {
			ErrorLog::broken( sprintf( 'figures after run %d', $run->id ), $broken ); // The next event or rebuild brings them up.
		}
	}
}
