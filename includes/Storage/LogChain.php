<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Clock;
use RuntimeException;

/**
 * Who did what, when. Rows are only ever added, and each names the one before it: changing or taking out a row breaks the chain.
 * What may hold something about a person stands apart and can go; the chain still verifies without it.
 */
final class LogChain {

	private const SLICE = 1000;

	/** Losing this often in a row means that something else is wrong. */
	private const TRIES = 100;

	public function __construct(
		private readonly Database $database,
		private readonly Clock $clock,
	) {
	}

	/** @param array<string, scalar|null> $payload */
	public function append( string $what, string $object, int $object_id, ?int $customer_id, int $user_id, array $payload = [] ): int {
		$salt = bin2hex( random_bytes( 32 ) );
		$text = (string) wp_json_encode( $payload );
		$row  = [
			'at'           => Database::time( $this->clock->now() ),
			'user_id'      => $user_id,
			'what'         => $what,
			'object'       => $object,
			'object_id'    => $object_id,
			'customer_id'  => $customer_id,
			'payload_hash' => hash_hmac( 'sha256', $text, $salt ),
		];
		$id   = $this->link( $row );
		$this->database->insert(
			'log_payloads',
			[
				'log_id'  => $id,
				'salt'    => $salt,
				'payload' => $text,
			],
		);

		return $id;
	}

	/**
	 * What was logged about one object, oldest first; an erased payload is null.
	 *
	 * @return list<array{at: string, user_id: int, what: string, payload: array<array-key, mixed>|null}>
	 */
	public function of( string $object, int $object_id ): array {
		$log      = $this->database->table( 'log' );
		$payloads = $this->database->table( 'log_payloads' );
		$rows     = $this->database->rows( "SELECT l.at, l.user_id, l.what, p.payload FROM $log l LEFT JOIN $payloads p ON p.log_id = l.id WHERE l.object = %s AND l.object_id = %d ORDER BY l.id", [ $object, $object_id ] );

		return array_map(
			static fn ( array $row ): array => [
				'at'      => (string) $row['at'],
				'user_id' => (int) $row['user_id'],
				'what'    => (string) $row['what'],
				'payload' => self::decoded( $row['payload'] ),
			],
			$rows,
		);
	}

	/** @return array{intact: bool, rows: int, broken_at: int|null} */
	public function verify(): array {
		$before = [
			'id'         => '0',
			'chain_hash' => '',
		];
		$count  = 0;
		do {
			$rows = $this->slice( (int) $before['id'] );
			foreach ( $rows as $row ) {
				if ( ! self::holds( $row, $before ) ) {
					return self::verdict( $count, (int) $row['id'] );
				}
				$before = $row;
				++$count;
			}
		} while ( count( $rows ) === self::SLICE );

		return self::verdict( $count, null );
	}

	/** @param array<string, scalar|null> $row */
	private function link( array $row ): int {
		for ( $try = 0; $try < self::TRIES; $try++ ) {
			$last              = $this->database->row( "SELECT id, chain_hash FROM {$this->database->table( 'log' )} ORDER BY id DESC LIMIT 1" );
			$row['prev_id']    = (int) ( $last['id'] ?? 0 );
			$row['chain_hash'] = self::chain_hash( $row, (string) ( $last['chain_hash'] ?? '' ) );
			$id                = $this->database->insert( 'log', $row );
			if ( $id !== null ) {
				return $id;
			}
		}

		throw new RuntimeException( 'The log could not be written to.' );
	}

	/** @return list<array<string, string|null>> */
	private function slice( int $after ): array {
		$log      = $this->database->table( 'log' );
		$payloads = $this->database->table( 'log_payloads' );

		return $this->database->rows( "SELECT l.*, p.salt, p.payload FROM $log l LEFT JOIN $payloads p ON p.log_id = l.id WHERE l.id > %d ORDER BY l.id LIMIT %d", [ $after, self::SLICE ] );
	}

	/**
	 * @param array<string, string|null> $row
	 * @param array<string, string|null> $before
	 */
	private static function holds( array $row, array $before ): bool {
		$linked  = $row['prev_id'] === $before['id'] && hash_equals( self::chain_hash( $row, (string) $before['chain_hash'] ), (string) $row['chain_hash'] );
		$payload = $row['payload'] === null || $row['salt'] === null || hash_equals( (string) $row['payload_hash'], hash_hmac( 'sha256', $row['payload'], $row['salt'] ) );

		return $linked && $payload;
	}

	/** @param array<string, scalar|null> $row */
	private static function chain_hash( array $row, string $before ): string {
		$parts = array_map( static fn ( string $column ): string => (string) $row[ $column ], [ 'prev_id', 'at', 'user_id', 'what', 'object', 'object_id', 'customer_id', 'payload_hash' ] );

		return hash( 'sha256', implode( "\n", [ $before, ...$parts ] ) );
	}

	/** @return array<array-key, mixed>|null */
	private static function decoded( ?string $payload ): ?array {
		$value = $payload === null ? null : json_decode( $payload, true );

		return is_array( $value ) ? $value : null;
	}

	/** @return array{intact: bool, rows: int, broken_at: int|null} */
	private static function verdict( int $rows, ?int $broken_at ): array {
		return [
			'intact'    => $broken_at === null,
			'rows'      => $rows,
			'broken_at' => $broken_at,
		];
	}
}
