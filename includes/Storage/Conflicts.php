<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Clock;

/** Pairs of customers that look like one person, for somebody to look at. Never merged by themselves. */
final class Conflicts {

	public function __construct(
		private readonly Database $database,
		private readonly Clock $clock,
	) {
	}

	/** Once a pair, whichever way round; what a person decided stays decided. */
	public function note( int $one, int $other, string $origin ): void {
		if ( $one !== $other ) {
			$this->database->insert(
				'conflicts',
				[
					'customer_id'       => min( $one, $other ),
					'other_customer_id' => max( $one, $other ),
					'origin'            => $origin,
					'state'             => 'open',
					'created_at'        => Database::time( $this->clock->now() ),
				]
			);
		}
	}

	/** @return list<array{id: int, customer_id: int, other_customer_id: int, origin: string}> */
	public function of( int $customer_id ): array {
		$rows = $this->database->rows(
			"SELECT id, customer_id, other_customer_id, origin FROM {$this->database->table( 'conflicts' )} WHERE state = 'open' AND (customer_id = %d OR other_customer_id = %d) ORDER BY id",
			[ $customer_id, $customer_id ]
		);

		return array_map(
			static fn ( array $row ): array => [
				'id'                => (int) $row['id'],
				'customer_id'       => (int) $row['customer_id'],
				'other_customer_id' => (int) $row['other_customer_id'],
				'origin'            => (string) $row['origin'],
			],
			$rows
		);
	}

	/** @param 'merged'|'apart' $state */
	public function settle( int $one, int $other, string $state ): void {
		$this->database->write(
			"UPDATE {$this->database->table( 'conflicts' )} SET state = %s WHERE customer_id = %d AND other_customer_id = %d",
			[ $state, min( $one, $other ), max( $one, $other ) ]
		);
	}
}
