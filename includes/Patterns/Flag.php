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
	) {
	}
}
