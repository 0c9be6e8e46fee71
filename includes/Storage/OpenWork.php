<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Clock;

/** What stands in the way of a merge: runs that move money, and a second open case. */
final class OpenWork {

	/** From the first talk to the end. */
	private const STAGES = [ 'open', 'second_chance', 'warned', 'explained', 'counsel', 'offboarding' ];

	public function __construct(
		private readonly Database $database,
		private readonly Clock $clock,
	) {
	}

	public function has_open_run( int $one, int $other ): bool {
		return $this->database->value( "SELECT id FROM {$this->database->table( 'runs' )} WHERE customer_id IN (%d, %d) AND state NOT IN ('completed', 'stopped') LIMIT 1", [ $one, $other ] ) !== null;
	}

	/**
	 * Of two open cases the one that came further stays; the other is put aside.
	 *
	 * @return int|null The case that was put aside.
	 */
	public function leave_one_case( int $one, int $other ): ?int {
		$rows = $this->database->rows( "SELECT id, stage FROM {$this->database->table( 'cases' )} WHERE open_claim IN (%d, %d) ORDER BY id", [ $one, $other ] );
		if ( count( $rows ) < 2 ) {
			return null;
		}
		$further = array_search( $rows[1]['stage'], self::STAGES, true ) > array_search( $rows[0]['stage'], self::STAGES, true );
		$aside   = (int) $rows[ $further ? 0 : 1 ]['id'];
		$now     = Database::time( $this->clock->now() );
		$this->database->write( "UPDATE {$this->database->table( 'cases' )} SET stage = 'dismissed', open_claim = NULL, closed_at = %s, updated_at = %s, version = version + 1 WHERE id = %d", [ $now, $now, $aside ] );

		return $aside;
	}
}
