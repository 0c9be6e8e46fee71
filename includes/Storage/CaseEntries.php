<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Cases\CaseRecord;
use Amicable\Cases\Chance\CaseEntry;
use Amicable\Cases\Chance\EntryKind;
use Amicable\Cases\Chance\EntryState;
use Amicable\Clock;
use DateTimeImmutable;

/** The book of a case: what was done, promised, given and found out, by whom. */
final class CaseEntries {

	public function __construct(
		private readonly Database $database,
		private readonly Clock $clock,
	) {
	}

	/** @param array<string, mixed> $more Further columns; `details` as an array. */
	public function add( CaseRecord $case, EntryKind $kind, EntryState $state, int $user_id, array $more = [] ): CaseEntry {
		$details = $more['details'] ?? [];
		unset( $more['details'] );
		/** @var array<string, scalar|null> $row */
		$row = [
			'customer_id' => $case->customer_id,
			'case_id'     => $case->id,
			'kind'        => $kind->value,
			'state'       => $state->value,
			'details'     => $details === [] ? null : (string) wp_json_encode( $details ),
			'created_by'  => $user_id,
			'created_at'  => Database::time( $this->clock->now() ),
		] + $more;
		$id  = (int) $this->database->insert( 'case_entries', $row );

		return $this->find( $id ) ?? throw new DatabaseError( 'A line was written and is not there.' );
	}

	public function find( int $id ): ?CaseEntry {
		$row = $this->database->row( "SELECT * FROM {$this->database->table( 'case_entries' )} WHERE id = %d", [ $id ] );

		return $row === null ? null : self::entry( $row );
	}

	/** @return list<CaseEntry> The newest first. */
	public function of_case( int $case_id ): array {
		return array_map( self::entry( ... ), $this->database->rows( "SELECT * FROM {$this->database->table( 'case_entries' )} WHERE case_id = %d ORDER BY id DESC", [ $case_id ] ) );
	}

	/**
	 * What they said in public and no case has in its book, oldest first.
	 *
	 * @return list<array{ticket_id: int, link: string, stars: int|null}>
	 */
	public function unheard_in_public( int $customer_id, DateTimeImmutable $since, int $limit ): array {
		$rows = $this->database->rows(
			"SELECT t.id, t.url, t.stars FROM {$this->database->table( 'tickets' )} t WHERE t.customer_id = %d AND t.channel = 'public' AND t.url <> '' AND t.created_at > %s
				AND NOT EXISTS (SELECT 1 FROM {$this->database->table( 'case_entries' )} e WHERE e.ticket_id = t.id AND e.kind = 'complaint') ORDER BY t.created_at, t.id LIMIT %d",
			[ $customer_id, Database::time( $since ), $limit ]
		);

		return array_map( static fn ( array $row ): array => [ 'ticket_id' => (int) $row['id'], 'link' => (string) $row['url'], 'stars' => $row['stars'] === null ? null : (int) $row['stars'] ], $rows );
	}

	/** @return list<CaseEntry> Gift codes that nobody has redeemed yet, the next ones by id. */
	public function gifts_unused( DateTimeImmutable $since, int $after, int $limit ): array {
		$rows = $this->database->rows(
			"SELECT e.* FROM {$this->database->table( 'case_entries' )} e JOIN {$this->database->table( 'goodwill' )} g ON g.id = e.goodwill_id WHERE g.used = 0 AND e.created_at > %s AND e.id > %d ORDER BY e.id LIMIT %d",
			[ Database::time( $since ), $after, $limit ]
		);

		return array_map( self::entry( ... ), $rows );
	}

	/** Writes where an entry stands, over the version that was seen. False: somebody was faster. */
	public function settle( CaseEntry $entry, EntryState $state, int $user_id, ?int $goodwill_id = null ): bool {
		$goodwill = $goodwill_id ?? $entry->goodwill_id;
		$mark     = Database::mark( $goodwill );

		return $this->database->write(
			"UPDATE {$this->database->table( 'case_entries' )} SET state = %s, settled_by = %d, settled_at = %s, goodwill_id = $mark, version = version + 1 WHERE id = %d AND version = %d",
			[ $state->value, $user_id, Database::time( $this->clock->now() ), $goodwill, $entry->id, $entry->version ]
		) === 1;
	}

	/** @param array<string, string|null> $row */
	private static function entry( array $row ): CaseEntry {
		$details = json_decode( (string) $row['details'], true );

		return new CaseEntry(
			(int) $row['id'],
			(int) $row['case_id'],
			(int) $row['customer_id'],
			EntryKind::from( (string) $row['kind'] ),
			(string) $row['what'],
			EntryState::from( (string) $row['state'] ),
			(string) $row['note'],
			(string) $row['contact'],
			$row['due_at'] === null ? null : Database::moment( $row['due_at'] ),
			(string) $row['ref'],
			is_array( $details ) ? $details : [],
			$row['goodwill_id'] === null ? null : (int) $row['goodwill_id'],
			$row['ticket_id'] === null ? null : (int) $row['ticket_id'],
			(int) $row['created_by'],
			Database::moment( (string) $row['created_at'] ),
			$row['settled_by'] === null ? null : (int) $row['settled_by'],
			$row['settled_at'] === null ? null : Database::moment( $row['settled_at'] ),
			(int) $row['version'],
		);
	}
}
