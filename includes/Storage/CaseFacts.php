<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use DateTimeImmutable;

/** What the gates of a case ask about its customer. */
final class CaseFacts {

	public function __construct( private readonly Database $database ) {
	}

	/** Since when the oldest ticket of theirs waits for our answer; null: none does. */
	public function waits_for_us_since( int $customer_id ): ?DateTimeImmutable {
		$tickets = $this->database->table( 'tickets' );

		return self::moment(
			$this->database->value(
				"SELECT MIN(last_customer_at) FROM $tickets WHERE customer_id = %d AND status = 'open' AND duplicate_of IS NULL AND last_customer_at IS NOT NULL AND (last_agent_at IS NULL OR last_agent_at < last_customer_at)",
				[ $customer_id ],
			),
		);
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

	private static function moment( ?string $time ): ?DateTimeImmutable {
		return $time === null ? null : Database::moment( $time );
	}
}
