<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Capability;
use Amicable\Offboarding\ProofLine;
use Amicable\Offboarding\Rounds;
use Amicable\Offboarding\RunState;
use Amicable\Offboarding\Step;
use Amicable\Offboarding\StepKind;
use Amicable\Runs\Approvers;
use Amicable\Runs\Run;
use Amicable\Runs\Sentences;
use Amicable\Storage\Customers;
use Amicable\Storage\Disputes;
use Amicable\Storage\Proofs;
use Amicable\Storage\Steps;
use Amicable\Stores\OrderRef;
use DateTimeImmutable;

/** A run in the words of REST, with what the person who asks may do with it now. */
final class RunShape {

	public function __construct(
		private readonly Steps $steps,
		private readonly Proofs $proofs,
		private readonly Customers $customers,
		private readonly Approvers $approvers,
		private readonly Sentences $sentences,
		private readonly Disputes $disputes,
		private readonly UndoShape $undos,
	) {
	}

	/** @return array<string, mixed> */
	public function run( Run $run ): array {
		$steps    = $this->steps->of( $run->id );
		$customer = $this->customers->row( $run->customer_id );
		$name     = (string) ( $customer['name'] ?? '' );
		$undos    = $this->undos->of( $run, $steps );

		return [
			'id'            => $run->id,
			'version'       => $run->version,
			'customer_id'   => $run->customer_id,
			'customer_name' => $name === '' ? (string) ( $customer['email'] ?? '' ) : $name,
			'case_id'       => $run->case_id,
			'kind'          => $run->kind->value,
			'scope'         => $run->scope->to_value(),
			'state'         => $run->state->value,
			'allowed'       => $this->allowed( $run, $steps ),
			'progress'      => [
				'done'  => count( array_filter( $steps, static fn ( Step $step ): bool => ! $step->state->is_open() ) ),
				'total' => count( $steps ),
			],
			'steps'         => array_map( fn ( Step $step ): array => $this->step( $step ) + [ 'undo' => $undos[ $step->key ] ?? null ], $steps ),
			'proof'         => $run->proof,
			'rounds'        => $run->state === RunState::Completed && $run->ended_at !== null ? $this->rounds( $run->id, $run->ended_at ) : [],
			'broken_at'     => Shape::time( $run->broken_at ),
			'stamped_at'    => Shape::time( $run->stamped_at ),
			'started_by'    => Words::who( $run->started_by ),
			'approved_by'   => $run->approved_by === null ? null : Words::who( $run->approved_by ),
			'start_at'      => Shape::time( $run->start_at ),
			'disputes'      => $this->disputes( $steps ),
			'created_at'    => Shape::time( $run->created_at ),
			'ended_at'      => Shape::time( $run->ended_at ),
		];
	}

	/** @return list<array{due_at: string|null, checked_at: string|null, open: int|null}> Every later look, also those to come. */
	private function rounds( int $run_id, DateTimeImmutable $ended ): array {
		$looks  = $this->proofs->of( $run_id );
		$rounds = [];
		for ( $round = 0; $round < Rounds::count(); $round++ ) {
			$rounds[] = [
				'due_at'     => Shape::time( Rounds::due( $ended, $round ) ),
				'checked_at' => Shape::time( $looks[ $round ]['checked_at'] ?? null ),
				'open'       => $looks[ $round ]['open'] ?? null,
			];
		}

		return $rounds;
	}

	/**
	 * Of the orders of this run, whenever they came: a run that has ended stays ended, and a person has to know.
	 *
	 * @param list<Step> $steps
	 * @return list<array<string, mixed>>
	 */
	private function disputes( array $steps ): array {
		$numbers = [];
		foreach ( $steps as $step ) {
			foreach ( $step->kind === StepKind::Refund ? $step->orders : [] as $order ) {
				$numbers[ $order->key() ] = $step->label;
			}
		}
		$rows = array_filter( $this->disputes->rows_of( array_map( OrderRef::from_key( ... ), array_keys( $numbers ) ) ), static fn ( array $row ): bool => in_array( $row['status'], [ 'open', 'lost' ], true ) );

		return array_values(
			array_map(
				static fn ( array $row ): array => [
					'id'          => (int) $row['id'],
					'number'      => $numbers[ "{$row['store']}:{$row['order_id']}" ],
					'status'      => (string) $row['status'],
					'opened_at'   => Shape::time( $row['opened_at'] ),
					'deadline_at' => Shape::time( $row['deadline_at'] ),
				],
				$rows
			)
		);
	}

	/** @return array<string, mixed> */
	private function step( Step $step ): array {
		return [
			'key'      => $step->key,
			'kind'     => $step->kind->value,
			'label'    => $this->sentences->label( $step->kind, $step->label ),
			'state'    => $step->state->value,
			'attempts' => $step->attempts,
			'method'   => $step->method?->value,
			'amount'   => $step->amount?->to_array(),
			'receipt'  => $step->receipt,
			'message'  => $step->message,
		];
	}

	/**
	 * @param list<Step> $steps
	 * @return list<string>
	 */
	private function allowed( Run $run, array $steps ): array {
		$may      = current_user_can( Capability::OFFBOARD );
		$approves = current_user_can( Capability::APPROVE );
		$asks     = array_filter( $steps, static fn ( Step $step ): bool => $step->state->can_be_settled() ) !== [];
		$open     = in_array( ProofLine::OPEN, array_column( $run->proof['obligations'] ?? [], 'state' ), true );
		$allowed  = [
			'run'     => $may && $run->state->is_driven(),
			'stop'    => $may && ! $run->state->has_ended(),
			'resume'  => $may && $run->state->may_become( RunState::Running ) && in_array( $run->state, [ RunState::Paused, RunState::NeedsAttention ], true ),
			'approve' => $approves && $run->state === RunState::AwaitingApproval && $this->approvers->may_approve( get_current_user_id(), $run->started_by ),
			'settle'  => $may && $asks && ! $run->state->has_ended(),
			'accept'  => $approves && $open && $run->asks_to_accept(),
			'check'   => $may && $run->state === RunState::Completed,
		];

		return array_keys( array_filter( $allowed ) );
	}
}
