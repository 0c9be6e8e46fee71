<?php
declare( strict_types=1 );

namespace Amicable\Cases;

use DateTimeImmutable;

/** What is true around a case at the moment somebody wants to move it. */
final class Circumstances {

	/**
	 * @param bool $waits_for_us       A ticket of the customer waits for our answer.
	 * @param DateTimeImmutable|null $last_incident_at When evidence of a pattern was last found.
	 * @param bool $refund_run_done    A run of kind refund was completed for this case.
	 * @param bool $run_open           A run of this case has not ended.
	 * @param bool $receipt_passed     The newest run of this case ended with nothing open, or accepted.
	 * @param DateTimeImmutable|null $cool_until Before this the owner wants no warning and no explanation to go out.
	 * @param int  $warning_days       A warning counts for so long.
	 * @param bool $needs_second_reader The owner wants somebody else to have read the words first, and nobody has.
	 */
	public function __construct(
		public readonly DateTimeImmutable $now,
		public readonly bool $waits_for_us = false,
		public readonly ?DateTimeImmutable $last_incident_at = null,
		public readonly bool $refund_run_done = false,
		public readonly bool $run_open = false,
		public readonly bool $receipt_passed = false,
		public readonly ?DateTimeImmutable $cool_until = null,
		public readonly bool $needs_second_reader = false,
		public readonly int $warning_days = 180,
	) {
	}
}
