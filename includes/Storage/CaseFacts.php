<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Clock;
use DateTimeImmutable;

/** What the gates of a case ask about its customer. */
final class CaseFacts {

	public function __construct(
		private readonly Database $database,
		private readonly Clock $clock,
	) {
	}

	/** Since when the oldest ticket of theirs waits for our answer; null: none does. */
	public function waits_for_us_since( int $customer_id ): ?DateTimeImmutable {
		[ $waiting, $values ] = $this->waiting( $customer_id );

		return self::moment( $this->database->value( "SELECT MIN(t.last_customer_at) $waiting", $values ) );
	}

	/** @return list<array<string, string|null>> id, subject, url, since: tickets of theirs that wait for our answer, the oldest first. */
	public function tickets_waiting( int $customer_id, int $limit ): array {
		[ $waiting, $values ] = $this->waiting( $customer_id );

		return $this->database->rows( "SELECT t.id, t.subject, t.url, t.last_customer_at AS since $waiting ORDER BY t.last_customer_at, t.id LIMIT %d", [ ...$values, $limit ] );
	}

	/** Whether something of ours broke for them lately, as a person confirmed. */
	public function was_in_incident( int $customer_id ): bool {
		$since = $this->clock->now()->modify( '-90 days' );

		return $this->database->value( "SELECT MIN(id) FROM {$this->database->table( 'tickets' )} WHERE customer_id = %d AND incident_id IS NOT NULL AND created_at >= %s", [ $customer_id, Database::time( $since ) ] ) !== null;
	}

	/** When the newest evidence of a pattern happened. Dismissed flags and muted evidence are none. */
	public function last_incident_at( int $customer_id ): ?DateTimeImmutable {
		$evidence = $this->database->table( 'evidence' );
		$flags    = $this->database->table( 'flags' );

		return self::moment(
			$this->database->value(
				"SELECT MAX(at) FROM (
					SELECT MAX(e.at) AS at FROM $evidence e JOIN $flags f ON f.customer_id = e.customer_id AND f.pattern = e.pattern WHERE e.customer_id = %d AND e.muted = 0 AND f.state IN ('open', 'confirmed')
					UNION ALL SELECT MAX(since) AS at FROM $flags WHERE customer_id = %d AND state IN ('open', 'confirmed')
				) incidents",
				[ $customer_id, $customer_id ],
			),
		);
	}

	/**
	 * Nobody answered, by the desk's word or by a person's. What was written later than now has not happened yet.
	 *
	 * @return array{string, list<int|string>}
	 */
	private function waiting( int $customer_id ): array {
		$sql = "FROM {$this->database->table( 'tickets' )} t WHERE t.customer_id = %d AND " . self::unanswered( $this->database );

		return [ $sql, [ $customer_id, Database::time( $this->clock->now() ) ] ];
	}

	/** SQL over tickets `t`, with one moment as its value: their last word stands since before then, and it is our turn. */
	public static function unanswered( Database $database ): string {
		return "t.status = 'open' AND t.duplicate_of IS NULL AND t.last_customer_at <= %s AND (t.last_agent_at IS NULL OR t.last_agent_at < t.last_customer_at)
			AND NOT EXISTS (SELECT 1 FROM {$database->table( 'case_entries' )} e WHERE e.ticket_id = t.id AND e.kind = 'answered' AND e.created_at >= t.last_customer_at)";
	}

	private static function moment( ?string $time ): ?DateTimeImmutable {
		return $time === null ? null : Database::moment( $time );
	}
}
