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
			$update = implode( ', ', array_map( static fn ( string $column ): string => "`$column` = VALUES(`$column`)", array_keys( $chunk[0] ) ) );
			$this->database->insert_all( $table, $chunk, $update );
		}
	}
}
