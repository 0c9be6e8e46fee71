<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Clock;
use DateTimeImmutable;

/**
 * Whose figures are behind their facts. Written together with the facts and taken back once they are counted, so that whoever breaks off in
 * between leaves a note.
 */
final class Recounts {

	public function __construct(
		private readonly Database $database,
		private readonly Clock $clock,
	) {
	}

	/** @param list<int> $customer_ids */
	public function ask( array $customer_ids ): void {
		$now  = Database::time( $this->clock->now() );
		$rows = array_map(
			static fn ( int $id ): array => [
				'customer_id' => $id,
				'version'     => 1,
				'asked_at'    => $now,
			],
			$customer_ids
		);
		$this->database->insert_all( 'recounts', $rows, 'version = version + 1, asked_at = VALUES(asked_at)' );
	}

	/**
	 * What is asked for now, to be handed to `done()` after counting: whoever asks meanwhile is not forgotten.
	 *
	 * @param list<int> $customer_ids
	 * @return array<int, int> Version by customer.
	 */
	public function of( array $customer_ids ): array {
		$asked = [];
		foreach ( $customer_ids === [] ? [] : $this->database->rows( "SELECT customer_id, version FROM {$this->table()} WHERE customer_id IN (" . implode( ', ', $customer_ids ) . ')' ) as $row ) {
			$asked[ (int) $row['customer_id'] ] = (int) $row['version'];
		}

		return $asked;
	}

	/** @param array<int, int> $asked Of `of()`. */
	public function done( array $asked ): void {
		$same = array_map( static fn ( int $id, int $version ): string => "(customer_id = $id AND version = $version)", array_keys( $asked ), $asked );
		if ( $same !== [] ) {
			$this->database->write( "DELETE FROM {$this->table()} WHERE " . implode( ' OR ', $same ) );
		}
	}

	/** @return list<int> Who has waited since before a moment, the longest first. */
	public function waiting( DateTimeImmutable $before, int $limit ): array {
		$rows = $this->database->rows( "SELECT customer_id FROM {$this->table()} WHERE asked_at <= %s ORDER BY asked_at, customer_id LIMIT %d", [ Database::time( $before ), $limit ] );

		return array_map( static fn ( array $row ): int => (int) $row['customer_id'], $rows );
	}

	private function table(): string {
		return $this->database->table( 'recounts' );
	}
}
