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

	/** Over, or with counsel: nobody answers any more, or only counsel does. */
	public function keeps_silent(): bool {
		return $this->stage === Stage::Closed || $this->is_with_counsel();
	}

	/** Confirmed as litigation, also while and after the parting that counsel agreed to. */
	public function is_with_counsel(): bool {
		return $this->stage === Stage::Counsel || ( in_array( $this->stage, [ Stage::Offboarding, Stage::Closed ], true ) && $this->stage_before === Stage::Counsel );
	}
}
