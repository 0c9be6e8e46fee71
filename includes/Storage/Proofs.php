<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Clock;
use Amicable\Offboarding\Rounds;
use Amicable\Runs\Run;
use DateTimeImmutable;

/** What was found each time that a run which is over was looked at again. */
final class Proofs {

	public function __construct(
		private readonly Database $database,
		private readonly Clock $clock,
	) {
	}

	/**
	 * Keeps the answer of one round and sets the next one; of two workers at the same round one gets it.
	 *
	 * @return bool False: somebody else had looked already.
	 */
	public function finish_round( Run $run, int $round, int $open ): bool {
		$next  = Rounds::due( $run->ended_at ?? $this->clock->now(), $round + 1 );
		$at    = $next === null ? null : Database::time( $next );
		$taken = $this->database->write(
			"UPDATE {$this->runs()} SET proof_round = %d, next_proof_at = " . Database::mark( $at ) . ', version = version + 1 WHERE id = %d AND proof_round = %d',
			[ $round + 1, $at, $run->id, $round ]
		);
		if ( $taken !== 1 ) {
			return false;
		}
		$this->database->insert(
			'proofs',
			[
				'run_id'     => $run->id,
				'round_no'   => $round,
				'open_lines' => $open,
				'checked_at' => Database::time( $this->clock->now() ),
			]
		);

		return true;
	}

	/** Says whether the receipt holds, as it was just found. @return bool Whether that is news. */
	public function judge( Run $run, bool $holds ): bool {
		$now    = Database::time( $this->clock->now() );
		$before = $holds ? 'broken_at IS NOT NULL' : 'broken_at IS NULL';
		$broken = $holds ? null : $now;

		return $this->database->write(
			"UPDATE {$this->runs()} SET broken_at = " . Database::mark( $broken ) . ", stamped_at = NULL, version = version + 1 WHERE id = %d AND state = 'completed' AND $before",
			[ $broken, $run->id ]
		) === 1;
	}

	/** The last word: every round is over and nothing is open. */
	public function stamp( int $run_id ): void {
		$this->database->write(
			"UPDATE {$this->runs()} SET stamped_at = %s, version = version + 1 WHERE id = %d AND state = 'completed' AND proof_round >= %d AND broken_at IS NULL AND stamped_at IS NULL",
			[ Database::time( $this->clock->now() ), $run_id, Rounds::count() ]
		);
	}

	/** @return list<int> Runs whose next look is due, the longest waiting first. */
	public function due( DateTimeImmutable $now, int $limit ): array {
		$rows = $this->database->rows( "SELECT id FROM {$this->runs()} WHERE next_proof_at <= %s AND state = 'completed' ORDER BY next_proof_at LIMIT %d", [ Database::time( $now ), $limit ] );

		return array_map( static fn ( array $row ): int => (int) $row['id'], $rows );
	}

	/** @return array<int, array{checked_at: DateTimeImmutable, open: int}> By round. */
	public function of( int $run_id ): array {
		$looks = [];
		foreach ( $this->database->rows( "SELECT round_no, open_lines, checked_at FROM {$this->database->table( 'proofs' )} WHERE run_id = %d ORDER BY round_no", [ $run_id ] ) as $row ) {
			$looks[ (int) $row['round_no'] ] = [
				'checked_at' => Database::moment( (string) $row['checked_at'] ),
				'open'       => (int) $row['open_lines'],
			];
		}

		return $looks;
	}

	private function runs(): string {
		return $this->database->table( 'runs' );
	}
}
