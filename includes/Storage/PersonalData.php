<?php
declare( strict_types=1 );

namespace Amicable\Storage;

/** Everything the register says we hold about a person: found, read in slices, erased table by table. */
final class PersonalData {

	public function __construct( private readonly Database $database ) {
	}

	/** @return list<int> Customers with this address, and all who were merged into them. */
	public function customers( string $email, ?int $by_key ): array {
		$table = $this->database->table( 'customers' );
		$rows  = $this->database->rows( "SELECT id FROM $table WHERE email = %s", [ $email ] );
		$found = array_map( static fn ( array $row ): int => (int) $row['id'], $rows );
		$found = array_values( array_unique( $by_key === null ? $found : [ ...$found, $by_key ] ) );
		$next  = $found;
		while ( $next !== [] ) {
			$rows  = $this->database->rows( "SELECT id FROM $table WHERE merged_into IN ({$this->marks( $next )})", $next );
			$next  = array_values( array_diff( array_map( static fn ( array $row ): int => (int) $row['id'], $rows ), $found ) );
			$found = [ ...$found, ...$next ];
		}

		return $found;
	}

	/** @param non-empty-list<int> $customers */
	public function has_open_run( array $customers ): bool {
		return $this->database->value( "SELECT COUNT(*) FROM {$this->database->table( 'runs' )} WHERE customer_id IN ({$this->marks( $customers )}) AND ended_at IS NULL", $customers ) !== '0';
	}

	/**
	 * Tables whose personal columns are handed out.
	 *
	 * @return list<Table>
	 */
	public function exported(): array {
		return array_values( array_filter( $this->tables(), static fn ( Table $table ): bool => $table->export === 'rows' && $table->personal !== [] ) );
	}

	/**
	 * Tables that lose something, those by which a person is found last.
	 *
	 * @return list<Table>
	 */
	public function erased(): array {
		return array_reverse( array_values( array_filter( $this->tables(), static fn ( Table $table ): bool => $table->erase !== 'keep' ) ) );
	}

	/**
	 * What is handed out of a table.
	 *
	 * @param non-empty-list<int> $customers
	 */
	public function count( Table $table, array $customers ): int {
		return $this->count_where( $table, $this->handed_out( $table, $customers ), $customers );
	}

	/**
	 * @param non-empty-list<int> $customers
	 * @return list<array<string, string|null>> Key column first, then the personal ones.
	 */
	public function rows( Table $table, array $customers, int $limit, int $offset ): array {
		$key     = (string) array_key_first( $table->columns );
		$columns = implode( ', ', array_map( static fn ( string $column ): string => "`$column`", [ $key, ...$table->personal ] ) );

		return $this->database->rows( "SELECT $columns FROM {$this->database->table( $table->name )} WHERE {$this->handed_out( $table, $customers )} ORDER BY `$key` LIMIT %d OFFSET %d", [ ...$customers, $limit, $offset ] );
	}

	/**
	 * Deletes rows or empties columns, as the register says.
	 *
	 * @param non-empty-list<int> $customers
	 * @return int Rows that lost something.
	 */
	public function erase( Table $table, array $customers ): int {
		$name = $this->database->table( $table->name );
		$had  = $this->count_where( $table, $this->theirs( $table, $customers ), $customers );
		if ( $had > 0 && $table->erase === 'rows' ) {
			$this->database->write( "DELETE FROM $name WHERE {$this->theirs( $table, $customers )}", $customers );
		} elseif ( $had > 0 ) {
			$empty = array_map( static fn ( string $column ): string => "`$column` = " . ( str_contains( $table->columns[ $column ], 'NOT NULL' ) ? "''" : 'NULL' ), $table->personal );
			$this->database->write( "UPDATE $name SET " . implode( ', ', $empty ) . " WHERE {$this->theirs( $table, $customers )}", $customers );
		}

		return $had;
	}

	/** @return list<Table> With an owner, direct, through the log, or through the run that they are about. */
	private function tables(): array {
		return array_values( array_filter( Tables::of( $this->database->mode ), static fn ( Table $table ): bool => $table->owner !== null || $table->name === 'log_payloads' || self::is_about_a_run( $table ) ) );
	}

	/** @param non-empty-list<int> $customers */
	private function count_where( Table $table, string $where, array $customers ): int {
		return (int) $this->database->value( "SELECT COUNT(*) FROM {$this->database->table( $table->name )} WHERE $where", $customers );
	}

	/** @param non-empty-list<int> $customers */
	private function handed_out( Table $table, array $customers ): string {
		return $this->theirs( $table, $customers ) . ( $table->exported_if === '' ? '' : " AND $table->exported_if" );
	}

	/** @param non-empty-list<int> $customers */
	private function theirs( Table $table, array $customers ): string {
		$marks = $this->marks( $customers );

		return match ( true ) {
			$table->owner !== null          => "`$table->owner` IN ($marks)",
			self::is_about_a_run( $table ) => "run_id IN (SELECT id FROM {$this->database->table( 'runs' )} WHERE customer_id IN ($marks))",
			default                         => "log_id IN (SELECT id FROM {$this->database->table( 'log' )} WHERE customer_id IN ($marks))",
		};
	}

	private static function is_about_a_run( Table $table ): bool {
		return $table->owner === null && $table->personal !== [] && isset( $table->columns['run_id'] );
	}

	/** @param non-empty-list<int> $ids */
	private function marks( array $ids ): string {
		return implode( ', ', array_fill( 0, count( $ids ), '%d' ) );
	}
}
