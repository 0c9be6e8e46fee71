<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks;

use DateTimeImmutable;

/** One support conversation, as its desk delivered it. Valid if it exists: `TicketInput` reads what comes from outside. */
final class Ticket {

	/**
	 * @param DateTimeImmutable $updated_at The version of this delivery: an older one never overwrites a newer one.
	 * @param list<string>      $tags
	 * @param string|null       $agent      Address or login of the agent in charge.
	 * @param int|null          $minutes    Time somebody measured for the whole ticket; null: nobody did.
	 * @param list<Message>     $messages
	 * @param bool|null         $in_docs    An agent's own word on whether the docs answer it.
	 * @param int|null          $stars      Of a review that everybody can read, 1 to 5; logged by hand, so it is no part of what a desk delivers again.
	 */
	public function __construct(
		public readonly string $external_id,
		public readonly Channel $channel,
		public readonly TicketStatus $status,
		public readonly Requester $requester,
		public readonly DateTimeImmutable $created_at,
		public readonly DateTimeImmutable $updated_at,
		public readonly array $messages,
		public readonly string $subject = '',
		public readonly string $url = '',
		public readonly array $tags = [],
		public readonly ?string $agent = null,
		public readonly ?int $minutes = null,
		public readonly ?Cause $cause = null,
		public readonly ?bool $in_docs = null,
		public readonly ?int $stars = null,
	) {
	}

	/** Hash of everything delivered, to tell a repeated delivery from a changed one. */
	public function fingerprint(): string {
		$time = static fn ( DateTimeImmutable $at ): int => $at->getTimestamp();

		return hash( 'sha256', serialize( [
			[ $this->external_id, $this->channel->value, $this->status->value, $this->subject, $this->url, $this->tags, $this->agent, $this->minutes ],
			[ $this->cause?->value, $this->in_docs, $time( $this->created_at ), $time( $this->updated_at ) ],
			[ $this->requester->email?->normalized, $this->requester->name, $this->requester->user_id, $this->requester->order?->key() ],
			array_map( static fn ( Message $message ): array => [ $message->external_id, $message->kind->value, $time( $message->at ), $message->text, $message->author ], $this->messages ),
		] ) );
	}
}
