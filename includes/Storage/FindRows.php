<?php
declare( strict_types=1 );

namespace Amicable\Storage;

/** Looks somebody up by one thing that they said of themselves. Every read is a range of one index and ends after a few rows. */
final class FindRows {

	private const LIMIT = 10;

	public function __construct( private readonly Database $database ) {
	}

	/** @return list<int> Whose email begins so. */
	public function by_email( string $text ): array {
		return $this->beginning( [ 'email' ], $text );
	}

	/** @return list<int> One of whose names begins so. */
	public function by_name( string $text ): array {
		return $this->beginning( [ 'name', 'name_second', 'name_last' ], $text );
	}

	/** @return list<int> */
	public function by_order( string $number ): array {
		return $this->ids( "SELECT customer_id AS id FROM {$this->database->table( 'orders' )} WHERE number = %s", $number );
	}

	/** @return list<int> */
	public function by_ticket( string $external_id ): array {
		return $this->ids( "SELECT customer_id AS id FROM {$this->database->table( 'tickets' )} WHERE external_id = %s AND customer_id IS NOT NULL", $external_id );
	}

	/**
	 * @param list<string> $columns
	 * @return list<int>
	 */
	private function beginning( array $columns, string $text ): array {
		$like  = $this->database->wpdb->esc_like( $text ) . '%';
		$found = array_map( fn ( string $column ): array => $this->ids( "SELECT id FROM {$this->database->table( 'customers' )} WHERE $column LIKE %s AND merged_into IS NULL", $like ), $columns );

		return array_merge( ...$found );
	}

	/** @return list<int> */
	private function ids( string $sql, string $value ): array {
		return array_map( static fn ( array $row ): int => (int) $row['id'], $this->database->rows( $sql . ' LIMIT ' . self::LIMIT, [ $value ] ) );
	}
}
