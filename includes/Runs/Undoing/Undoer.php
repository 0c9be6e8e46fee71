<?php
declare( strict_types=1 );

namespace Amicable\Runs\Undoing;

use Amicable\AmicableException;
use Amicable\ErrorLog;
use Amicable\Offboarding\RunState;
use Amicable\Offboarding\Step;
use Amicable\Offboarding\StepKind;
use Amicable\Runs\Checkpoint;
use Amicable\Runs\ProofWatch;
use Amicable\Runs\Run;
use Amicable\Storage\Claims;
use Amicable\Storage\LogChain;
use Amicable\Storage\Runs;
use Amicable\Storage\Steps;
use Amicable\Storage\Undos;
use Amicable\Stores\Outcome;
use Amicable\Stores\Result;
use Throwable;

/** Takes back one thing that a run which has ended had ended: on purpose, with a reason, once. Money and what is told stay as they are. */
final class Undoer {

	public function __construct(
		private readonly Runs $runs,
		private readonly Steps $steps,
		private readonly Undos $undos,
		private readonly Claims $claims,
		private readonly ProofWatch $watch,
		private readonly LogChain $log,
		private readonly Checkpoint $checkpoint,
		private readonly Ways $ways,
	) {
	}

	/** @throws AmicableException */
	public function undo( Run $run, string $key, string $reason, int $version, int $user_id ): Run {
		$step = $this->steps->find( $run->id, $key ) ?? throw new AmicableException( 'amicable_step_missing', __( 'This run has no such step.', 'amicable' ), 404 );
		$this->check( $run, $step, $version );
		$way   = $this->ways->of( $step->kind ) ?? throw self::nothing();
		$ref   = $way->ref( $run, $step );
		$token = $this->undos->claim( $step, $ref, $step->kind === StepKind::RevokeDownload ? $step->orders[0] ?? null : null, $reason, $user_id )
			?? throw new AmicableException( 'amicable_under_way', __( 'Somebody gives this back at this very moment, or did. Look at it again.', 'amicable' ), 409 );
		$this->checkpoint->reach( 'undo.claimed' );
		$this->log->append( 'step_undo_begun', 'run', $run->id, $run->customer_id, $user_id, [ 'step' => $key, 'reason' => $reason ] );
		$result = $this->act( $way, $run, $step, $reason, $user_id );
		$this->checkpoint->reach( 'undo.acted' );
		$this->write_down( $run, $step, $token, $result, $user_id );
		$this->checkpoint->reach( 'undo.recorded' );

		return $run->state === RunState::Completed ? $this->watch->again( $run ) : ( $this->runs->find( $run->id ) ?? $run );
	}

	private function act( Undo $way, Run $run, Step $step, string $reason, int $user_id ): Result {
		try {
			return $way->take_back( $run, $step, $reason, $user_id );
		} catch ( Throwable $broken ) {
			ErrorLog::broken( sprintf( 'step %s of run %d, which was to be taken back', $step->key, $run->id ), $broken ); // A surprise has to be found somewhere.
			return Result::unknown( __( 'Something broke on this site; the details are in its error log.', 'amicable' ) );
		}
	}

	private function write_down( Run $run, Step $step, string $token, Result $result, int $user_id ): void {
		// What is so already is what was wanted: perhaps whoever tried before died over it.
		$state = $result->outcome === Outcome::Already ? Undos::DONE : $result->outcome->value;
		if ( $this->undos->finish( $step, $token, $state, $result->message ) ) {
			$this->log->append( $state === Undos::DONE ? 'step_undone' : 'step_not_undone', 'run', $run->id, $run->customer_id, $user_id, [ 'step' => $step->key, 'outcome' => $state ] );
		}
	}

	private function check( Run $run, Step $step, int $version ): void {
		if ( $run->version !== $version ) {
			throw new AmicableException( 'amicable_stale', __( 'Somebody changed this meanwhile. Nothing was saved; look at it again.', 'amicable' ), 409 );
		}
		if ( ! Ways::is_over( $run, $step ) ) {
			throw self::nothing();
		}
		$why = $this->ways->why_not( $run, $step );
		if ( $why !== null ) {
			throw new AmicableException( 'amicable_for_good', $why === '' ? __( 'This cannot be given back.', 'amicable' ) : $why, 409 );
		}
		$claims = [ Claims::of_customer( $run->customer_id ), ...array_map( Claims::of_order( ... ), $step->order_keys() ) ];
		$holder = array_values( $this->claims->holders( $claims ) )[0] ?? null;
		if ( $holder !== null ) {
			/* translators: %d: number of the other run. */
			throw new AmicableException( 'amicable_claimed', sprintf( __( 'Run %d is already at work on this.', 'amicable' ), $holder ), 409, [], [ 'run_id' => $holder ] );
		}
	}

	private static function nothing(): AmicableException {
		return new AmicableException( 'amicable_not_now', __( 'Only what a run had ended can be given back, and only after it.', 'amicable' ), 409 );
	}
}
