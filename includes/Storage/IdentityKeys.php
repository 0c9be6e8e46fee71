<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Clock;

/** Hashed keys and whose they are. */
final class IdentityKeys {

	public function __construct(
		private readonly Database $database,
		private readonly Clock $clock,
	) {
	}

	/**
	 * @param list<string> $hashes Hashes tell their kind apart by themselves.
	 * @return array<string, array{id: int, customer_id: int}> By hash.
	 */
	public function find( array $hashes ): array {
		if ( $hashes === [] ) {
			return [];
		}
		$marks = implode( ', ', array_fill( 0, count( $hashes ), '%s' ) );
		$found = [];
		foreach ( $this->database->rows( "SELECT id, key_hash, customer_id FROM {$this->database->table( 'identity_keys' )} WHERE key_hash IN ($marks)", $hashes ) as $row ) {
			$found[ (string) $row['key_hash'] ] = [
				'id'          => (int) $row['id'],
				'customer_id' => (int) $row['customer_id'],
			];
		}

		return $found;
	}

	/**
	 * Gives a key to a customer, unless somebody has it; answers whose it is then.
	 *
	 * @return array{id: int, customer_id: int}
	 */
	public function add( string $kind, string $hash, int $customer_id, string $origin, int $confidence ): array {
		$id = $this->database->insert(
			'identity_keys',
			[
				'kind'               => $kind,
				'key_hash'           => $hash,
				'customer_id'        => $customer_id,
				'origin'             => $origin,
				'confidence'         => $confidence,
				'origin_customer_id' => $customer_id,
				'created_at'         => Database::time( $this->clock->now() ),
			]
		);
		if ( $id !== null ) {
			return [
				'id'          => $id,
				'customer_id' => $customer_id,
			];
		}

		return $this->find( [ $hash ] )[ $hash ] ?? throw new DatabaseError( 'A key was neither there nor could it be added.' );
	}

	/** The customer's strongest key, for facts that a person adds without naming one. */
	public function of( int $customer_id ): ?int {
		$id = $this->database->value( "SELECT id FROM {$this->database->table( 'identity_keys' )} WHERE customer_id = %d ORDER BY confidence DESC, id LIMIT 1", [ $customer_id ] );

		return $id === null ? null : (int) $id;
	}

	/** @return list<string> */
	public function hashes_of( int $customer_id ): array {
		return array_map( static fn ( array $row ): string => (string) $row['key_hash'], $this->database->rows( "SELECT key_hash FROM {$this->database->table( 'identity_keys' )} WHERE customer_id = %d", [ $customer_id ] ) );
	}

	/** Hands over every key of one customer. */
	public function hand_over( int $from, int $to ): void {
		$this->database->write( "UPDATE {$this->database->table( 'identity_keys' )} SET customer_id = %d WHERE customer_id = %d", [ $to, $from ] );
	}

	/**
	 * Gives the keys that came with these customers back to one of them.
	 *
	 * @param list<int> $origins
	 */
	public function give_back( array $origins, int $to ): void {
		$marks = implode( ', ', array_fill( 0, count( $origins ), '%d' ) );
		$this->database->write( "UPDATE {$this->database->table( 'identity_keys' )} SET customer_id = %d WHERE origin_customer_id IN ($marks)", [ $to, ...$origins ] );
	}
}
