<?php
declare( strict_types=1 );

namespace Amicable\Tests\Support;

use mysqli;
use mysqli_result;
use mysqli_sql_exception;
use RuntimeException;

/**
 * Puts every table back as it was: checksums say which ones a test has touched, a copy says what they held.
 *
 * The copy lives in a second database beside the one under test. It works on its own connection, so that a
 * test that leaves a transaction open or breaks `$wpdb` cannot spoil the next one.
 */
final class MariaDatabase implements Database {

	private mysqli $link;

	private readonly string $live;

	private readonly string $copy;

	/** @var array<string, string> */
	private array $checksums = [];

	public function __construct() {
		$this->live = DB_NAME;
		$this->copy = DB_NAME . '_pristine';
		$this->connect();
	}

	public function remember(): void {
		$this->ask( "DROP DATABASE IF EXISTS `{$this->copy}`" );
		$this->ask( "CREATE DATABASE `{$this->copy}`" );

		foreach ( $this->tables() as $table ) {
			$this->copy_table( $this->live, $this->copy, $table );
		}

		$this->checksums = $this->checksums( $this->tables() );
	}

	public function restore(): void {
		global $wpdb;
		$this->connect_again();
		$wpdb->query( 'ROLLBACK' );
		$wpdb->query( 'SET SESSION autocommit = 1' );

		$tables = $this->tables();
		$known  = array_keys( $this->checksums );

		foreach ( array_diff( $tables, $known ) as $added ) {
			$this->ask( "DROP TABLE `{$added}`" );
		}

		foreach ( array_diff( $known, $tables ) as $dropped ) {
			$this->copy_table( $this->copy, $this->live, $dropped );
		}

		foreach ( $this->checksums( array_intersect( $known, $tables ) ) as $table => $checksum ) {
			if ( $this->checksums[ $table ] !== $checksum ) {
				$this->refill( $table );
			}
		}
	}

	private function connect(): void {
		$socket = getenv( 'AMICABLE_TEST_SOCKET' );

		if ( ! is_string( $socket ) ) {
			throw new RuntimeException( 'AMICABLE_TEST_SOCKET is not set.' );
		}

		$this->link = new mysqli( null, DB_USER, DB_PASSWORD, $this->live, 0, $socket );
		$this->link->set_charset( 'utf8mb4' );
	}

	/**
	 * Throws for what goes wrong, and leaves PHP's own switch as WordPress has set it: what is tested must see errors as it would on a site.
	 *
	 * @return list<list<string|null>>
	 */
	private function ask( string $sql ): array {
		mysqli_report( MYSQLI_REPORT_ERROR | MYSQLI_REPORT_STRICT );
		try {
			$result = $this->link->query( $sql );

			return $result instanceof mysqli_result ? $result->fetch_all() : [];
		} finally {
			mysqli_report( MYSQLI_REPORT_OFF );
		}
	}

	/** A test may have started the server anew. */
	private function connect_again(): void {
		try {
			$this->ask( 'SELECT 1' );
		} catch ( mysqli_sql_exception ) {
			$this->connect();
		}
	}

	/** @return list<string> */
	private function tables(): array {
		$rows = $this->ask( "SELECT table_name FROM information_schema.tables WHERE table_schema = '{$this->live}' ORDER BY table_name" );

		return array_column( $rows, 0 );
	}

	/**
	 * @param array<string> $tables
	 * @return array<string, string>
	 */
	private function checksums( array $tables ): array {
		if ( $tables === [] ) {
			return [];
		}

		$rows   = $this->ask( 'CHECKSUM TABLE ' . implode( ', ', array_map( static fn ( string $table ): string => "`{$table}`", $tables ) ) );
		$result = [];

		foreach ( $rows as [ $table, $checksum ] ) {
			$result[ substr( (string) $table, strlen( $this->live ) + 1 ) ] = (string) $checksum;
		}

		return $result;
	}

	private function copy_table( string $from, string $to, string $table ): void {
		$this->ask( "CREATE TABLE `{$to}`.`{$table}` LIKE `{$from}`.`{$table}`" );
		$this->ask( "INSERT INTO `{$to}`.`{$table}` SELECT * FROM `{$from}`.`{$table}`" );
	}

	/** Auto increments go back too: a test may say that the first run has the id 1. */
	private function refill( string $table ): void {
		$this->ask( "DELETE FROM `{$this->live}`.`{$table}`" );
		$this->ask( "ALTER TABLE `{$this->live}`.`{$table}` AUTO_INCREMENT = 1" );
		$this->ask( "INSERT INTO `{$this->live}`.`{$table}` SELECT * FROM `{$this->copy}`.`{$table}`" );
	}
}
