<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Clock;

/** What a person accepted as still open after a run, by name and with a reason. */
final class Accepted {

	public function __construct(
		private readonly Database $database,
		private readonly Clock $clock,
	) {
	}

	public function add( int $run_id, int $check, ?string $ref, string $reason, int $user_id ): void {
		$this->database->insert(
			'accepted',
			[
				'run_id'   => $run_id,
				'check_no' => $check,
				'ref'      => (string) $ref,
				'reason'   => $reason,
				'user_id'  => $user_id,
				'at'       => Database::time( $this->clock->now() ),
			],
		);
	}

	/** @return list<array{int, string}> Check and reference. */
	public function of( int $run_id ): array {
		$rows = $this->database->rows( "SELECT check_no, ref FROM {$this->database->table( 'accepted' )} WHERE run_id = %d", [ $run_id ] );

		return array_map( static fn ( array $row ): array => [ (int) $row['check_no'], (string) $row['ref'] ], $rows );
	}
}
