<?php
declare( strict_types=1 );

namespace Amicable\Patterns;

use DateTimeImmutable;

/** A finding as it is kept, with what people said to it. */
final class Flag {

	/**
	 * @param array<string, int|null> $measured
	 * @param array<string, int|null> $threshold
	 * @param list<Mitigator>         $mitigators
	 * @param string|null             $reason     Why somebody dismissed it.
	 * @param DateTimeImmutable|null  $until      When it comes back from snoozing.
	 */
	public function __construct(
		public readonly int $id,
		public readonly int $customer_id,
		public readonly Slug $pattern,
		public readonly Level $level,
		public readonly FlagState $state,
		public readonly array $measured,
		public readonly array $threshold,
		public readonly array $mitigators,
		public readonly DateTimeImmutable $since,
		public readonly int $version,
		public readonly ?string $reason = null,
		public readonly ?DateTimeImmutable $until = null,
		public readonly FlagHistory $history = new FlagHistory(),
	) {
	}

	/**
	 * The same with what was there before, and with this as its newest step where it is one.
	 *
	 * @param DateTimeImmutable|null $words_since Reasons up to then are no longer kept.
	 */
	public function following( ?self $before, DateTimeImmutable $now, ?DateTimeImmutable $words_since = null ): self {
		$history = $before === null ? new FlagHistory() : $before->history;
		if ( $before === null || $before->level !== $this->level || $before->state !== $this->state ) {
			// Nobody looks at those every day, so no older words may wait in them for their time to end.
			$history = ( $this->state->is_over() ? $history->without_words( $now ) : $history )->with( new FlagStep( $now, $this->level, $this->state, $this->reason ) );
		}
		$history = $words_since === null ? $history : $history->without_words( $words_since );

		return new self( $this->id, $this->customer_id, $this->pattern, $this->level, $this->state, $this->measured, $this->threshold, $this->mitigators, $this->since, $this->version, $this->reason, $this->until, $history );
	}

	/** Whether a person would see the same. */
	public function equals( self $other ): bool {
		return $this->values() === $other->values();
	}

	/** @return list<mixed> */
	private function values(): array {
		return [
			[ $this->id, $this->customer_id, $this->pattern, $this->level, $this->state, $this->version, $this->reason ],
			[ $this->measured, $this->threshold, $this->since->getTimestamp(), $this->until?->getTimestamp() ],
			array_map( static fn ( Mitigator $one ): array => [ $one->key, $one->figures ], $this->mitigators ),
			array_map( static fn ( FlagStep $step ): array => [ $step->at->getTimestamp(), $step->level, $step->state, $step->reason ], $this->history->steps ),
		];
	}
}
