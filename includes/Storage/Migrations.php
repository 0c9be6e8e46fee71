<?php
declare( strict_types=1 );

namespace Amicable\Storage;

/**
 * Brings the tables of one mode to what the register says: creates what is missing, adds columns and keys that came later.
 * Nothing is ever dropped or narrowed here. Safe to run again, and safe when two requests run it at once.
 */
final class Migrations {

	public function __construct( private readonly Database $database ) {
	}

	/** Whether this mode's tables are those of this version. One autoloaded option, no query. */
	public function is_current(): bool {
		return (int) get_option( $this->database->mode->version_option(), 0 ) === Tables::VERSION;
	}

	public function is_installed(): bool {
		return (int) get_option( $this->database->mode->version_option(), 0 ) > 0;
	}

	public function run(): void {
		foreach ( Tables::of( $this->database->mode ) as $table ) {
			$this->database->write( $this->create( $table ) );
			$this->complete( $table );
		}
		update_option( $this->database->mode->version_option(), Tables::VERSION, true );
	}

	/** Removes every table of this mode. */
	public function drop(): void {
		foreach ( Tables::of( $this->database->mode ) as $table ) {
			$this->database->write( "DROP TABLE IF EXISTS {$this->database->table( $table->name )}" );
		}
		delete_option( $this->database->mode->version_option() );
	}

	private function create( Table $table ): string {
		$lines = [ ...$this->columns( $table ), ...$table->keys ];

		return "CREATE TABLE IF NOT EXISTS {$this->database->table( $table->name )} (\n" . implode( ",\n", $lines ) . "\n) {$this->database->wpdb->get_charset_collate()}";
	}

	/** @return array<string, string> */
	private function columns( Table $table ): array {
		$columns = [];
		foreach ( $table->columns as $name => $definition ) {
			$columns[ $name ] = "`$name` $definition";
		}

		return $columns;
	}

	/** What an older version did not have yet. */
	private function complete( Table $table ): void {
		$name    = $this->database->table( $table->name );
		$columns = array_diff_key( $this->columns( $table ), array_flip( $this->names( "SHOW COLUMNS FROM $name", 'Field' ) ) );
		foreach ( $columns as $column ) {
			$this->alter( "ALTER TABLE $name ADD COLUMN $column" );
		}
		$known = $this->names( "SHOW INDEX FROM $name", 'Key_name' );
		foreach ( $table->keys as $key ) {
			if ( preg_match( '/^(?:UNIQUE )?KEY (\w+) /', $key, $match ) === 1 && ! in_array( $match[1], $known, true ) ) {
				$this->alter( "ALTER TABLE $name ADD $key" );
			}
		}
	}

	/** @return list<string> */
	private function names( string $sql, string $column ): array {
		return array_map( static fn ( array $row ): string => (string) ( $row[ $column ] ?? '' ), $this->database->rows( $sql ) );
	}

	/** Another request may have been faster with the same change; whether the table is right is what counts, and the next run looks again. */
	private function alter( string $sql ): void {
		$hush = $this->database->wpdb->suppress_errors();
		try {
			$this->database->write( $sql );
		} catch ( DatabaseError $error ) {
			if ( ! str_contains( strtolower( $error->getMessage() ), 'duplicate' ) ) {
				throw $error;
			}
		} finally {
			$this->database->wpdb->suppress_errors( $hush );
		}
	}
}
