<?php
declare( strict_types=1 );

namespace Amicable\Storage;

/** What a list of cases shows beside the cases themselves: one indexed read each, however long the list. */
final class CaseRows {

	public function __construct( private readonly Database $database ) {
	}

	/**
	 * @param list<int> $customers
	 * @return array<int, string> By customer: the name, else the address.
	 */
	public function names( array $customers ): array {
		$names = [];
		foreach ( $this->read( "SELECT id, name, email FROM {$this->database->table( 'customers' )} WHERE id IN (%s)", $customers ) as $row ) {
			$names[ (int) $row['id'] ] = (string) $row['name'] === '' ? (string) $row['email'] : (string) $row['name'];
		}

		return $names;
	}

	/**
	 * @param list<int> $customers
	 * @return array<int, list<string>> By customer: what is flagged about them now.
	 */
	public function patterns( array $customers ): array {
		$patterns = [];
		foreach ( $this->read( "SELECT customer_id, pattern FROM {$this->database->table( 'flags' )} WHERE customer_id IN (%s) AND state IN ('open', 'confirmed') ORDER BY id", $customers ) as $row ) {
			$patterns[ (int) $row['customer_id'] ][] = (string) $row['pattern'];
		}

		return $patterns;
	}

	/**
	 * @param list<int> $cases
	 * @return array<int, string> By case: when the first thing that is still open in its book is due.
	 */
	public function due( array $cases ): array {
		$due = [];
		foreach ( $this->read( "SELECT case_id, MIN(due_at) AS due FROM {$this->database->table( 'case_entries' )} WHERE case_id IN (%s) AND state = 'open' AND due_at IS NOT NULL GROUP BY case_id", $cases ) as $row ) {
			$due[ (int) $row['case_id'] ] = (string) $row['due'];
		}

		return $due;
	}

	/**
	 * @param list<int> $ids
	 * @return list<array<string, string|null>>
	 */
	private function read( string $sql, array $ids ): array {
		return $ids === [] ? [] : $this->database->rows( str_replace( '(%s)', '(' . implode( ', ', array_fill( 0, count( $ids ), '%d' ) ) . ')', $sql ), $ids );
	}
}
