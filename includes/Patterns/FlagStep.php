<?php
declare( strict_types=1 );

namespace Amicable\Patterns;

use DateTimeImmutable;

/** What a flag became one day. */
final class FlagStep {

	/** @param string|null $reason Why somebody dismissed it. */
	public function __construct(
		public readonly DateTimeImmutable $at,
		public readonly Level $level,
		public readonly FlagState $state,
		public readonly ?string $reason = null,
	) {
	}
}
