<?php
declare( strict_types=1 );

namespace Amicable\Storage;

/** Mail that came after an explanation which said whom to write to if a fact is wrong, and that nobody was asked to look at yet. */
final class ContestRows {

	public function __construct( private readonly Database $database ) {
	}

	/**
	 * One indexed read.
	 *
	 * @param list<int> $tickets
	 * @return list<array{case_id: int, ticket_id: int, subject: string}> The first ticket of each case.
	 */
	public function among( array $tickets ): array {
		if ( $tickets === [] ) {
			return [];
		}
		$marks = implode( ', ', array_fill( 0, count( $tickets ), '%d' ) );
		$table = fn ( string $name ): string => $this->database->table( $name );
		$rows  = $this->database->rows(
			"SELECT c.id AS case_id, t.id AS ticket_id, t.subject FROM {$table( 'tickets' )} t
				JOIN {$table( 'cases' )} c ON c.customer_id = t.customer_id AND (c.stage = 'explained' OR (c.stage IN ('offboarding', 'closed') AND c.stage_before = 'explained'))
				WHERE t.id IN ($marks)
				AND EXISTS (SELECT 1 FROM {$table( 'letters' )} l JOIN {$table( 'messages' )} m ON m.ticket_id = t.id AND m.kind = 'customer' AND m.at > l.sent_at
					WHERE l.case_id = c.id AND l.stage = 'explained' AND l.state = 'sent' AND l.variant LIKE %s)
				AND NOT EXISTS (SELECT 1 FROM {$table( 'case_entries' )} e WHERE e.case_id = c.id AND e.kind = 'task' AND e.what = 'contest')
				ORDER BY t.id",
			[ ...$tickets, '%contest%' ]
		);
		$first = [];
		foreach ( $rows as $row ) {
			$first[ (int) $row['case_id'] ] ??= [
				'case_id'   => (int) $row['case_id'],
				'ticket_id' => (int) $row['ticket_id'],
				'subject'   => (string) $row['subject'],
			];
		}

		return array_values( $first );
	}
}
