<?php
declare( strict_types=1 );

namespace Amicable\Tests\Support;

use Closure;
use mysqli;
use mysqli_driver;

/** The space of a database server that was started with an end to it (`ibdata1:…:max:…`), filled to the last page and emptied again. */
final class Tablespace {

	private const FILLER = 'amicable_filler';

	private readonly mysqli $other;

	private int $refused = 0;

	private ?Closure $counts = null;

	public function __construct() {
		$this->other = new mysqli( 'localhost', DB_USER, DB_PASSWORD, DB_NAME, 0, explode( ':', DB_HOST )[1] );
	}

	public function is_bounded(): bool {
		return str_contains( (string) ( $this->other->query( 'SELECT @@innodb_data_file_path' )->fetch_row()[0] ?? '' ), ':max:' );
	}

	/** So many statements of ours the full server refused. */
	public function refused(): int {
		return $this->refused;
	}

	/** In files of its own. */
	public function keep_outside( string $table ): void {
		$this->other->query( "ALTER TABLE $table ENGINE=Aria" );
	}

	public function make_ready(): void {
		$this->other->query( 'CREATE TABLE IF NOT EXISTS ' . self::FILLER . ' (id INT AUTO_INCREMENT PRIMARY KEY, body VARBINARY(7000)) ENGINE=InnoDB' );
	}

	/** By somebody else's transaction that does not end: a server that is really full cannot even delete. */
	public function fill(): void {
		global $wpdb;
		$this->other->begin_transaction();
		foreach ( [ [ 7_000, 200 ], [ 7_000, 1 ], [ 100, 50 ], [ 100, 1 ] ] as [ $bytes, $rows ] ) {
			$this->take( implode( ', ', array_fill( 0, $rows, "(REPEAT('x', $bytes))" ) ) );
		}
		$wpdb->suppress_errors( true );
		$wpdb->last_error = '';
		$this->counts     = $this->count( ... );
		add_filter( 'query', $this->counts );
	}

	public function free(): void {
		global $wpdb;
		$this->count( '' );
		remove_filter( 'query', $this->counts ?? '' );
		$this->other->rollback();
		$wpdb->suppress_errors( false );
		$wpdb->last_error = '';
	}

	/** What became of the statement before this one. */
	private function count( string $sql ): string {
		global $wpdb;
		$this->refused += str_contains( (string) $wpdb->last_error, 'is full' ) ? 1 : 0;

		return $sql;
	}

	/** Until the server says no. */
	private function take( string $rows ): void {
		$report = ( new mysqli_driver() )->report_mode;
		mysqli_report( MYSQLI_REPORT_OFF );
		do {
			$took = $this->other->query( 'INSERT INTO ' . self::FILLER . " (body) VALUES $rows" );
		} while ( $took );
		mysqli_report( $report );
	}
}
