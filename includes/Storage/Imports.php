<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Clock;

/** Long work that stops and goes on: where it stands, and who has it in hand. One row a source. */
final class Imports {

	private const STATES = [ 'idle', 'running', 'done', 'failed' ];

	public function __construct(
		private readonly Database $database,
		private readonly Clock $clock,
	) {
	}

	/** @return array{state: 'idle'|'running'|'done'|'failed', total: int, done: int, cursor: string, inputs: string|null, started_at: string}|null */
	public function find( string $source ): ?array {
		$row   = $this->database->row( "SELECT state, total, done, cursor_at, inputs, started_at FROM {$this->table()} WHERE source = %s", [ $source ] );
		$state = $row['state'] ?? '';

		return $row === null || ! in_array( $state, self::STATES, true ) ? null : [
			'state'      => $state,
			'total'      => (int) $row['total'],
			'done'       => (int) $row['done'],
			'cursor'     => (string) $row['cursor_at'],
			'inputs'     => $row['inputs'],
			'started_at' => (string) $row['started_at'],
		];
	}

	/** Begins at the beginning, whoever was at it. */
	public function start( string $source, int $total, string $cursor = '', ?string $inputs = null ): void {
		$now  = Database::time( $this->clock->now() );
		$mark = Database::mark( $inputs );
		$this->database->write(
			"INSERT INTO {$this->table()} (source, state, total, done, cursor_at, inputs, started_at, updated_at) VALUES (%s, 'running', %d, 0, %s, $mark, %s, %s)
			ON DUPLICATE KEY UPDATE state = VALUES(state), total = VALUES(total), done = 0, cursor_at = VALUES(cursor_at), inputs = VALUES(inputs), lease_token = NULL, lease_until = NULL, started_at = VALUES(started_at), updated_at = VALUES(updated_at)",
			[ $source, $total, $cursor, $inputs, $now, $now ]
		);
	}

	/** Begins where nobody did yet: of two that come at once, one begins and the other finds it begun. */
	public function start_once( string $source, int $total, string $cursor ): void {
		$now = Database::time( $this->clock->now() );
		$this->database->insert(
			'imports',
			[
				'source'     => $source,
				'state'      => 'running',
				'total'      => $total,
				'done'       => 0,
				'cursor_at'  => $cursor,
				'started_at' => $now,
				'updated_at' => $now,
			]
		);
	}

	/** Takes the work in hand for a while. Null: there is none, or somebody else has it. */
	public function claim( string $source, int $seconds ): ?string {
		$now   = $this->clock->now();
		$token = bin2hex( random_bytes( 16 ) );
		$rows  = $this->database->write(
			"UPDATE {$this->table()} SET lease_token = %s, lease_until = %s WHERE source = %s AND state = 'running' AND (lease_until IS NULL OR lease_until < %s)",
			[ $token, Database::time( $now->modify( "+$seconds seconds" ) ), $source, Database::time( $now ) ]
		);

		return $rows === 1 ? $token : null;
	}

	/**
	 * Writes down how far it got and puts it back. False: it was taken from us meanwhile, and what we did will be done again.
	 *
	 * @param array<int, string> $failed What could not be taken in, by id.
	 */
	public function put_back( string $token, string $cursor, int $done, bool $finished, array $failed = [] ): bool {
		$errors = $failed === [] ? null : (string) json_encode( $failed );
		$set    = $errors === null ? '' : ', errors = %s';

		return $this->database->write(
			"UPDATE {$this->table()} SET cursor_at = %s, done = %d, state = %s, lease_token = NULL, lease_until = NULL, updated_at = %s $set WHERE lease_token = %s",
			[ $cursor, $done, $finished ? 'done' : 'running', Database::time( $this->clock->now() ), $errors, $token ]
		) === 1;
	}

	private function table(): string {
		return $this->database->table( 'imports' );
	}
}
