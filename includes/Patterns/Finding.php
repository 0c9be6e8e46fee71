<?php
declare( strict_types=1 );

namespace Amicable\Patterns;

/** One pattern found true of one customer, with everything it rests on. */
final class Finding {

	/**
	 * @param int                     $since      When it came to hold, Unix seconds.
	 * @param array<string, int|null> $measured
	 * @param array<string, int>      $threshold  As the settings had it.
	 * @param list<Evidence>          $evidence
	 * @param list<Mitigator>         $mitigators
	 */
	public function __construct(
		public readonly Slug $pattern,
		public readonly Level $level,
		public readonly int $since,
		public readonly array $measured,
		public readonly array $threshold,
		public readonly array $evidence,
		public readonly array $mitigators = [],
	) {
	}

	public function beside( Mitigator ...$mitigators ): self {
		return new self( $this->pattern, $this->level, $this->since, $this->measured, $this->threshold, $this->evidence, [ ...$this->mitigators, ...array_values( $mitigators ) ] );
	}
}
