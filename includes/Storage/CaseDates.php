<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use DateTimeImmutable;

/** What is due in cases, for whoever opens the overview. */
final class CaseDates {

	public function __construct( private readonly Database $database ) {
	}

	/** @return list<array<string, string|null>> kind, id of the case, name, email, about, since, due: what is due within a day or late, the latest first. */
	public function due( DateTimeImmutable $now, int $limit ): array {
		$until = Database::time( $now->modify( CaseQuery::AHEAD ) );
		$cases = $this->database->table( 'cases' );
		$named = "LEFT JOIN {$this->database->table( 'customers' )} c ON c.id = x.customer_id";

		return $this->database->rows(
			"SELECT kind, id, name, email, about, since, due FROM (
				SELECT e.kind, e.case_id AS id, c.name, c.email, e.what AS about, e.created_at AS since, e.due_at AS due FROM {$this->database->table( 'case_entries' )} e LEFT JOIN {$this->database->table( 'customers' )} c ON c.id = e.customer_id WHERE e.state = 'open' AND e.due_at <= %s
				UNION ALL SELECT 'case_due' AS kind, x.id, c.name, c.email, '' AS about, x.opened_at AS since, x.due_at AS due FROM $cases x $named WHERE x.open_claim IS NOT NULL AND x.due_at <= %s
				UNION ALL SELECT 'check_in' AS kind, x.id, c.name, c.email, '' AS about, x.opened_at AS since, x.check_in_at AS due FROM $cases x $named WHERE x.open_claim IS NOT NULL AND x.check_in_at <= %s
			) dates ORDER BY due, kind, id LIMIT %d",
			[ $until, $until, $until, $limit ]
		);
	}
}
