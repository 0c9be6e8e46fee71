<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Mode;
use Closure;
use DateTimeImmutable;
use DateTimeZone;
use Throwable;
use wpdb;

/** The door to our tables for one mode: names, times, and errors that are never swallowed. */
final class Database {

	private const TRIES = 5;

	/** From so many rows on they are packed, where the database takes long to read a statement. */
	private const MANY = 50;

	private bool $in_transaction = false;

	public function __construct(
		public readonly wpdb $wpdb,
		public readonly Mode $mode,
	) {
	}

	/** Full name of one of our tables: `accounts` → `wp_amicable_accounts` or `wp_amicable_practice_accounts`. */
	public function table( string $name ): string {
		return $this->wpdb->prefix . $this->mode->table_prefix() . $name;
	}

	/**
	 * Runs a prepared statement that writes, and answers the number of rows it touched. A statement that lost a lock to another one has
	 * had no effect and is tried again, unless it is part of something larger, which is lost with it.
	 *
	 * @param array<array-key, scalar|null> $values One a placeholder; a `null` has no placeholder (build it with `mark()`).
	 * @throws DatabaseError
	 */
	public function write( string $sql, array $values = [] ): int {
		$prepared = $this->prepare( $sql, $values );
		for ( $try = 1; $try <= self::TRIES; $try++ ) {
			$rows = $this->wpdb->query( $prepared );
			if ( $rows !== false ) {
				return (int) $rows;
			}
			if ( $this->in_transaction || ! $this->lost_a_lock() ) {
				break;
			}
			usleep( $try * random_int( 2_000, 20_000 ) );
		}

		throw new DatabaseError( $this->wpdb->last_error );
	}

	private function lost_a_lock(): bool {
		return preg_match( '/deadlock found|lock wait timeout|database (table )?is locked/i', $this->wpdb->last_error ) === 1;
	}

	/**
	 * @param array<array-key, scalar|null> $values
	 * @return list<array<string, string|null>>
	 * @throws DatabaseError
	 */
	public function rows( string $sql, array $values = [] ): array {
		$rows = $this->wpdb->get_results( $this->prepare( $sql, $values ), ARRAY_A );
		if ( ! is_array( $rows ) || $this->wpdb->last_error !== '' ) {
			throw new DatabaseError( $this->wpdb->last_error );
		}

		return array_values( $rows );
	}

	/**
	 * @param array<array-key, scalar|null> $values
	 * @return array<string, string|null>|null
	 */
	public function row( string $sql, array $values = [] ): ?array {
		return $this->rows( $sql, $values )[0] ?? null;
	}

	/**
	 * First column of the first row.
	 *
	 * @param array<array-key, scalar|null> $values
	 */
	public function value( string $sql, array $values = [] ): ?string {
		$row = $this->row( $sql, $values );

		return $row === null ? null : array_values( $row )[0];
	}

	/**
	 * Inserts one row; answers its id, or null when a unique key already holds it.
	 *
	 * @param array<string, scalar|null> $row
	 * @throws DatabaseError
	 */
	public function insert( string $table, array $row ): ?int {
		$columns = implode( ', ', array_map( static fn ( string $column ): string => "`$column`", array_keys( $row ) ) );
		$marks   = implode( ', ', array_map( self::mark( ... ), $row ) );
		$rows    = $this->write( "INSERT IGNORE INTO {$this->table( $table )} ($columns) VALUES ($marks)", array_values( $row ) );

		return $rows === 0 ? null : (int) $this->wpdb->insert_id;
	}

	/**
	 * Inserts rows of the same columns in one statement.
	 *
	 * @param list<array<string, scalar|null>> $rows
	 * @param string                           $or_update What follows ON DUPLICATE KEY UPDATE; empty: what is there stays.
	 */
	public function insert_all( string $table, array $rows, string $or_update = '' ): void {
		if ( $rows === [] ) {
			return;
		}
		$columns         = implode( ', ', array_map( static fn ( string $column ): string => "`$column`", array_keys( $rows[0] ) ) );
		$ignore          = $or_update === '' ? 'IGNORE ' : '';
		$update          = $or_update === '' ? '' : " ON DUPLICATE KEY UPDATE $or_update";
		[ $all, $values ] = $this->packs( count( $rows ) ) ? PackedRows::query( $rows ) : self::listed( $rows );
		$this->write( "INSERT {$ignore}INTO {$this->table( $table )} ($columns) $all$update", $values );
	}

	/** MariaDB and MySQL read a list of values faster than they cut a text. */
	private function packs( int $rows ): bool {
		return $rows >= self::MANY && str_contains( strtolower( (string) $this->wpdb->db_server_info() ), 'sqlite' );
	}

	/**
	 * @param non-empty-list<array<string, scalar|null>> $rows
	 * @return array{string, list<scalar|null>}
	 */
	private static function listed( array $rows ): array {
		$marks = array_map( static fn ( array $row ): string => '(' . implode( ', ', array_map( self::mark( ... ), $row ) ) . ')', $rows );

		return [ 'VALUES ' . implode( ', ', $marks ), array_merge( ...array_map( array_values( ... ), $rows ) ) ];
	}

	/**
	 * All or nothing. Inside another one it is part of that.
	 *
	 * @template T
	 * @param Closure(): T $work
	 * @return T
	 */
	public function atomically( Closure $work ): mixed {
		if ( $this->in_transaction ) {
			return $work();
		}
		$this->write( 'START TRANSACTION' );
		$this->in_transaction = true;
		try {
			$done = $work();
			$this->write( 'COMMIT' );
		} catch ( Throwable $error ) {
			$this->wpdb->query( 'ROLLBACK' );
			throw $error;
		} finally {
			$this->in_transaction = false;
		}

		return $done;
	}

	/** UTC, to the second, as DATETIME columns keep it. */
	public static function time( DateTimeImmutable $at ): string {
		return $at->setTimezone( new DateTimeZone( 'UTC' ) )->format( 'Y-m-d H:i:s' );
	}

	/** What `time()` wrote. */
	public static function moment( string $time ): DateTimeImmutable {
		return new DateTimeImmutable( $time, new DateTimeZone( 'UTC' ) );
	}

	/** The placeholder for a value. */
	public static function mark( int|float|string|bool|null $value ): string {
		return match ( true ) {
			null === $value                      => 'NULL',
			is_int( $value ) || is_bool( $value ) => '%d',
			default                              => '%s',
		};
	}

	/** @param array<array-key, scalar|null> $values */
	private function prepare( string $sql, array $values ): string {
		$values = array_values( array_filter( $values, static fn ( mixed $value ): bool => $value !== null ) );

		return $values === [] ? $sql : (string) $this->wpdb->prepare( $sql, $values ); // phpcs:ignore WordPress.DB.PreparedSQL.NotPrepared -- this is the one place where statements get their values.
	}
}
