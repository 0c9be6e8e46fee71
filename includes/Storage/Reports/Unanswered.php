<?php
declare( strict_types=1 );

namespace Amicable\Storage\Reports;

use Amicable\HelpDesks\Channel;
use Amicable\Storage\CaseFacts;
use Amicable\Storage\Database;
use DateTimeImmutable;

/** Whom nobody has answered: in tickets, and where everybody reads it. */
final class Unanswered {

	/** What makes an answer more pressing. */
	private const ANGRY = "('abuse', 'review_threat', 'chargeback_threat', 'legal_threat', 'profanity')";

	public function __construct( private readonly Database $database ) {
	}

	/** How many tickets have waited since before then. */
	public function count( DateTimeImmutable $before ): int {
		[ $from, $values ] = $this->tickets( $before );

		return (int) $this->database->value( "SELECT COUNT(*) $from", $values );
	}

	/** @return list<array<string, string|null>> id, customer_id, name, email, subject, url, since, high_value, angry: high value and angry first, then the oldest. */
	public function page( DateTimeImmutable $before, int $limit ): array {
		[ $from, $values ] = $this->tickets( $before );
		$angry             = "EXISTS (SELECT 1 FROM {$this->database->table( 'findings' )} f WHERE f.ticket_id = t.id AND f.label IN " . self::ANGRY . ')';

		return $this->database->rows(
			"SELECT t.id, t.customer_id, c.name, c.email, t.subject, t.url, t.last_customer_at AS since, CASE WHEN a.tier = 'high_value' THEN 1 ELSE 0 END AS high_value, CASE WHEN $angry THEN 1 ELSE 0 END AS angry
				$from ORDER BY high_value DESC, angry DESC, since, t.id LIMIT %d",
			[ ...$values, $limit ]
		);
	}

	public function count_public( DateTimeImmutable $since ): int {
		[ $from, $values ] = $this->posts( $since );

		return (int) $this->database->value( "SELECT COUNT(*) $from", $values );
	}

	/** @return list<array<string, string|null>> id, customer_id, name, email, url, stars, since: the oldest first. */
	public function page_public( DateTimeImmutable $since, int $limit ): array {
		[ $from, $values ] = $this->posts( $since );

		return $this->database->rows( "SELECT t.id, t.customer_id, c.name, c.email, t.url, t.stars, t.created_at AS since $from ORDER BY t.created_at, t.id LIMIT %d", [ ...$values, $limit ] );
	}

	/** @return array{string, list<string>} */
	private function tickets( DateTimeImmutable $before ): array {
		$waiting = CaseFacts::unanswered( $this->database );

		return [
			"FROM {$this->database->table( 'tickets' )} t JOIN {$this->database->table( 'customers' )} c ON c.id = t.customer_id LEFT JOIN {$this->database->table( 'accounts' )} a ON a.customer_id = t.customer_id
				WHERE $waiting AND t.channel <> %s",
			[ Database::time( $before ), Channel::PublicPost->value ],
		];
	}

	/**
	 * Nobody answered it in the conversation, in the book of the case or by a letter in public, and nobody ticked that it was fixed there.
	 *
	 * @return array{string, list<string>}
	 */
	private function posts( DateTimeImmutable $since ): array {
		$entries = $this->database->table( 'case_entries' );

		return [
			"FROM {$this->database->table( 'tickets' )} t JOIN {$this->database->table( 'customers' )} c ON c.id = t.customer_id
				WHERE t.channel = %s AND t.created_at >= %s AND t.url <> '' AND t.status NOT IN ('spam', 'deleted', 'merged') AND (t.last_agent_at IS NULL OR t.last_agent_at < t.last_customer_at)
				AND NOT EXISTS (SELECT 1 FROM $entries e WHERE e.ticket_id = t.id AND ((e.kind = 'complaint' AND e.state = 'done') OR e.kind = 'answered'))
				AND NOT EXISTS (SELECT 1 FROM $entries e WHERE e.customer_id = t.customer_id AND e.kind = 'move' AND e.what = 'public_answer' AND e.created_at >= t.created_at)
				AND NOT EXISTS (SELECT 1 FROM {$this->database->table( 'letters' )} l WHERE l.customer_id = t.customer_id AND l.channel = 'public' AND l.state = 'sent' AND l.sent_at >= t.created_at)",
			[ Channel::PublicPost->value, Database::time( $since ) ],
		];
	}
}
