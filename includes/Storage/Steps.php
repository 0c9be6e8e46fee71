<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Clock;
use Amicable\Offboarding\Method;
use Amicable\Offboarding\Step;
use Amicable\Offboarding\StepKind;
use Amicable\Offboarding\StepState;
use Amicable\Stores\OrderRef;
use Amicable\Values\Money;
use DateTimeImmutable;
use LogicException;

/**
 * The steps of runs. Whoever works on a step holds its token; every write names the version or the token it was based on and raises
 * the version, so that of two writers one always learns that it came second.
 */
final class Steps {

	public function __construct(
		private readonly Database $database,
		private readonly Clock $clock,
	) {
	}

	/**
	 * All steps of a run in one statement: all of them or none.
	 *
	 * @param non-empty-list<array{key: string, kind: StepKind, store: string, target: string, label: string, state: StepState, amount: Money|null, method: Method|null, orders: list<string>, message: string|null, provider_key: string|null, not_before?: DateTimeImmutable|null, was?: array<string, mixed>}> $steps
	 */
	public function add( int $run_id, array $steps ): void {
		$rows   = [];
		$values = [];
		foreach ( $steps as $position => $step ) {
			$later  = $step['not_before'] ?? null;
			$row    = [
				$run_id,
				$position,
				$step['key'],
				$step['kind']->value,
				$step['store'],
				$step['target'],
				$step['label'],
				$step['state']->value,
				$step['amount']?->currency,
				$step['amount']?->minor,
				$step['method']?->value,
				(string) wp_json_encode( [ 'orders' => $step['orders'] ] + ( $later === null ? [] : [ Step::POSTPONED => true ] ) + ( ( $step['was'] ?? [] ) === [] ? [] : [ Step::WAS => $step['was'] ] ) ),
				$step['message'],
				$step['provider_key'],
				$later === null ? null : Database::time( $later ),
			];
			$rows[] = '(' . implode( ', ', array_map( Database::mark( ... ), $row ) ) . ')';
			$values = [ ...$values, ...$row ];
		}
		$table   = $this->database->table( 'steps' );
		$columns = 'run_id, position, step_key, kind, store, target, label, state, currency, amount, method, evidence, message, provider_key, lease_until';
		$this->database->write( "INSERT INTO $table ($columns) VALUES " . implode( ', ', $rows ), $values );
	}

	/** @return list<Step> In their order. */
	public function of( int $run_id ): array {
		return array_map( $this->step( ... ), $this->database->rows( "SELECT * FROM {$this->database->table( 'steps' )} WHERE run_id = %d ORDER BY position", [ $run_id ] ) );
	}

	public function find( int $run_id, string $key ): ?Step {
		$row = $this->database->row( "SELECT * FROM {$this->database->table( 'steps' )} WHERE run_id = %d AND step_key = %s", [ $run_id, $key ] );

		return $row === null ? null : $this->step( $row );
	}

	/** The last one of its kind that was over with this thing, in whatever run. */
	public function last_done( StepKind $kind, string $store, string $target ): ?Step {
		$row = $this->database->row( "SELECT * FROM {$this->database->table( 'steps' )} WHERE kind = %s AND store = %s AND target = %s AND state IN ('done', 'skipped') AND started_at IS NOT NULL ORDER BY id DESC LIMIT 1", [ $kind->value, $store, $target ] );

		return $row === null ? null : $this->step( $row );
	}

	/**
	 * Takes a step for one attempt; only while its run is running and, where money moves, while the run has the claim on the order:
	 * all of that is asked in the statement that writes the intent, so nothing can come between. What was remembered before the first attempt is never overwritten: it is what a payout is recognized by.
	 *
	 * @param array<string, mixed>|null $before
	 * @return Step|null Null: somebody else was faster.
	 */
	public function claim( Step $step, string $token, ?array $before ): ?Step {
		if ( $step->state !== StepState::Running && ! $step->state->may_become( StepState::Running ) ) {
			return null;
		}
		$now   = $this->clock->now();
		$json  = $before === null ? null : (string) wp_json_encode( $before );
		$mark  = Database::mark( $json );
		$table = $this->database->table( 'steps' );
		$runs  = $this->database->table( 'runs' );
		$held  = $this->database->table( 'claims' );
		$may   = "EXISTS (SELECT 1 FROM $runs r WHERE r.id = %d AND r.state = 'running')" . ( $step->kind->moves_money() ? " AND EXISTS (SELECT 1 FROM $held c WHERE c.run_id = %d AND c.claim = %s)" : '' );
		$taken = $this->database->write(
			"UPDATE $table SET state = 'running', token = %s, lease_until = %s, attempts = attempts + 1, before_state = COALESCE(before_state, $mark), started_at = COALESCE(started_at, %s), message = NULL, version = version + 1 WHERE id = %d AND version = %d AND $may",
			[ $token, self::lease( $now, $step->kind->lease_seconds() ), $json, Database::time( $now ), $step->id, $step->version, $step->run_id, ...( $step->kind->moves_money() ? [ $step->run_id, Claims::of_order( "$step->store:$step->target" ) ] : [] ) ],
		);

		return $taken === 1 ? $this->find( $step->run_id, $step->key ) : null;
	}

	/**
	 * The last thing before anything is sent: writes down that it is asked for now, if the worker still has the step and time left on its lease.
	 *
	 * @param array<string, mixed> $evidence
	 * @return Step|null Null: it was taken over, or may be at any moment.
	 */
	public function ask( Step $step, string $token, array $evidence ): ?Step {
		$now    = $this->clock->now();
		$values = [ 'evidence' => $this->evidence( $step, [ Step::ASKED => $now->getTimestamp() ] + $evidence ) ];
		$asked  = $this->update( $values, "id = %d AND token = %s AND state = 'running' AND lease_until > %s", [ $step->id, $token, Database::time( $now ) ] );

		return $asked === 1 ? $this->find( $step->run_id, $step->key ) : null;
	}

	/**
	 * Writes what came of an attempt. False: the step was taken over meanwhile.
	 *
	 * @param array<string, mixed>   $evidence
	 * @param DateTimeImmutable|null $again When to look at it again, for a step that has to wait.
	 */
	public function finish( Step $step, string $token, StepState $to, ?string $receipt, ?string $message, array $evidence = [], ?DateTimeImmutable $again = null ): bool {
		$now    = Database::time( $this->clock->now() );
		$values = [
			'state'       => $to->value,
			'receipt'     => self::ascii( $receipt ) ?? $step->receipt,
			'message'     => self::readable( $message ),
			'evidence'    => $this->evidence( $step, $evidence ),
			'token'       => null,
			'lease_until' => $again === null ? null : Database::time( $again ),
			'ended_at'    => $to->is_open() ? null : $now,
		];

		return $this->update( $values, 'id = %d AND token = %s AND state = %s', [ $step->id, $token, StepState::Running->value ] ) === 1;
	}

	/**
	 * Changes a step that no worker holds, by the version the caller saw.
	 *
	 * @param array<string, mixed> $evidence
	 */
	public function change( Step $step, StepState $to, ?string $message, int $settled_by = 0, array $evidence = [], ?string $receipt = null ): bool {
		if ( ! $step->state->may_become( $to ) ) {
			return false;
		}
		$now    = Database::time( $this->clock->now() );
		$values = [
			'state'       => $to->value,
			'message'     => self::readable( $message ),
			'evidence'    => $this->evidence( $step, $evidence ),
			'token'       => null,
			// Running without a worker: whoever comes first looks up what became of it.
			'lease_until' => $to === StepState::Running ? $now : null,
			'ended_at'    => $to->is_open() ? null : $now,
		] + ( $settled_by > 0 ? [ 'settled_by' => $settled_by ] : [] ) + ( $receipt === null ? [] : [ 'receipt' => self::ascii( $receipt ) ] );

		return $this->update( $values, 'id = %d AND version = %d', [ $step->id, $step->version ] ) === 1;
	}

	/** Lets a dying worker hand its step over at once, instead of after the lease. */
	public function let_go( Step $step, string $token ): void {
		$this->update( [ 'lease_until' => Database::time( $this->clock->now() ) ], "id = %d AND token = %s AND state = 'running'", [ $step->id, $token ] );
	}

	/** What a worker found out after it had lost its step. Evidence only: the outcome belongs to whoever has the step now. */
	public function add_late_evidence( Step $step, string $outcome, ?string $receipt ): void {
		do {
			$now  = $this->find( $step->run_id, $step->key ) ?? throw new LogicException( 'A step has gone.' );
			$text = $this->evidence( $now, [ Step::LATE => $outcome, 'late_receipt' => $receipt ] );
		} while ( $this->update( [ 'evidence' => $text ], 'id = %d AND version = %d', [ $now->id, $now->version ] ) !== 1 );
	}

	/** Takes away the steps of a run that did not come to be. */
	public function drop_draft( int $run_id ): void {
		$runs = $this->database->table( 'runs' );
		$this->database->write( "DELETE FROM {$this->database->table( 'steps' )} WHERE run_id = %d AND EXISTS (SELECT 1 FROM $runs r WHERE r.id = %d AND r.version = 1)", [ $run_id, $run_id ] );
	}

	/** Stops what has not begun. */
	public function skip_pending( int $run_id, string $message ): void {
		$this->update(
			[
				'state'       => StepState::Skipped->value,
				'message'     => $message,
				'lease_until' => null,
				'ended_at'    => Database::time( $this->clock->now() ),
			],
			"run_id = %d AND state = 'pending'",
			[ $run_id ],
		);
	}

	/**
	 * @param array<string, scalar|null> $values
	 * @param list<scalar>               $by
	 */
	private function update( array $values, string $where, array $by ): int {
		$sets = [];
		foreach ( $values as $column => $value ) {
			$sets[] = "$column = " . Database::mark( $value );
		}
		$set   = implode( ', ', $sets );
		$table = $this->database->table( 'steps' );

		return $this->database->write( "UPDATE $table SET $set, version = version + 1 WHERE $where", [ ...array_values( $values ), ...$by ] );
	}

	/** @param array<string, mixed> $more */
	private function evidence( Step $step, array $more ): string {
		$orders = array_map( static fn ( OrderRef $ref ): string => $ref->key(), $step->orders );

		return (string) wp_json_encode( [ 'orders' => $orders ] + array_filter( $more, static fn ( mixed $value ): bool => $value !== null ) + $step->evidence );
	}

	/** What a gateway calls its refund, as the column can hold it: an odd id must not cost us the record of a payout. */
	private static function ascii( ?string $receipt ): ?string {
		return $receipt === null ? null : substr( (string) preg_replace( '/[^\x20-\x7e]/', '?', $receipt ), 0, 191 );
	}

	private static function readable( ?string $message ): ?string {
		return $message === null ? null : mb_substr( mb_scrub( $message, 'UTF-8' ), 0, 500 );
	}

	private static function lease( DateTimeImmutable $now, int $seconds ): string {
		return Database::time( $now->modify( "+$seconds seconds" ) );
	}

	/** @param array<string, string|null> $row */
	private function step( array $row ): Step {
		$evidence = self::decoded( $row['evidence'] ) ?? [];
		$orders   = is_array( $evidence['orders'] ?? null ) ? array_filter( $evidence['orders'], 'is_string' ) : [];

		return new Step(
			(int) $row['id'],
			(int) $row['run_id'],
			(string) $row['step_key'],
			StepKind::from( (string) $row['kind'] ),
			(string) $row['store'],
			(string) $row['target'],
			(string) $row['label'],
			StepState::from( (string) $row['state'] ),
			(int) $row['attempts'],
			$row['amount'] === null ? null : new Money( (int) $row['amount'], (string) $row['currency'] ),
			$row['method'] === null ? null : Method::from( $row['method'] ),
			array_map( OrderRef::from_key( ... ), array_values( $orders ) ),
			self::decoded( $row['before_state'] ),
			array_diff_key( $evidence, [ 'orders' => true ] ),
			$row['receipt'],
			$row['message'],
			$row['provider_key'],
			$row['lease_until'] === null ? null : Database::moment( $row['lease_until'] ),
			$row['started_at'] === null ? null : Database::moment( $row['started_at'] ),
			(int) $row['version'],
		);
	}

	/** @return array<string, mixed>|null */
	private static function decoded( ?string $json ): ?array {
		$value = $json === null ? null : json_decode( $json, true );

		/** @var array<string, mixed>|null */
		return is_array( $value ) ? $value : null;
	}
}
