<?php
declare( strict_types=1 );

namespace Amicable\Runs;

use Amicable\Offboarding\Step;
use Amicable\Offboarding\StepKind;
use Amicable\Stores\Result;

/** What one kind of step does outside. Called by the Runner alone, which writes down before and after. */
interface Effect {

	public function kind(): StepKind;

	/**
	 * What has to be remembered before the first attempt. Only reads.
	 *
	 * @return array<string, mixed>
	 */
	public function before( Step $step ): array;

	/** Does it. Reads again first: what is so already is not done again. */
	public function carry_out( Run $run, Step $step ): Result;

	/**
	 * What became of an attempt that somebody began and did not finish. Null: it may be carried out (again).
	 * Where repeating could do harm, this answers.
	 */
	public function look_up( Run $run, Step $step ): ?Result;
}
