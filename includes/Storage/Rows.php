<?php
declare( strict_types=1 );

namespace Amicable\Storage;

/** Many rows of one table in one statement. */
final class Rows {

	private const AT_ONCE = 200;

	public function __construct( private readonly Database $database ) {
	}

	/**
	 * Inserts rows, or overwrites those whose unique key is already there.
	 *
	 * @param list<array<string, scalar|null>> $rows All with the same columns.
	 */
	public function upsert( string $table, array $rows ): void {
		foreach ( array_chunk( $rows, self::AT_ONCE ) as $chunk ) {
			$columns = array_keys( $chunk[0] );
			$update  = implode( ', ', array_map( static fn ( string $column ): string => "`$column` = VALUES(`$column`)", $columns ) );
			$this->database->write( $this->insert( $table, $columns, $chunk ) . " ON DUPLICATE KEY UPDATE $update", $this->values( $chunk ) );
		}
	}

	/**
	 * @param list<string>                     $columns
	 * @param list<array<string, scalar|null>> $rows
	 */
	private function insert( string $table, array $columns, array $rows ): string {
		$names = implode( ', ', array_map( static fn ( string $column ): string => "`$column`", $columns ) );
		$marks = array_map( static fn ( array $row ): string => '(' . implode( ', ', array_map( Database::mark( ... ), $row ) ) . ')', $rows );

		return "INSERT INTO {$this->database->table( $table )} ($names) VALUES " . implode( ', ', $marks );
	}

	/**
	 * @param list<array<string, scalar|null>> $rows
	 * @return list<scalar|null>
	 */
	private function values( array $rows ): array {
		return array_merge( ...array_map( 'array_values', $rows ) );
	}
}
