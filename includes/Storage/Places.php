<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Clock;
use Amicable\Offboarding\Kind;
use DateTimeImmutable;

/**
 * The runs of a day, each on a place with a number. Whoever takes a place has seen all that come before it, and the primary key gives each place to
 * one: of two that saw the same day, one has to look again.
 */
final class Places {

	public function __construct(
		private readonly Database $database,
		private readonly Clock $clock,
	) {
	}

	/** @return array{last: int, used: int, sum: int, has: bool} The last number, the places that count and what they pay back, and whether this run has one. */
	public function on( Kind $kind, string $day, int $run_id = 0 ): array {
		$row = $this->database->row(
			"SELECT COALESCE(MAX(place), 0) AS last_place, COALESCE(SUM(CASE WHEN freed = 0 THEN 1 ELSE 0 END), 0) AS used, COALESCE(SUM(CASE WHEN freed = 0 THEN amount ELSE 0 END), 0) AS total,
				COALESCE(MAX(CASE WHEN run_id = %d THEN 1 ELSE 0 END), 0) AS has_one FROM {$this->table()} WHERE kind = %s AND day = %s",
			[ $run_id, $kind->value, $day ]
		);

		return [
			'last' => (int) ( $row['last_place'] ?? 0 ),
			'used' => (int) ( $row['used'] ?? 0 ),
			'sum'  => (int) ( $row['total'] ?? 0 ),
			'has'  => (int) ( $row['has_one'] ?? 0 ) === 1,
		];
	}

	/** @return bool False: somebody else took this place first. */
	public function take( Kind $kind, string $day, int $place, int $run_id, int $amount ): bool {
		return $this->database->write(
			"INSERT IGNORE INTO {$this->table()} (kind, day, place, run_id, amount, freed, taken_at) VALUES (%s, %s, %d, %d, %d, 0, %s)",
			[ $kind->value, $day, $place, $run_id, $amount, Database::time( $this->clock->now() ) ]
		) === 1;
	}

	/** Of a run that ended before it began. The number stays: nobody takes it again. */
	public function free( int $run_id ): void {
		$this->database->write( "UPDATE {$this->table()} SET freed = freed + 1 WHERE run_id = %d AND freed = 0", [ $run_id ] );
	}

	/** Of starters that died before there was a run. */
	public function free_leftovers( DateTimeImmutable $taken_before ): void {
		$this->database->write( "UPDATE {$this->table()} SET freed = freed + 1 WHERE freed = 0 AND taken_at < %s AND run_id NOT IN (SELECT id FROM {$this->database->table( 'runs' )})", [ Database::time( $taken_before ) ] );
	}

	private function table(): string {
		return $this->database->table( 'places' );
	}
}
