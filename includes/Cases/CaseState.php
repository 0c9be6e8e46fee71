<?php
declare( strict_types=1 );

namespace Amicable\Cases;

use DateTimeImmutable;

/** What the machine has to know of a case. */
final class CaseState {

	public function __construct(
		public readonly Stage $stage,
		public readonly ?Stage $stage_before = null,
		public readonly bool $override = false,
		public readonly ?DateTimeImmutable $warned_at = null,
		public readonly ?string $counsel_word = null,
	) {
	}
}
