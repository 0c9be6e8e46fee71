<?php
declare( strict_types=1 );

namespace Amicable\Runs;

use Amicable\AmicableException;
use Amicable\Clock;
use Amicable\Jobs\Jobs;
use Amicable\Offboarding\Kind;
use Amicable\Offboarding\LooseEndKind;
use Amicable\Offboarding\ProofLine;
use Amicable\Offboarding\RunState;
use Amicable\Offboarding\Step;
use Amicable\Offboarding\StepState;
use Amicable\Storage\Accepted;
use Amicable\Storage\LogChain;
use Amicable\Storage\LooseEnds;
use Amicable\Storage\Runs;
use Amicable\Storage\Steps;

/** What a person may do with a run besides letting it go on. */
final class RunControl {

	public function __construct(
		private readonly Runs $runs,
		private readonly Steps $steps,
		private readonly Ending $ending,
		private readonly CaseDesk $cases,
		private readonly Approvers $approvers,
		private readonly PayoutGuard $guard,
		private readonly ShopRights $rights,
		private readonly Limits $limits,
		private readonly Accepted $accepted,
		private readonly ProofWatch $watch,
		private readonly LooseEnds $loose_ends,
		private readonly LogChain $log,
		private readonly Jobs $jobs,
		private readonly Checkpoint $checkpoint,
		private readonly Clock $clock,
	) {
	}

	/** @throws AmicableException Never the starter where a second person could. */
	public function approve( Run $run, int $user_id ): Run {
		if ( $run->state !== RunState::AwaitingApproval ) {
			throw self::not_now();
		}
		if ( ! $this->approvers->may_approve( $user_id, $run->started_by ) ) {
			throw new AmicableException( 'amicable_own_run', __( 'You started this run, and somebody else may approve: let them do it.', 'amicable' ), 403 );
		}
		$this->rights->check( ShopRights::asked_by( $this->steps->of( $run->id ) ), $user_id );
		// The gates of the case may have shut since the start, and the day may be full by now; in either case nothing begins.
		$this->cases->check_approval( $run );
		$this->limits->take( $run->kind, $run->id );
		$this->checkpoint->reach( 'approve.placed' );
		$this->cases->approve( $run, $user_id );
		$this->checkpoint->reach( 'approve.moved' );
		$start_at = $this->limits->begins_at( $run->kind );
		$approved = $this->runs->approve( $run, $user_id, $start_at ) ?? throw self::stale();
		$this->checkpoint->reach( 'approve.approved' );
		$this->log->append( 'run_approved', 'run', $run->id, $run->customer_id, $user_id, $start_at === null ? [] : [ 'begins' => $start_at->format( 'Y-m-d\TH:i:s\Z' ) ] );
		$this->wake( $approved );

		return $approved;
	}

	/** What has not begun ends for good. Of what has, the first stop pauses it; a stop while it is paused ends it. */
	public function stop( Run $run, int $user_id ): Run {
		if ( $run->state === RunState::Scheduled ) {
			// A worker may begin it at this very moment; then this is the first stop of what has begun.
			return $this->ending->stop( $run, $user_id, '' ) ?? $this->pause( $this->runs->find( $run->id ) ?? $run, $user_id );
		}
		if ( $run->state === RunState::Running || $run->state === RunState::Waiting ) {
			return $this->pause( $run, $user_id );
		}
		if ( ! $run->state->may_become( RunState::Stopped ) ) {
			throw self::not_now();
		}
		foreach ( $this->steps->of( $run->id ) as $step ) {
			$this->refuse_to_leave( $step );
		}

		return $this->ending->stop( $run, $user_id, '' ) ?? throw self::stale();
	}

	private function pause( Run $run, int $user_id ): Run {
		$paused = $this->runs->change( $run, RunState::Paused ) ?? throw self::stale();
		$this->log->append( 'run_paused', 'run', $run->id, $run->customer_id, $user_id );

		return $paused;
	}

	/** Goes on. What failed is tried again, what is unknown is looked up again; neither is simply repeated. */
	public function resume( Run $run, int $user_id ): Run {
		if ( $run->state !== RunState::Paused && $run->state !== RunState::NeedsAttention ) {
			throw self::not_now();
		}
		$refusal = $this->guard->refusal();
		if ( $refusal !== null ) {
			throw $refusal;
		}
		foreach ( $this->steps->of( $run->id ) as $step ) {
			$this->take_up_again( $step );
		}
		$this->log->append( 'run_resumed', 'run', $run->id, $run->customer_id, $user_id );

		return $this->go_on( $run );
	}

	/** The same for one step, while the others stay as they are. */
	public function retry( Run $run, string $key, int $user_id ): Run {
		$step = $this->get( $run, $key );
		if ( $run->state !== RunState::NeedsAttention || ( $step->state !== StepState::Failed && $step->state !== StepState::Unknown ) ) {
			throw self::not_now();
		}
		$refusal = $this->guard->refusal();
		if ( $refusal !== null ) {
			throw $refusal;
		}
		if ( ! $this->take_up_again( $step ) ) {
			throw self::stale();
		}
		$this->log->append( 'step_retried', 'run', $run->id, $run->customer_id, $user_id, [ 'step' => $key ] );

		return $this->go_on( $run );
	}

	/** @param 'paid'|'not_paid' $outcome Of a step without money: it is done, or it is not. */
	public function settle( Run $run, string $key, string $outcome, string $note, int $user_id ): Run {
		$step = $this->get( $run, $key );
		if ( $run->state->has_ended() || ! $step->state->can_be_settled() ) {
			throw new AmicableException( 'amicable_not_open', __( 'There is nothing to settle here (any more).', 'amicable' ), 409 );
		}
		if ( $outcome === 'not_paid' && $step->was_paid_after_all() ) {
			throw new AmicableException( 'amicable_paid', __( 'There is proof by now that the customer was paid. Settle it as paid.', 'amicable' ), 409 );
		}
		$this->write( $step, $outcome, $user_id );
		$this->vouch( $run, $step, $outcome, $note, $user_id );
		$this->log->append( "step_settled_$outcome", 'run', $run->id, $run->customer_id, $user_id, [ 'step' => $key, 'note' => $note ] );

		return $run->state === RunState::NeedsAttention ? $this->go_on( $run ) : ( $this->runs->find( $run->id ) ?? $run );
	}

	public function accept( Run $run, int $check, ?string $ref, string $reason, int $user_id ): Run {
		$line = array_values( array_filter( $run->proof['obligations'] ?? [], static fn ( array $line ): bool => $line['check'] === $check && $line['ref'] === $ref && $line['state'] === ProofLine::OPEN ) )[0] ?? null;
		if ( $line === null || ! $run->asks_to_accept() ) {
			throw new AmicableException( 'amicable_not_open', __( 'This line of the receipt is not open.', 'amicable' ), 409 );
		}
		$step = $ref === null ? null : $this->steps->find( $run->id, $ref );
		if ( $step !== null && $step->kind->moves_money() && ( $step->state->can_be_settled() || $step->state === StepState::Running ) ) {
			throw new AmicableException( 'amicable_unsettled', __( 'Say first whether the customer was paid; only then can this be accepted.', 'amicable' ), 409, [], [ 'step' => $step->key ] );
		}
		$this->accepted->add( $run->id, $check, $ref, $reason, $user_id );
		$this->log->append( 'obligation_accepted', 'run', $run->id, $run->customer_id, $user_id, [ 'check' => $check, 'ref' => $ref, 'reason' => $reason ] );

		return $run->state === RunState::Completed ? $this->watch->again( $run ) : $this->go_on( $run );
	}

	/** Looks again at what this run had closed, without waiting for the next round. */
	public function check( Run $run ): Run {
		if ( $run->state !== RunState::Completed ) {
			throw self::not_now();
		}

		return $this->watch->again( $run );
	}

	/** Paid: the store still has to be told, which the next attempt does; if that dies, the one after it. Not paid by hand: that is known now, and failed. */
	private function write( Step $step, string $outcome, int $user_id ): void {
		$to = match ( true ) {
			$outcome === 'paid' && $step->kind->moves_money() => StepState::Running,
			$outcome === 'paid'                               => StepState::Done,
			$step->state === StepState::Manual                => StepState::Failed,
			default                                           => StepState::Pending,
		};
		$evidence = $outcome === 'paid'
			? [ Step::SETTLING => 'paid' ]
			: [ Step::SETTLING => 'not_paid', Step::REPEATED => false, Step::WAITING => false ];
		if ( ! $this->steps->change( $step, $to, self::by_a_person( $step, $to ), $user_id, $evidence ) ) {
			throw self::stale();
		}
	}

	private static function by_a_person( Step $step, StepState $to ): ?string {
		return match ( $to ) {
			StepState::Failed => $step->kind->moves_money() ? __( 'Settled by a person: the customer was not paid.', 'amicable' ) : __( 'Settled by a person: this was not done.', 'amicable' ),
			StepState::Done   => __( 'Settled by a person: this is done.', 'amicable' ),
			default           => null,
		};
	}

	/** What failed is done again; what is unknown is looked up first, and done again only where that can do no harm. */
	private function take_up_again( Step $step ): bool {
		return match ( $step->state ) {
			StepState::Failed  => $this->steps->change( $step, StepState::Pending, null ),
			StepState::Unknown => $this->steps->change( $step, StepState::Running, $step->message ),
			default            => false,
		};
	}

	/** What does not move money may stay unknown when a run is stopped: the receipt says so, and nobody waits for a payment. */
	private function refuse_to_leave( Step $step ): void {
		if ( $step->kind->moves_money() && ( $step->state === StepState::Running || $step->state->can_be_settled() ) ) {
			throw new AmicableException( 'amicable_unsettled', __( 'Nobody knows yet whether one of its refunds was paid. Settle that first; the run stays paused until then.', 'amicable' ), 409, [], [ 'step' => $step->key ] );
		}
		if ( $step->state === StepState::Running ) {
			throw new AmicableException( 'amicable_under_way', __( 'One of its steps is under way. Try again in a minute; the run stays paused until then.', 'amicable' ), 409, [], [ 'step' => $step->key ] );
		}
	}

	private function get( Run $run, string $key ): Step {
		return $this->steps->find( $run->id, $key ) ?? throw new AmicableException( 'amicable_step_missing', __( 'This run has no such step.', 'amicable' ), 404 );
	}

	/** A refund that no gateway paid stays so in the shop's books; from now on somebody's word stands beside it. */
	private function vouch( Run $run, Step $step, string $outcome, string $note, int $user_id ): void {
		if ( $run->kind !== Kind::Finish || $outcome !== 'paid' || ! $step->kind->moves_money() ) {
			return;
		}
		foreach ( $this->loose_ends->find_all( $run->scope->loose_ends ) as $row ) {
			if ( $row['kind'] === LooseEndKind::UnpaidRefund->value && "{$row['store']}:{$row['order_id']}" === "$step->store:$step->target" ) {
				$this->loose_ends->leave( (int) $row['id'], $note, $user_id );
			}
		}
	}

	private function go_on( Run $run ): Run {
		$running = $this->runs->change( $run, RunState::Running ) ?? throw self::stale();
		$this->wake( $running );

		return $running;
	}

	private function wake( Run $run ): void {
		$this->jobs->enqueue( RunJob::NAME, [ 'run_id' => $run->id ], RunJob::wakes_in( $run, $this->clock->now() ) );
	}

	private static function not_now(): AmicableException {
		return new AmicableException( 'amicable_not_now', __( 'The run is not in a state for this.', 'amicable' ), 409 );
	}

	private static function stale(): AmicableException {
		return new AmicableException( 'amicable_stale', __( 'Somebody changed this meanwhile. Nothing was saved; look at it again.', 'amicable' ), 409 );
	}
}
