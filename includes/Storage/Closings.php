<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Away\ServiceLine;
use Amicable\Clock;
use Amicable\Runs\Run;
use DateTimeImmutable;

/** The days on which the data of services go, what was handed over before, and which notices were begun. */
final class Closings {

	/** A notice that was begun and has no letter: nobody knows, and nobody tries again by itself. */
	public const BEGUN = 'begun';

	/** Its day passed before anybody could send it. */
	public const MISSED = 'missed';

	/** Something that the text needs is not known; tried again every day. */
	public const HELD = 'held';

	public function __construct(
		private readonly Database $database,
		private readonly Clock $clock,
	) {
	}

	/**
	 * Again is harmless: what a run left is there once.
	 *
	 * @param list<ServiceLine> $lines
	 */
	public function open( Run $run, array $lines, DateTimeImmutable $ended ): void {
		foreach ( $lines as $line ) {
			$this->database->insert(
				'closings',
				[
					'customer_id' => $run->customer_id,
					'case_id'     => (int) $run->case_id,
					'run_id'      => $run->id,
					'store'       => $line->order->store,
					'order_id'    => $line->order->id,
					'product_id'  => $line->product_id,
					'number'      => $line->number,
					'name'        => mb_substr( $line->name, 0, 190 ),
					'days'        => $line->days,
					'closes_at'   => Database::time( $line->closes_at( $ended ) ),
					'created_at'  => Database::time( $this->clock->now() ),
				]
			);
		}
	}

	/** @return list<array<string, string|null>> Soonest first. */
	public function of_case( int $case_id ): array {
		return $this->database->rows( "SELECT * FROM {$this->table()} WHERE case_id = %d ORDER BY closes_at, id", [ $case_id ] );
	}

	/** @return array<string, string|null>|null */
	public function find( int $id ): ?array {
		return $this->database->row( "SELECT * FROM {$this->table()} WHERE id = %d", [ $id ] );
	}

	/** False: somebody changed it meanwhile. */
	public function hand_over( int $id, int $version, string $what, int $user_id ): bool {
		return $this->database->write( "UPDATE {$this->table()} SET handed_at = %s, handed_by = %d, handed_what = %s, version = version + 1 WHERE id = %d AND version = %d", [ Database::time( $this->clock->now() ), $user_id, $what, $id, $version ] ) === 1;
	}

	/**
	 * What closes from this moment on until then, one line a case and day: several services of one customer close with one notice.
	 *
	 * @return list<array{case_id: int, closes_at: string, opened_at: string}>
	 */
	public function closing( DateTimeImmutable $from, DateTimeImmutable $until ): array {
		$rows = $this->database->rows( "SELECT case_id, closes_at, MIN(created_at) AS opened_at FROM {$this->table()} WHERE closes_at >= %s AND closes_at <= %s GROUP BY case_id, closes_at ORDER BY closes_at, case_id", [ Database::time( $from ), Database::time( $until ) ] );

		return array_map(
			static fn ( array $row ): array => [
				'case_id'   => (int) $row['case_id'],
				'closes_at' => (string) $row['closes_at'],
				'opened_at' => (string) $row['opened_at'],
			],
			$rows
		);
	}

	/** @return list<array{id: int, closes_at: string, days: int, state: string, letter_id: int|null}> */
	public function notices( int $case_id ): array {
		return array_map(
			static fn ( array $row ): array => [
				'id'        => (int) $row['id'],
				'closes_at' => (string) $row['closes_at'],
				'days'      => (int) $row['days'],
				'state'     => (string) $row['state'],
				'letter_id' => $row['letter_id'] === null ? null : (int) $row['letter_id'],
			],
			$this->database->rows( "SELECT * FROM {$this->database->table( 'closing_notices' )} WHERE case_id = %d ORDER BY closes_at, days DESC", [ $case_id ] )
		);
	}

	/** Of several who try at once, one gets the notice; what was begun, sent or missed is nobody's any more. */
	public function claim( int $case_id, string $closes_at, int $days, string $state ): ?int {
		$table = $this->database->table( 'closing_notices' );
		$id    = $this->database->insert(
			'closing_notices',
			[
				'case_id'    => $case_id,
				'closes_at'  => $closes_at,
				'days'       => $days,
				'state'      => $state,
				'created_at' => Database::time( $this->clock->now() ),
			]
		);
		if ( $id !== null || $state === self::HELD ) {
			return $id;
		}
		$held = $this->database->value( "SELECT id FROM $table WHERE case_id = %d AND closes_at = %s AND days = %d AND state = 'held'", [ $case_id, $closes_at, $days ] );

		return $held !== null && $this->database->write( "UPDATE $table SET state = %s WHERE id = %d AND state = 'held'", [ $state, (int) $held ] ) === 1 ? (int) $held : null;
	}

	public function join( int $notice_id, int $letter_id ): void {
		$this->database->write( "UPDATE {$this->database->table( 'closing_notices' )} SET letter_id = %d WHERE id = %d", [ $letter_id, $notice_id ] );
	}

	private function table(): string {
		return $this->database->table( 'closings' );
	}
}
