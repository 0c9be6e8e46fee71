<?php
declare( strict_types=1 );

namespace Amicable\Storage;

/** What was written with a customer, as far as a bank may ask for it: when, about what, how often somebody answered. */
final class DisputeTickets {

	private const MOST = 50;

	public function __construct( private readonly Database $database ) {
	}

	/** @return list<array<string, string|null>> Oldest first. */
	public function of( int $customer_id ): array {
		$rows = $this->database->rows(
			"SELECT t.id, t.subject, t.url, t.created_at, t.last_agent_at, (SELECT COUNT(*) FROM {$this->database->table( 'messages' )} m WHERE m.ticket_id = t.id AND m.kind = 'agent') AS answers
				FROM {$this->database->table( 'tickets' )} t WHERE t.customer_id = %d AND t.status NOT IN ('spam', 'deleted', 'merged') ORDER BY t.created_at DESC, t.id DESC LIMIT " . self::MOST,
			[ $customer_id ]
		);

		return array_reverse( $rows );
	}
}
