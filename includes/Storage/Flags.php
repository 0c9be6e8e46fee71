<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Patterns\Flag;
use Amicable\Patterns\FlagHistory;
use Amicable\Patterns\FlagState;
use Amicable\Patterns\FlagStep;
use Amicable\Patterns\Level;
use Amicable\Patterns\Mitigator;
use Amicable\Patterns\Slug;
use Amicable\Storage\Sums\Scope;
use DateTimeImmutable;

/** Flags as they are kept: one a customer and pattern, through all its lives. */
final class Flags {

	public function __construct( private readonly Database $database ) {
	}

	/** Findings that somebody dismissed so long ago go; answers how many. */
	public function forget_dismissed( DateTimeImmutable $before, int $limit ): int {
		$table = $this->database->table( 'flags' );
		$ids   = array_column( $this->database->rows( "SELECT id FROM $table WHERE state = 'dismissed' AND reviewed_at <= %s ORDER BY id LIMIT %d", [ Database::time( $before ), $limit ] ), 'id' );
		if ( $ids !== [] ) {
			$this->database->write( "DELETE FROM $table WHERE id IN (" . implode( ', ', array_map( intval( ... ), $ids ) ) . ')' );
		}

		return count( $ids );
	}

	/** All of one pattern, with what people said to them and what they rest on. */
	public function forget_pattern( Slug $pattern ): void {
		foreach ( [ 'evidence', 'flags' ] as $table ) {
			$this->database->write( "DELETE FROM {$this->database->table( $table )} WHERE pattern = %s", [ $pattern->value ] );
		}
	}

	/** @return list<Flag> Of every state; what this version does not know is left out. */
	public function of( int $customer_id ): array {
		return $this->of_all( Scope::one( $customer_id ) );
	}

	/** @return list<Flag> Those of several customers, as `of()`. */
	public function of_all( Scope $scope ): array {
		$rows = $this->database->rows( "SELECT * FROM {$this->database->table( 'flags' )} WHERE {$scope->of( 'customer_id' )} ORDER BY id" );

		return array_values( array_filter( array_map( self::flag( ... ), $rows ) ) );
	}

	public function find( int $customer_id, Slug $pattern ): ?Flag {
		$row = $this->database->row( "SELECT * FROM {$this->database->table( 'flags' )} WHERE customer_id = %d AND pattern = %s", [ $customer_id, $pattern->value ] );

		return $row === null ? null : self::flag( $row );
	}

	/** False when there is one already. */
	public function add( Flag $flag, DateTimeImmutable $now ): bool {
		return $this->database->insert( 'flags', self::row( $flag ) + [ 'updated_at' => Database::time( $now ) ] ) !== null;
	}

	/** Writes a flag over the version that was seen, one version up. False when somebody was faster. */
	public function replace( Flag $flag, DateTimeImmutable $now, ?int $reviewed_by = null ): bool {
		$row  = array_diff_key( self::row( $flag ), [ 'customer_id' => true, 'pattern' => true, 'version' => true ] ) + [ 'updated_at' => Database::time( $now ) ];
		$row += $reviewed_by === null ? [] : [
			'reviewed_by' => $reviewed_by,
			'reviewed_at' => Database::time( $now ),
		];
		$set  = implode( ', ', array_map( static fn ( string $column, mixed $value ): string => "`$column` = " . Database::mark( $value ), array_keys( $row ), $row ) );

		return $this->database->write( "UPDATE {$this->database->table( 'flags' )} SET $set, version = version + 1 WHERE id = %d AND version = %d", [ ...array_values( $row ), $flag->id, $flag->version ] ) === 1;
	}

	/**
	 * Customers whose flags time alone may change, the next ones by id.
	 *
	 * @return list<int>
	 */
	public function customers_with_live( int $after, int $limit ): array {
		$rows = $this->database->rows( "SELECT DISTINCT customer_id FROM {$this->database->table( 'flags' )} WHERE state IN ('open', 'confirmed', 'snoozed') AND customer_id > %d ORDER BY customer_id LIMIT %d", [ $after, $limit ] );

		return array_map( static fn ( array $row ): int => (int) $row['customer_id'], $rows );
	}

	/** @return array<string, scalar|null> */
	private static function row( Flag $flag ): array {
		return [
			'customer_id' => $flag->customer_id,
			'pattern'     => $flag->pattern->value,
			'level'       => $flag->level->value,
			'state'       => $flag->state->value,
			'reason'      => $flag->reason ?? '',
			'measured'    => (string) wp_json_encode( (object) $flag->measured ),
			'threshold'   => (string) wp_json_encode( (object) $flag->threshold ),
			'mitigators'  => (string) wp_json_encode(
				array_map(
					static fn ( Mitigator $one ): array => [
						'key'     => $one->key,
						'figures' => (object) $one->figures,
					],
					$flag->mitigators
				)
			),
			'history'     => (string) wp_json_encode( array_map( self::step_row( ... ), $flag->history->steps ) ),
			'since'       => Database::time( $flag->since ),
			'until'       => $flag->until === null ? null : Database::time( $flag->until ),
			'version'     => $flag->version,
		];
	}

	/** @param array<string, string|null> $row */
	private static function flag( array $row ): ?Flag {
		$pattern = Slug::tryFrom( (string) $row['pattern'] );
		$level   = Level::tryFrom( (string) $row['level'] );
		$state   = FlagState::tryFrom( (string) $row['state'] );

		return $pattern === null || $level === null || $state === null ? null : new Flag(
			id: (int) $row['id'],
			customer_id: (int) $row['customer_id'],
			pattern: $pattern,
			level: $level,
			state: $state,
			measured: self::figures( json_decode( (string) $row['measured'], true ) ),
			threshold: self::figures( json_decode( (string) $row['threshold'], true ) ),
			mitigators: self::mitigators( json_decode( (string) $row['mitigators'], true ) ),
			since: Database::moment( (string) $row['since'] ),
			version: (int) $row['version'],
			reason: $row['reason'] === '' ? null : $row['reason'],
			until: $row['until'] === null ? null : Database::moment( $row['until'] ),
			history: new FlagHistory( self::steps( json_decode( (string) $row['history'], true ) ) ),
		);
	}

	/** @return array{at: string, level: string, state: string, reason: string|null} */
	private static function step_row( FlagStep $step ): array {
		return [
			'at'     => Database::time( $step->at ),
			'level'  => $step->level->value,
			'state'  => $step->state->value,
			'reason' => $step->reason,
		];
	}

	/** @return list<FlagStep> */
	private static function steps( mixed $json ): array {
		$steps = [];
		foreach ( is_array( $json ) ? $json : [] as $one ) {
			$level = is_array( $one ) ? Level::tryFrom( (string) ( $one['level'] ?? '' ) ) : null;
			$state = is_array( $one ) ? FlagState::tryFrom( (string) ( $one['state'] ?? '' ) ) : null;
			if ( is_array( $one ) && $level !== null && $state !== null ) {
				$steps[] = new FlagStep( Database::moment( (string) $one['at'] ), $level, $state, isset( $one['reason'] ) ? (string) $one['reason'] : null );
			}
		}

		return $steps;
	}

	/** @return array<string, int|null> */
	private static function figures( mixed $json ): array {
		$figures = [];
		foreach ( is_array( $json ) ? $json : [] as $name => $value ) {
			$figures[ (string) $name ] = is_int( $value ) ? $value : null;
		}

		return $figures;
	}

	/** @return list<Mitigator> */
	private static function mitigators( mixed $json ): array {
		$list = [];
		foreach ( is_array( $json ) ? $json : [] as $one ) {
			if ( is_array( $one ) && is_string( $one['key'] ?? null ) ) {
				$list[] = new Mitigator( $one['key'], array_filter( self::figures( $one['figures'] ?? [] ), is_int( ... ) ) );
			}
		}

		return $list;
	}
}
