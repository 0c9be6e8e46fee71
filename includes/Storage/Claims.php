<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Clock;
use Amicable\Stores\OrderRef;
use DateTimeImmutable;

/** Which run works on which order, so that no two ever do. One row a target; the primary key decides. */
final class Claims {

	public function __construct(
		private readonly Database $database,
		private readonly Clock $clock,
	) {
	}

	public static function of_order( string $order_key ): string {
		return "order:$order_key";
	}

	public static function of_customer( int $customer_id ): string {
		return "customer:$customer_id";
	}

	/**
	 * Takes all of them or none.
	 *
	 * @param non-empty-list<string> $claims
	 * @return bool False: somebody else has at least one.
	 */
	public function take( int $run_id, array $claims ): bool {
		// Always in the same order, so that of two that want the same one waits for the other instead of both for each other.
		$claims = array_values( array_unique( $claims ) );
		sort( $claims );
		$table  = $this->database->table( 'claims' );
		$now    = Database::time( $this->clock->now() );
		$marks  = implode( ', ', array_fill( 0, count( $claims ), '(%s, %d, %s)' ) );
		$values = array_merge( ...array_map( static fn ( string $claim ): array => [ $claim, $run_id, $now ], $claims ) );
		$this->database->write( "INSERT IGNORE INTO $table (claim, run_id, taken_at) VALUES $marks", $values );
		if ( $this->count( $run_id ) === count( $claims ) ) {
			return true;
		}
		$this->release( $run_id );

		return false;
	}

	public function count( int $run_id ): int {
		return (int) $this->database->value( "SELECT COUNT(*) FROM {$this->database->table( 'claims' )} WHERE run_id = %d", [ $run_id ] );
	}

	public function release( int $run_id ): void {
		$this->database->write( "DELETE FROM {$this->database->table( 'claims' )} WHERE run_id = %d", [ $run_id ] );
	}

	/**
	 * @param list<string> $claims
	 * @return array<string, int> Claim => run.
	 */
	public function holders( array $claims ): array {
		if ( $claims === [] ) {
			return [];
		}
		$marks = implode( ', ', array_fill( 0, count( $claims ), '%s' ) );
		$rows  = $this->database->rows( "SELECT claim, run_id FROM {$this->database->table( 'claims' )} WHERE claim IN ($marks)", $claims );

		$holders = [];
		foreach ( $rows as $row ) {
			$holders[ (string) $row['claim'] ] = (int) $row['run_id'];
		}

		return $holders;
	}

	/**
	 * @param list<OrderRef> $refs
	 * @param int|null       $but_for A run that does not count.
	 * @return array<string, int> Order key => the run that holds it.
	 */
	public function on_orders( array $refs, ?int $but_for = null ): array {
		$held = [];
		foreach ( $this->holders( array_map( static fn ( OrderRef $ref ): string => self::of_order( $ref->key() ), $refs ) ) as $claim => $run_id ) {
			if ( $run_id !== $but_for ) {
				$held[ substr( $claim, strlen( 'order:' ) ) ] = $run_id;
			}
		}

		return $held;
	}

	/** Lets go of what runs that have ended still hold, because their worker died between the two writes. */
	public function release_leftovers( DateTimeImmutable $taken_before ): void {
		$runs   = $this->database->table( 'runs' );
		$claims = $this->database->table( 'claims' );
		$this->database->write( "DELETE FROM $claims WHERE taken_at < %s AND run_id NOT IN (SELECT id FROM $runs WHERE state NOT IN ('completed', 'stopped'))", [ Database::time( $taken_before ) ] );
	}
}
