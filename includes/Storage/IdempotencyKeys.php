<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Clock;
use DateInterval;

/** Which request with which key was seen first, and what came of it. No bodies. */
final class IdempotencyKeys {

	private const KEPT = 'P7D';

	public function __construct(
		private readonly Database $database,
		private readonly Clock $clock,
	) {
	}

	/** The id of a fresh row, or null when the key was used before. */
	public function claim( int $user_id, string $route, string $key_hash, string $body_hash ): ?int {
		$now   = $this->clock->now();
		$table = $this->database->table( 'idempotency' );
		$this->database->write( "DELETE FROM $table WHERE created_at < %s", [ Database::time( $now->sub( new DateInterval( self::KEPT ) ) ) ] );

		return $this->database->insert(
			'idempotency',
			[
				'user_id'    => $user_id,
				'route'      => $route,
				'key_hash'   => $key_hash,
				'body_hash'  => $body_hash,
				'created_at' => Database::time( $now ),
			],
		);
	}

	/** @return array{body_hash: string, status: int|null, object_id: int|null, created_at: string}|null */
	public function find( int $user_id, string $route, string $key_hash ): ?array {
		$table = $this->database->table( 'idempotency' );
		$row   = $this->database->row( "SELECT body_hash, status, object_id, created_at FROM $table WHERE user_id = %d AND route = %s AND key_hash = %s", [ $user_id, $route, $key_hash ] );

		return $row === null ? null : [
			'body_hash'  => (string) $row['body_hash'],
			'status'     => $row['status'] === null ? null : (int) $row['status'],
			'object_id'  => $row['object_id'] === null ? null : (int) $row['object_id'],
			'created_at' => (string) $row['created_at'],
		];
	}

	public function finish( int $id, int $status, ?int $object_id ): void {
		$table = $this->database->table( 'idempotency' );
		$this->database->write( "UPDATE $table SET status = %d, object_id = " . Database::mark( $object_id ) . ' WHERE id = %d', [ $status, $object_id, $id ] );
	}

	/** Nothing was made: the key may be used again. */
	public function release( int $id ): void {
		$table = $this->database->table( 'idempotency' );
		$this->database->write( "DELETE FROM $table WHERE id = %d", [ $id ] );
	}
}
