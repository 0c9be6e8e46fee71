<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Clock;
use DateTimeImmutable;

/** Under which names a blocked customer is refused at a checkout: hashes of user ids and addresses, never the addresses. */
final class Blocks {

	public function __construct(
		private readonly Database $database,
		private readonly Clock $clock,
	) {
	}

	/** @param list<array{string, string}> $keys Kind and hash, as `Customers\Identity::hash()` makes it. */
	public function block( int $customer_id, array $keys, string $reason, int $user_id, ?int $run_id, DateTimeImmutable $until ): void {
		$now = Database::time( $this->clock->now() );
		foreach ( $keys as [ $kind, $hash ] ) {
			$this->put( $customer_id, $kind, $hash, $run_id, Database::time( $until ), $now );
		}
		$customers = $this->database->table( 'customers' );
		$this->database->write(
			"UPDATE $customers SET blocked_at = COALESCE(blocked_at, %s), blocked_by = %d, blocked_until = %s, blocked_reason = %s, updated_at = %s, version = version + 1 WHERE id = %d",
			[ $now, $user_id, Database::time( $until ), $reason, $now, $customer_id ],
		);
	}

	public function unblock( int $customer_id ): void {
		$this->database->write( "DELETE FROM {$this->database->table( 'blocks' )} WHERE customer_id = %d", [ $customer_id ] );
		$customers = $this->database->table( 'customers' );
		$this->database->write(
			"UPDATE $customers SET blocked_at = NULL, blocked_by = NULL, blocked_until = NULL, blocked_reason = '', updated_at = %s, version = version + 1 WHERE id = %d",
			[ Database::time( $this->clock->now() ), $customer_id ],
		);
	}

	public function is_blocked( int $customer_id ): bool {
		$now = Database::time( $this->clock->now() );

		return $this->database->value( "SELECT id FROM {$this->database->table( 'customers' )} WHERE id = %d AND blocked_at IS NOT NULL AND (blocked_until IS NULL OR blocked_until > %s)", [ $customer_id, $now ] ) !== null;
	}

	/**
	 * Which of these keys are refused. One indexed read; what a checkout asks.
	 *
	 * @param list<array{string, string}> $keys Kind and hash.
	 * @return list<array{string, string}>
	 */
	public function hits( array $keys ): array {
		if ( $keys === [] ) {
			return [];
		}
		$marks = implode( ' OR ', array_fill( 0, count( $keys ), '(kind = %s AND key_hash = %s)' ) );
		$rows  = $this->database->rows(
			"SELECT kind, key_hash FROM {$this->database->table( 'blocks' )} WHERE (until_at IS NULL OR until_at > %s) AND ($marks)",
			[ Database::time( $this->clock->now() ), ...array_merge( ...$keys ) ],
		);

		return array_map( static fn ( array $row ): array => [ (string) $row['kind'], (string) $row['key_hash'] ], $rows );
	}

	private function put( int $customer_id, string $kind, string $hash, ?int $run_id, string $until, string $now ): void {
		$table = $this->database->table( 'blocks' );
		$run   = Database::mark( $run_id );
		$this->database->write(
			"INSERT INTO $table (customer_id, kind, key_hash, run_id, until_at, created_at) VALUES (%d, %s, %s, $run, %s, %s) ON DUPLICATE KEY UPDATE customer_id = VALUES(customer_id), run_id = VALUES(run_id), until_at = VALUES(until_at)",
			[ $customer_id, $kind, $hash, $run_id, $until, $now ],
		);
	}
}
