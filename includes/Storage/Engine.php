<?php
declare( strict_types=1 );

namespace Amicable\Storage;

/** Whether the database keeps our tables as money needs them. */
final class Engine {

	public function __construct( private readonly Database $database ) {
	}

	/** @return list<string> Our tables that are not there. */
	public function missing(): array {
		return array_keys( array_filter( $this->engines(), static fn ( ?string $engine ): bool => $engine === null ) );
	}

	/** @return list<string> Our tables whose engine knows no transactions. A database that names no engine, such as SQLite, has them. */
	public function without_transactions(): array {
		return array_keys( array_filter( $this->engines(), static fn ( ?string $engine ): bool => in_array( strtolower( (string) $engine ), [ 'myisam', 'aria', 'memory', 'csv' ], true ) ) );
	}

	/** @return array<string, string|null> Full name => engine, '' where the database does not say, null without such a table. */
	private function engines(): array {
		$like   = $this->database->wpdb->esc_like( $this->database->table( '' ) ) . '%';
		$found  = array_column( $this->database->rows( 'SHOW TABLE STATUS LIKE %s', [ $like ] ), 'Engine', 'Name' );
		$wanted = array_map( fn ( Table $table ): string => $this->database->table( $table->name ), Tables::of( $this->database->mode ) );

		return array_combine( $wanted, array_map( static fn ( string $name ): ?string => array_key_exists( $name, $found ) ? (string) $found[ $name ] : null, $wanted ) );
	}
}
