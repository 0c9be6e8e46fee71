<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Clock;
use Amicable\Offboarding\Kind;
use Amicable\Offboarding\Rounds;
use Amicable\Offboarding\RunState;
use Amicable\Offboarding\Scope;
use Amicable\Runs\Run;
use DateTimeImmutable;
use LogicException;

/** The runs. A change of state is one conditional write, so of two that want it one gets it. */
final class Runs {

	public function __construct(
		private readonly Database $database,
		private readonly Clock $clock,
	) {
	}

	/** A run that has nothing yet and does nothing: `begin()` makes it one. If its maker dies before that, it stays a stopped run without steps. */
	public function draft( int $customer_id, ?int $case_id, Kind $kind, Scope $scope, string $plan_hash, string $reason, int $user_id ): int {
		$now = Database::time( $this->clock->now() );
		$id  = $this->database->insert(
			'runs',
			[
				'customer_id' => $customer_id,
				'case_id'     => $case_id,
				'kind'        => $kind->value,
				'scope'       => wp_json_encode( $scope->to_value() ),
				'state'       => RunState::Stopped->value,
				'plan_hash'   => $plan_hash,
				'reason'      => $reason,
				'started_by'  => $user_id,
				'created_at'  => $now,
				'updated_at'  => $now,
			],
		);

		return $id ?? throw new LogicException( 'A run has no unique key to lose.' );
	}

	/** @param array<string, mixed> $plan What the person saw, without personal data. */
	public function begin( int $id, RunState $state, array $plan, int $claims, ?DateTimeImmutable $start_at = null ): bool {
		$start = $start_at === null ? null : Database::time( $start_at );
		$runs = $this->database->table( 'runs' );
		$held = $this->database->table( 'claims' );

		return $this->database->write(
			"UPDATE $runs SET state = %s, plan = %s, start_at = " . Database::mark( $start ) . ", version = version + 1, updated_at = %s WHERE id = %d AND version = 1 AND state = 'stopped' AND (SELECT COUNT(*) FROM $held c WHERE c.run_id = %d) = %d",
			[ $state->value, (string) wp_json_encode( $plan ), $start, Database::time( $this->clock->now() ), $id, $id, $claims ],
		) === 1;
	}

	public function discard( int $id ): void {
		$this->database->write( "DELETE FROM {$this->database->table( 'runs' )} WHERE id = %d AND version = 1 AND state = 'stopped'", [ $id ] );
	}

	public function find( int $id ): ?Run {
		// Version 1 is a draft: for everybody but its maker it is not there.
		return $this->one( 'WHERE id = %d AND version > 1', [ $id ] );
	}

	/** Null: somebody else changed it first, or this cannot follow that. */
	public function change( Run $run, RunState $to ): ?Run {
		return $this->write( $run, $to, $to->has_ended() ? [ 'ended_at' => Database::time( $this->clock->now() ) ] : [ 'ended_at' => null ] );
	}

	/** The same for the end, with when it is looked at again. */
	public function complete( Run $run ): ?Run {
		$now   = $this->clock->now();
		$again = Rounds::due( $now, 0 );

		return $this->write( $run, RunState::Completed, [ 'ended_at' => Database::time( $now ), 'next_proof_at' => $again === null ? null : Database::time( $again ) ] );
	}

	/** The same, with who lets it go, and when it begins. */
	public function approve( Run $run, int $user_id, ?DateTimeImmutable $start_at ): ?Run {
		$values = [
			'approved_by' => $user_id,
			'approved_at' => Database::time( $this->clock->now() ),
			'start_at'    => $start_at === null ? null : Database::time( $start_at ),
		];

		return $this->write( $run, $start_at === null ? RunState::Running : RunState::Scheduled, $values );
	}

	/** @param array<string, scalar|null> $values */
	private function write( Run $run, RunState $to, array $values ): ?Run {
		if ( ! $run->state->may_become( $to ) ) {
			return null;
		}
		$values += [
			'state'        => $to->value,
			'state_before' => $run->state->value,
			'updated_at'   => Database::time( $this->clock->now() ),
		];
		$set     = implode( ', ', array_map( static fn ( string $column ): string => "$column = " . Database::mark( $values[ $column ] ), array_keys( $values ) ) );
		$written = $this->database->write( "UPDATE {$this->database->table( 'runs' )} SET $set, version = version + 1 WHERE id = %d AND state = %s AND version > 1", [ ...array_values( $values ), $run->id, $run->state->value ] );

		return $written === 1 ? $this->find( $run->id ) : null;
	}

	/** @param array{checked_at: string, obligations: list<array{check: int, state: string, ref: string|null, text: string}>} $proof */
	public function save_proof( int $id, array $proof ): void {
		$this->database->write(
			"UPDATE {$this->database->table( 'runs' )} SET proof = %s, proof_at = %s, version = version + 1 WHERE id = %d",
			[ (string) wp_json_encode( $proof ), Database::time( $this->clock->now() ), $id ],
		);
	}

	/** @return list<Run> Runs that a worker should be at, the longest untouched first. */
	public function driven( int $limit ): array {
		$states = implode( ', ', array_map( static fn ( RunState $state ): string => "'$state->value'", RunState::driven() ) );

		return $this->many( "WHERE state IN ($states) AND version > 1 ORDER BY updated_at LIMIT %d", [ $limit ] );
	}

	/** @return list<Run> */
	public function open_of( int $customer_id ): array {
		return $this->many( "WHERE customer_id = %d AND state NOT IN ('completed', 'stopped') ORDER BY id", [ $customer_id ] );
	}

	/** @return list<Run> Newest first. */
	public function of_case( int $case_id ): array {
		return $this->many( 'WHERE case_id = %d AND version > 1 ORDER BY id DESC', [ $case_id ] );
	}

	/**
	 * What needs a person, for the overview.
	 *
	 * @return list<Run>
	 */
	public function in( RunState $state, int $limit ): array {
		return $this->many( 'WHERE state = %s AND version > 1 ORDER BY updated_at DESC LIMIT %d', [ $state->value, $limit ] );
	}

	/**
	 * Runs that ended while their worker died before it told the case.
	 *
	 * @return list<Run>
	 */
	public function ended_with_open_case(): array {
		$cases = $this->database->table( 'cases' );
		$runs  = $this->database->table( 'runs' );

		return $this->many(
			"WHERE kind = 'part_ways' AND state IN ('completed', 'stopped') AND version > 1 AND case_id IN (SELECT c.id FROM $cases c WHERE c.stage = 'offboarding') AND id = (SELECT MAX(newest.id) FROM $runs newest WHERE newest.case_id = {$runs}.case_id AND newest.version > 1)",
			[],
		);
	}

	/** Takes away drafts whose maker died. */
	public function discard_drafts( DateTimeImmutable $made_before ): void {
		$runs  = $this->database->table( 'runs' );
		$steps = $this->database->table( 'steps' );
		$old   = Database::time( $made_before );
		$this->database->write( "DELETE FROM $steps WHERE run_id IN (SELECT id FROM $runs WHERE version = 1 AND created_at < %s)", [ $old ] );
		$this->database->write( "DELETE FROM $runs WHERE version = 1 AND created_at < %s", [ $old ] );
	}

	/** @param list<scalar> $values */
	private function one( string $where, array $values ): ?Run {
		return $this->many( $where, $values )[0] ?? null;
	}

	/**
	 * @param list<scalar> $values
	 * @return list<Run>
	 */
	private function many( string $where, array $values ): array {
		return array_map( self::run( ... ), $this->database->rows( "SELECT * FROM {$this->database->table( 'runs' )} $where", $values ) );
	}

	/** @param array<string, string|null> $row */
	private static function run( array $row ): Run {
		/** @var array{checked_at: string, obligations: list<array{check: int, state: string, ref: string|null, text: string}>}|null $proof Written by save_proof(). */
		$proof = $row['proof'] === null ? null : json_decode( $row['proof'], true );

		return new Run(
			(int) $row['id'],
			(int) $row['customer_id'],
			$row['case_id'] === null ? null : (int) $row['case_id'],
			Kind::from( (string) $row['kind'] ),
			Scope::try_from( json_decode( (string) $row['scope'], true ) ) ?? throw new LogicException( 'A run without a scope.' ),
			RunState::from( (string) $row['state'] ),
			$row['state_before'] === null ? null : RunState::from( $row['state_before'] ),
			(string) $row['reason'],
			(int) $row['started_by'],
			$row['approved_by'] === null ? null : (int) $row['approved_by'],
			self::moment( $row['start_at'] ),
			$proof,
			(int) $row['version'],
			Database::moment( (string) $row['created_at'] ),
			self::moment( $row['ended_at'] ),
			(int) $row['proof_round'],
			self::moment( $row['next_proof_at'] ),
			self::moment( $row['broken_at'] ),
			self::moment( $row['stamped_at'] ),
		);
	}

	private static function moment( ?string $time ): ?DateTimeImmutable {
		return $time === null ? null : Database::moment( $time );
	}
}
