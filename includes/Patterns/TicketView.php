<?php
declare( strict_types=1 );

namespace Amicable\Patterns;

use Amicable\HelpDesks\DocsEvidence;

/** What patterns see of a ticket. */
final class TicketView {

	/**
	 * @param int         $asked_at Unix seconds.
	 * @param bool        $is_ours Not theirs to answer for: a mistake of ours, or perhaps one.
	 * @param bool        $is_held Perhaps one: an incident was proposed and nobody decided yet.
	 * @param int|null    $cost     What our time on it cost, minor units of the base currency; null where an hour's cost is not known.
	 * @param string|null $quote    How the customer put it.
	 * @param int|null    $replied_after Seconds to our first answer; null: there was none yet.
	 * @param bool        $praised       An agent tagged that they had good words for us.
	 * @param bool        $done_for_them An agent tagged that we did it in their place.
	 * @param string|null $language_gap  The docs answer it, but not in the language they write: of `HelpDesks\DocsLanguages`.
	 * @param bool        $unclear_article Answered with an article while many others had to be sent to it, too.
	 */
	public function __construct(
		public readonly int $id,
		public readonly int $message_id,
		public readonly int $asked_at,
		public readonly bool $is_new,
		public readonly bool $is_ours = false,
		public readonly bool $before_purchase = false,
		public readonly bool $waits_for_us = false,
		public readonly bool $came_while_waiting = false,
		public readonly ?DocsEvidence $docs = null,
		public readonly ?bool $docs_answered = null,
		public readonly int $seconds = 0,
		public readonly ?int $cost = null,
		public readonly ?string $quote = null,
		public readonly ?string $url = null,
		public readonly ?int $replied_after = null,
		public readonly bool $is_held = false,
		public readonly bool $praised = false,
		public readonly bool $done_for_them = false,
		public readonly ?string $language_gap = null,
		public readonly bool $unclear_article = false,
	) {
	}

	/** New, no mistake of ours, and from after the first purchase. */
	public function is_theirs(): bool {
		return $this->is_new && ! $this->is_ours && ! $this->before_purchase;
	}

	/** Whether it may be counted among the questions that somebody asks. */
	public function is_question(): bool {
		return $this->is_theirs() && ! $this->unclear_article;
	}
}
