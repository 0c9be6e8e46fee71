<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Clock;
use Amicable\Offboarding\Step;
use Amicable\Stores\OrderRef;

/** What a run had ended and a person gave back on purpose: one row a step, so that of two who want it one gets it. */
final class Undos {

	public const RUNNING = 'running';
	public const DONE    = 'done';

	/** So long somebody who died over it holds it. */
	private const LEASE = 60;

	public function __construct(
		private readonly Database $database,
		private readonly Clock $clock,
	) {
	}

	/** @return string|null The token of whoever has it now; null: somebody else has it, or it is done. */
	public function claim( Step $step, string $ref, ?OrderRef $order, string $reason, int $user_id ): ?string {
		$token = bin2hex( random_bytes( 16 ) );
		$now   = $this->clock->now();
		$mine  = [
			'state'       => self::RUNNING,
			'token'       => $token,
			'lease_until' => Database::time( $now->modify( '+' . self::LEASE . ' seconds' ) ),
			'reason'      => $reason,
			'user_id'     => $user_id,
			'begun_at'    => Database::time( $now ),
		];
		$row   = [
			'step_id'  => $step->id,
			'run_id'   => $step->run_id,
			'ref'      => $ref,
			'store'    => $order?->store,
			'order_id' => $order?->id,
		];

		return $this->database->insert( 'undos', $row + $mine ) !== null || $this->take_over( $step->id, $mine ) ? $token : null;
	}

	/** @param string $state What came of it. False: somebody else took it over meanwhile. */
	public function finish( Step $step, string $token, string $state, ?string $message ): bool {
		$table = $this->database->table( 'undos' );

		return $this->database->write(
			"UPDATE $table SET state = %s, message = " . Database::mark( $message ) . ", token = NULL, lease_until = NULL, ended_at = %s, attempts = attempts + 1 WHERE step_id = %d AND token = %s",
			[ $state, $message === null ? null : mb_substr( $message, 0, 500 ), Database::time( $this->clock->now() ), $step->id, $token ],
		) === 1;
	}

	/** @return array<int, array{state: string, is_held: bool, message: string|null, reason: string, user_id: int, at: string}> By step. */
	public function of( int $run_id ): array {
		$now   = Database::time( $this->clock->now() );
		$found = [];
		foreach ( $this->database->rows( "SELECT * FROM {$this->database->table( 'undos' )} WHERE run_id = %d", [ $run_id ] ) as $row ) {
			$found[ (int) $row['step_id'] ] = [
				'state'   => (string) $row['state'],
				'is_held' => $row['state'] === self::RUNNING && (string) $row['lease_until'] > $now,
				'message' => $row['message'],
				'reason'  => (string) $row['reason'],
				'user_id' => (int) $row['user_id'],
				'at'      => (string) ( $row['ended_at'] ?? $row['begun_at'] ),
			];
		}

		return $found;
	}

	/**
	 * Which of these were given back, and not ended again by a later run.
	 *
	 * @param list<string> $refs As the proof has them.
	 * @return list<string>
	 */
	public function among( array $refs ): array {
		if ( $refs === [] ) {
			return [];
		}
		$steps = $this->database->table( 'steps' );
		$marks = implode( ', ', array_fill( 0, count( $refs ), '%s' ) );
		$rows  = $this->database->rows(
			"SELECT DISTINCT u.ref FROM {$this->database->table( 'undos' )} u JOIN $steps s ON s.id = u.step_id WHERE u.ref IN ($marks) AND u.state = 'done'
			AND NOT EXISTS (SELECT 1 FROM $steps l WHERE l.id > s.id AND l.kind = s.kind AND l.store = s.store AND l.target = s.target AND l.state = 'done')",
			$refs,
		);

		return array_map( static fn ( array $row ): string => (string) $row['ref'], $rows );
	}

	/** Whether files of this order were given back to somebody who has the money too. */
	public function opens( OrderRef $order ): bool {
		return $this->database->value( "SELECT id FROM {$this->database->table( 'undos' )} WHERE store = %s AND order_id = %d AND state = 'done' LIMIT 1", [ $order->store, $order->id ] ) !== null;
	}

	/** @param array<string, string|int> $mine */
	private function take_over( int $step_id, array $mine ): bool {
		$sets = implode( ', ', array_map( static fn ( string $column ): string => $column . ' = ' . Database::mark( $mine[ $column ] ), array_keys( $mine ) ) );

		return $this->database->write(
			"UPDATE {$this->database->table( 'undos' )} SET $sets, message = NULL, attempts = attempts + 1 WHERE step_id = %d AND state <> 'done' AND (state <> 'running' OR lease_until <= %s)",
			[ ...array_values( $mine ), $step_id, Database::time( $this->clock->now() ) ],
		) === 1;
	}
}
