<?php
declare( strict_types=1 );

namespace Amicable\Patterns;

use Amicable\Language\Label;

/** A message of the customer in which something was found. */
final class Remark {

	/**
	 * @param int        $at      Unix seconds.
	 * @param list<Said> $said
	 * @param bool       $is_ours The ticket came of a mistake of ours, or perhaps did.
	 * @param bool       $in_incident Written when something of ours broke, or perhaps did: only legal steps are looked at.
	 */
	public function __construct(
		public readonly int $ticket_id,
		public readonly int $message_id,
		public readonly int $at,
		public readonly array $said,
		public readonly bool $is_ours = false,
		public readonly ?string $url = null,
		public readonly bool $in_incident = false,
	) {
	}

	public function key(): string {
		return "$this->ticket_id:$this->message_id";
	}

	/** @return list<Said> */
	public function of( Label ...$labels ): array {
		return array_values( array_filter( $this->said, static fn ( Said $said ): bool => $said->counts() && in_array( $said->label, $labels, true ) ) );
	}

	/** The gravest insult, else what only reads like one. */
	public function harshest(): ?Said {
		return $this->gravest( Label::Abuse ) ?? array_values( array_filter( $this->said, static fn ( Said $said ): bool => ! $said->counts() ) )[0] ?? null;
	}

	public function says( Label ...$labels ): bool {
		return $this->of( ...$labels ) !== [];
	}

	/** The weightiest of these, the first of several. */
	public function gravest( Label ...$labels ): ?Said {
		$all = $this->of( ...$labels );
		usort( $all, static fn ( Said $a, Said $b ): int => [ $b->weight(), $a->start, $a->rule ] <=> [ $a->weight(), $b->start, $b->rule ] );

		return $all[0] ?? null;
	}

	public function evidence( Said $said ): Evidence {
		return new Evidence( $this->ticket_id, $this->message_id, $said->rule, $said->quote, $this->at, $this->url, $said->start, $said->end );
	}
}
