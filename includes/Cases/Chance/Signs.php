<?php
declare( strict_types=1 );

namespace Amicable\Cases\Chance;

use Amicable\Cases\Stage;

/** All that advice looks at. */
final class Signs {

	/**
	 * @param bool         $litigation     A person confirmed that a legal step was mentioned.
	 * @param bool         $only_cost      The one thing found is that they cost more than they paid.
	 * @param bool         $promises_open  Something promised to them is still to be kept.
	 * @param bool         $moved          Something was done for them already.
	 * @param bool         $again          Something happened since the last thing done for them, or since the warning.
	 * @param int          $quiet_days     Whole days since anything happened.
	 * @param bool|null    $carried_out    Whether they did what they threatened; null: there was no threat, or nobody knows.
	 */
	public function __construct(
		public readonly Stage $stage,
		public readonly bool $litigation = false,
		public readonly bool $waits_for_us = false,
		public readonly ?Cause $cause = null,
		public readonly bool $only_cost = false,
		public readonly bool $promises_open = false,
		public readonly bool $moved = false,
		public readonly bool $again = false,
		public readonly int $quiet_days = 0,
		public readonly ?Outcome $outcome = null,
		public readonly ?bool $carried_out = null,
		public readonly bool $warning_counts = true,
	) {
	}
}
