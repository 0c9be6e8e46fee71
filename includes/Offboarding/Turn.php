<?php
declare( strict_types=1 );

namespace Amicable\Offboarding;

use DateTimeImmutable;

/** What a worker that asks for work is told. */
final class Turn {

	/**
	 * @param Step|null              $step    To be done now.
	 * @param DateTimeImmutable|null $at      Nothing now: look again then. Null with no step: nothing is left.
	 * @param bool                   $outside What it waits for is outside this site, not another worker.
	 */
	public function __construct(
		public readonly ?Step $step = null,
		public readonly ?DateTimeImmutable $at = null,
		public readonly bool $outside = false,
	) {
	}

	public function is_over(): bool {
		return $this->step === null && $this->at === null;
	}
}
