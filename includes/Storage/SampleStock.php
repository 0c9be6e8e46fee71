<?php
declare( strict_types=1 );

namespace Amicable\Storage;

/** Fills the sample shop's tables with many rows at once. Rows bring their ids; what is there stays. */
final class SampleStock {

	private const AT_ONCE = 200;

	public function __construct( private readonly Database $db ) {
	}

	/** @param array<string, list<array<string, scalar|null>>> $tables Rows by table. */
	public function fill( array $tables ): void {
		foreach ( $tables as $table => $rows ) {
			foreach ( array_chunk( $rows, self::AT_ONCE ) as $chunk ) {
				$this->db->insert_all( $table, $chunk );
			}
		}
	}
}
