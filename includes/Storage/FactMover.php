<?php
declare( strict_types=1 );

namespace Amicable\Storage;

/** Brings facts to whom they belong: a fact belongs to whoever has its key, and what has no key to whoever it was written for, followed through merges. */
final class FactMover {

	private const AT_ONCE = 200;

	/** Written for a customer by a person, without a key. */
	private const UNKEYED = [ 'goodwill', 'costs', 'runs', 'cases', 'letters', 'case_entries', 'closings', 'desk_tags' ];

	public function __construct( private readonly Database $database ) {
	}

	/**
	 * Moves some of a customer's orders and tickets whose keys are somebody else's now.
	 *
	 * @return list<int> Who has them now; empty when all is where it belongs.
	 */
	public function move_some( int $customer_id ): array {
		$owners = [];
		foreach ( $this->strangers( 'orders', 'o.store, o.order_id', $customer_id ) as $row ) {
			$owners[] = (int) $row['owner'];
			$this->order( (string) $row['store'], (int) $row['order_id'], (int) $row['owner'] );
		}
		foreach ( $this->strangers( 'tickets', 'o.id', $customer_id ) as $row ) {
			$owners[] = (int) $row['owner'];
			$this->ticket( (int) $row['id'], (int) $row['owner'] );
		}

		return array_values( array_unique( $owners ) );
	}

	/** What was written for a customer goes to whoever they are now; where it came from is remembered. */
	public function hand_over( int $from, int $to ): void {
		foreach ( self::UNKEYED as $table ) {
			$claim = $table === 'cases' ? ', open_claim = CASE WHEN open_claim IS NULL THEN NULL ELSE ' . $to . ' END' : '';
			$this->database->write( "UPDATE {$this->database->table( $table )} SET origin_customer_id = COALESCE(origin_customer_id, customer_id), customer_id = %d $claim WHERE customer_id = %d", [ $to, $from ] );
		}
		$this->database->write( "UPDATE {$this->database->table( 'blocks' )} SET customer_id = %d WHERE customer_id = %d", [ $to, $from ] );
		$rows = $this->database->rows( "SELECT id FROM {$this->database->table( 'tickets' )} WHERE customer_id = %d AND key_id IS NULL", [ $from ] );
		foreach ( $rows as $row ) {
			$this->ticket( (int) $row['id'], $to );
		}
	}

	/**
	 * What came from these customers goes back to one of them.
	 *
	 * @param non-empty-list<int> $origins
	 */
	public function give_back( array $origins, int $to ): void {
		$from = implode( ', ', $origins );
		foreach ( self::UNKEYED as $table ) {
			$claim = $table === 'cases' ? ', open_claim = CASE WHEN open_claim IS NULL THEN NULL ELSE ' . $to . ' END' : '';
			$this->database->write( "UPDATE {$this->database->table( $table )} SET customer_id = %d $claim WHERE origin_customer_id IN ($from) AND customer_id <> %d", [ $to, $to ] );
		}
		$keys = $this->database->table( 'identity_keys' );
		$rows = $this->database->rows( "SELECT b.id FROM {$this->database->table( 'blocks' )} b JOIN $keys k ON k.kind = b.kind AND k.key_hash = b.key_hash WHERE k.customer_id = %d AND b.customer_id <> %d", [ $to, $to ] );
		foreach ( $rows as $row ) {
			$this->database->write( "UPDATE {$this->database->table( 'blocks' )} SET customer_id = %d WHERE id = %d", [ $to, (int) $row['id'] ] );
		}
	}

	/** @return list<array<string, string|null>> */
	private function strangers( string $table, string $columns, int $customer_id ): array {
		return $this->database->rows(
			"SELECT $columns, k.customer_id AS owner FROM {$this->database->table( $table )} o JOIN {$this->database->table( 'identity_keys' )} k ON k.id = o.key_id
			WHERE o.customer_id = %d AND k.customer_id <> %d ORDER BY o.id LIMIT " . self::AT_ONCE,
			[ $customer_id, $customer_id ]
		);
	}

	/** What belongs to an order first, so that an order which moved has nothing left behind. */
	private function order( string $store, int $order_id, int $owner ): void {
		foreach ( [ 'refunds', 'disputes', 'loose_ends', 'orders' ] as $table ) {
			$this->database->write( "UPDATE {$this->database->table( $table )} SET customer_id = %d WHERE store = %s AND order_id = %d", [ $owner, $store, $order_id ] );
		}
	}

	private function ticket( int $id, int $owner ): void {
		foreach ( [ 'messages', 'findings', 'time_entries' ] as $table ) {
			$this->database->write( "UPDATE {$this->database->table( $table )} SET customer_id = %d WHERE ticket_id = %d", [ $owner, $id ] );
		}
		$this->database->write( "UPDATE {$this->database->table( 'tickets' )} SET customer_id = %d WHERE id = %d", [ $owner, $id ] );
	}
}
