<?php
declare( strict_types=1 );

namespace Amicable\Patterns;

/** One thing that a flag rests on. */
final class Evidence {

	/**
	 * @param int         $message_id 0: the ticket as a whole. Without a ticket: our row of the refund or the dispute.
	 * @param string      $rule       What it shows, a word for programs.
	 * @param string|null $quote      The customer's own words.
	 * @param int         $at         Unix seconds.
	 * @param int|null    $start      Where the quote stands in the message, in code points; null: it is no exact part of one.
	 */
	public function __construct(
		public readonly int $ticket_id,
		public readonly int $message_id,
		public readonly string $rule,
		public readonly ?string $quote,
		public readonly int $at,
		public readonly ?string $url,
		public readonly ?int $start = null,
		public readonly ?int $end = null,
	) {
	}

	/** The very words, which nothing may stand in for. */
	public function is_exact(): bool {
		return $this->start !== null;
	}

	public function key(): string {
		return "$this->ticket_id:$this->message_id";
	}
}
