<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Clock;
use Amicable\Storage\Sums\Scope;

/** The only table with names and addresses in clear. */
final class Customers {

	private const DEEPEST_MERGE = 32;

	public function __construct(
		private readonly Database $database,
		private readonly Clock $clock,
	) {
	}

	public function create( string $name, string $email, string $locale = '' ): int {
		$now   = Database::time( $this->clock->now() );
		$name  = mb_substr( trim( $name ), 0, 190 );
		$words = preg_split( '/\s+/u', $name );
		$words = is_array( $words ) ? $words : [ $name ];

		return (int) $this->database->insert(
			'customers',
			[
				'name'        => $name,
				'name_second' => implode( ' ', array_slice( $words, 1 ) ),
				'name_last'   => count( $words ) > 2 ? (string) end( $words ) : '',
				'email'       => $email,
				'locale'      => substr( $locale, 0, 16 ),
				'created_at'  => $now,
				'updated_at'  => $now,
			]
		);
	}

	/** Takes back a row that lost the race for its keys. Nothing can point to it yet. */
	public function take_back( int $id ): void {
		$this->database->write( "DELETE FROM {$this->table()} WHERE id = %d", [ $id ] );
	}

	/** @return array<string, string|null>|null */
	public function row( int $id ): ?array {
		return $this->database->row( "SELECT * FROM {$this->table()} WHERE id = %d", [ $id ] );
	}

	/** Who this customer is now, after all merges. */
	public function current( int $id ): int {
		for ( $step = 0; $step < self::DEEPEST_MERGE; $step++ ) {
			$into = $this->database->value( "SELECT merged_into FROM {$this->table()} WHERE id = %d", [ $id ] );
			if ( $into === null ) {
				break;
			}
			$id = (int) $into;
		}

		return $id;
	}

	/**
	 * This customer and everybody who was merged into them, directly or through others.
	 *
	 * @return non-empty-list<int>
	 */
	public function cluster( int $id ): array {
		$all  = [ $id ];
		$next = [ $id ];
		while ( $next !== [] ) {
			$marks = implode( ', ', array_fill( 0, count( $next ), '%d' ) );
			$rows  = $this->database->rows( "SELECT id FROM {$this->table()} WHERE merged_into IN ($marks)", $next );
			$next  = array_values( array_diff( array_map( static fn ( array $row ): int => (int) $row['id'], $rows ), $all ) );
			$all   = [ ...$all, ...$next ];
		}

		return $all;
	}

	public function count(): int {
		return (int) $this->database->value( "SELECT COUNT(*) FROM {$this->table()}" );
	}

	/** The highest id of the next so many customers; null when there are none. */
	public function nth_after( int $id, int $limit ): ?int {
		$last = $this->database->value( "SELECT MAX(id) FROM (SELECT id FROM {$this->table()} WHERE id > %d ORDER BY id LIMIT %d) next", [ $id, $limit ] );

		return $last === null ? null : (int) $last;
	}

	/** Makes a tombstone of a customer, or (null) a customer again. False: the row changed since it was read. */
	public function merge_into( int $id, ?int $into, int $version ): bool {
		$set = $into === null ? 'NULL' : (string) $into;

		return $this->database->write(
			"UPDATE {$this->table()} SET merged_into = $set, version = version + 1, updated_at = %s WHERE id = %d AND version = %d",
			[ Database::time( $this->clock->now() ), $id, $version ]
		) === 1;
	}

	/** Raises a customer's version, so that whoever saw the old one is told. False: it was not the version that was seen. */
	public function touch( int $id, int $version ): bool {
		return $this->database->write( "UPDATE {$this->table()} SET version = version + 1, updated_at = %s WHERE id = %d AND version = %d AND merged_into IS NULL", [ Database::time( $this->clock->now() ), $id, $version ] ) === 1;
	}

	/** From now on no pattern looks at a customer, or patterns do again. False: the row changed since it was read. */
	public function leave_out( int $id, bool $left_out, int $version ): bool {
		return $this->mark( 'excluded_at', $id, $left_out, $version );
	}

	/** It is agreed that a customer gets more time than others, or not any more. False: the row changed since it was read. */
	public function agree_extra_time( int $id, bool $agreed, int $version ): bool {
		return $this->mark( 'extra_time_at', $id, $agreed, $version );
	}

	/** @param 'excluded_at'|'extra_time_at' $column */
	private function mark( string $column, int $id, bool $holds, int $version ): bool {
		$now = Database::time( $this->clock->now() );
		$set = $holds ? '%s' : 'NULL';

		return $this->database->write( "UPDATE {$this->table()} SET $column = $set, version = version + 1, updated_at = %s WHERE id = %d AND version = %d AND merged_into IS NULL", [ ...( $holds ? [ $now ] : [] ), $now, $id, $version ] ) === 1;
	}

	/**
	 * Those of these customers who were merged into others.
	 *
	 * @return list<int>
	 */
	public function tombstones( Scope $scope ): array {
		return $this->ids( "SELECT id FROM {$this->table()} WHERE {$scope->of( 'id' )} AND merged_into IS NOT NULL" );
	}

	/** Says that facts of this customer may belong to somebody else now. */
	public function start_moving( int $id ): void {
		$this->database->write( "UPDATE {$this->table()} SET moving = moving + 1 WHERE id = %d", [ $id ] );
	}

	/** How often that was said; zero: everything is where it belongs. */
	public function moving( int $id ): int {
		return (int) $this->database->value( "SELECT moving FROM {$this->table()} WHERE id = %d", [ $id ] );
	}

	/** Done, unless it was said again meanwhile. */
	public function stop_moving( int $id, int $moving ): void {
		$this->database->write( "UPDATE {$this->table()} SET moving = 0 WHERE id = %d AND moving = %d", [ $id, $moving ] );
	}

	/** @return list<int> */
	public function all_moving(): array {
		return $this->ids( "SELECT id FROM {$this->table()} WHERE moving > 0 ORDER BY id LIMIT 100" );
	}

	/** Whoever is merged brings along that they are blocked. */
	public function inherit_block( int $from, int $into ): void {
		$row = $this->row( $from );
		if ( !( ( $row['blocked_at'] ?? null ) !== null ) ) {
			return;
		}

		$until = Database::mark( $row['blocked_until'] );
		$by    = Database::mark( $row['blocked_by'] );
		$this->database->write(
			"UPDATE {$this->table()} SET blocked_at = %s, blocked_by = $by, blocked_until = $until, blocked_reason = %s WHERE id = %d AND blocked_at IS NULL",
			[ $row['blocked_at'], $row['blocked_by'], $row['blocked_until'], (string) $row['blocked_reason'], $into ]
		);
	}

	/** Keeps, or forgets, that somebody asked for no answer. */
	public function wish_silence( int $id, bool $wished ): void {
		$now = Database::time( $this->clock->now() );
		$set = Database::mark( $wished ? $now : null );
		$this->database->write( "UPDATE {$this->table()} SET silent_at = $set, version = version + 1, updated_at = %s WHERE id = %d AND silent_at IS " . ( $wished ? 'NULL' : 'NOT NULL' ), [ ...( $wished ? [ $now ] : [] ), $now, $id ] );
	}

	/** Whoever is merged brings the wish along. */
	public function inherit_wish( int $from, int $into ): void {
		if ( ( $this->row( $from )['silent_at'] ?? null ) !== null ) {
			$this->wish_silence( $into, true );
		}
	}

	/** @return list<int> */
	private function ids( string $sql ): array {
		return array_map( static fn ( array $row ): int => (int) $row['id'], $this->database->rows( $sql ) );
	}

	private function table(): string {
		return $this->database->table( 'customers' );
	}
}
