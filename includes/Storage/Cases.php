<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Cases\CaseRecord;
use Amicable\Cases\CaseState;
use Amicable\Cases\Chance\Cause;
use Amicable\Cases\Stage;
use Amicable\Clock;
use Amicable\Stores\OrderRef;
use DateTimeImmutable;

/** The cases. A customer has one open case at most: `open_claim` is unique. */
final class Cases {

	public function __construct(
		private readonly Database $database,
		private readonly Clock $clock,
	) {
	}

	/** The id of the new case; null when the customer has an open one. */
	public function open( int $customer_id, int $user_id, ?int $assignee_id, ?OrderRef $order ): ?int {
		$now = Database::time( $this->clock->now() );

		return $this->database->insert(
			'cases',
			[
				'customer_id' => $customer_id,
				'open_claim'  => $customer_id,
				'stage'       => Stage::Open->value,
				'assignee_id' => $assignee_id,
				'store'       => $order?->store,
				'order_id'    => $order?->id,
				'opened_by'   => $user_id,
				'opened_at'   => $now,
				'updated_at'  => $now,
			],
		);
	}

	public function find( int $id ): ?CaseRecord {
		return $this->one( 'WHERE id = %d', [ $id ] );
	}

	public function open_of( int $customer_id ): ?CaseRecord {
		return $this->one( 'WHERE open_claim = %d', [ $customer_id ] );
	}

	/** Their newest case, over or not. */
	public function last_of( int $customer_id ): ?CaseRecord {
		return $this->one( 'WHERE customer_id = %d ORDER BY id DESC LIMIT 1', [ $customer_id ] );
	}

	/**
	 * Newest first.
	 *
	 * @return list<CaseRecord>
	 */
	public function page( CaseQuery $query, int $limit, int $offset ): array {
		[ $where, $values ] = $query->where( $this->database, $this->clock->now() );
		$rows               = $this->database->rows( "SELECT c.* FROM {$this->database->table( 'cases' )} c $where ORDER BY c.id DESC LIMIT %d OFFSET %d", [ ...$values, $limit, $offset ] );

		return array_map( $this->record( ... ), $rows );
	}

	public function count( CaseQuery $query ): int {
		[ $where, $values ] = $query->where( $this->database, $this->clock->now() );

		return (int) $this->database->value( "SELECT COUNT(*) FROM {$this->database->table( 'cases' )} c $where", $values );
	}

	/**
	 * Writes what somebody noted on a case over the version they saw, one version up; nothing to write only counts the version.
	 *
	 * @param array<'assignee_id'|'due_at'|'check_in_at'|'never_promised'|'cause', string|int|null> $values
	 * @return bool False: somebody was faster.
	 */
	public function change( int $id, int $version, array $values = [] ): bool {
		$values += [ 'updated_at' => Database::time( $this->clock->now() ) ];
		$sets    = array_map( static fn ( string $column, string|int|null $value ): string => "`$column` = " . Database::mark( $value ), array_keys( $values ), $values );

		return $this->database->write( "UPDATE {$this->database->table( 'cases' )} SET " . implode( ', ', $sets ) . ', version = version + 1 WHERE id = %d AND version = %d', [ ...array_values( $values ), $id, $version ] ) === 1;
	}

	/** Writes where a case stands after a move. False: somebody else was faster, or the customer has another open case by now. */
	public function move( CaseRecord $case, CaseState $after, ?int $assignee_id = null, ?OrderRef $order = null ): bool {
		if ( $after->stage->is_open() && $this->has_another_open( $case ) ) {
			return false;
		}
		$now    = Database::time( $this->clock->now() );
		$values = [
			'open_claim'   => $after->stage->is_open() ? $case->customer_id : null,
			'stage'        => $after->stage->value,
			'stage_before' => $after->stage_before?->value,
			'override'     => $after->override ? 1 : 0,
			'counsel_word' => $after->counsel_word,
			'warned_at'    => $after->warned_at === null ? null : Database::time( $after->warned_at ),
			'assignee_id'  => $assignee_id ?? $case->assignee_id,
			'store'        => $order->store ?? $case->order?->store,
			'order_id'     => $order->id ?? $case->order?->id,
			'closed_at'    => $after->stage->is_open() ? null : $now,
			'locked_at'    => $this->locked_at( $case, $after, $now ),
			'unlocked_at'  => null,
			'unlocked_by'  => null,
			'updated_at'   => $now,
		];
		$sets   = [];
		foreach ( $values as $column => $value ) {
			$sets[] = "`$column` = " . Database::mark( $value );
		}
		$set   = implode( ', ', $sets );
		$table = $this->database->table( 'cases' );
		try {
			return $this->database->write( "UPDATE $table SET $set, version = version + 1 WHERE id = %d AND version = %d", [ ...array_values( $values ), $case->id, $case->version ] ) === 1;
		} catch ( DatabaseError $error ) {
			// The unique key has the last word where two reinstate at the same moment.
			if ( $this->has_another_open( $case ) ) {
				return false;
			}
			throw $error;
		}
	}

	/** Since when nobody answers: a stage that keeps silent after one that does goes on doing so. */
	private function locked_at( CaseRecord $case, CaseState $after, string $now ): ?string {
		if ( ! $after->keeps_silent() ) {
			return null;
		}

		return $case->state->keeps_silent() ? $this->database->value( "SELECT locked_at FROM {$this->database->table( 'cases' )} WHERE id = %d", [ $case->id ] ) ?? $now : $now;
	}

	private function has_another_open( CaseRecord $case ): bool {
		$other = $this->open_of( $case->customer_id );

		return $other !== null && $other->id !== $case->id;
	}

	/** @param list<scalar> $values */
	private function one( string $where, array $values ): ?CaseRecord {
		$row = $this->database->row( "SELECT * FROM {$this->database->table( 'cases' )} $where", $values );

		return $row === null ? null : $this->record( $row );
	}

	/** @param array<string, string|null> $row */
	private function record( array $row ): CaseRecord {
		return new CaseRecord(
			(int) $row['id'],
			(int) $row['customer_id'],
			new CaseState(
				Stage::from( (string) $row['stage'] ),
				$row['stage_before'] === null ? null : Stage::from( $row['stage_before'] ),
				$row['override'] === '1',
				self::moment( $row['warned_at'] ),
				$row['counsel_word'],
			),
			$row['assignee_id'] === null ? null : (int) $row['assignee_id'],
			self::moment( $row['due_at'] ),
			$row['store'] === null || $row['order_id'] === null ? null : new OrderRef( $row['store'], (int) $row['order_id'] ),
			(int) $row['opened_by'],
			Database::moment( (string) $row['opened_at'] ),
			(int) $row['version'],
			$row['cause'] === null ? null : Cause::tryFrom( $row['cause'] ),
			self::moment( $row['check_in_at'] ),
			(string) $row['never_promised'],
			$row['unlocked_at'] !== null,
		);
	}

	private static function moment( ?string $time ): ?DateTimeImmutable {
		return $time === null ? null : Database::moment( $time );
	}
}
