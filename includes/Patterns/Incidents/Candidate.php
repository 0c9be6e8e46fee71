<?php
declare( strict_types=1 );

namespace Amicable\Patterns\Incidents;

/** A ticket that may belong to an incident, with what is known of its content. */
final class Candidate {

	/**
	 * @param int          $asked_at Unix seconds.
	 * @param string       $text     Of the customer's first message, as long as that is kept.
	 * @param list<string> $articles Where our answers sent them.
	 */
	public function __construct(
		public readonly int $ticket_id,
		public readonly int $customer_id,
		public readonly int $asked_at,
		public readonly string $subject,
		public readonly string $text = '',
		public readonly array $articles = [],
	) {
	}
}
