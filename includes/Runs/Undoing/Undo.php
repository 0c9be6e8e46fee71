<?php
declare( strict_types=1 );

namespace Amicable\Runs\Undoing;

use Amicable\Offboarding\Step;
use Amicable\Offboarding\StepKind;
use Amicable\Runs\Run;
use Amicable\Stores\Result;

/** How one kind of step is taken back. */
interface Undo {

	public function kind(): StepKind;

	/**
	 * How the thing stands now, for whoever takes it back one day. Only reads.
	 *
	 * @return array<string, scalar|null>
	 */
	public function standing( string $system, string $target ): array;

	/** Why a step that is over cannot be taken back from here, translated; null: it can. Asks nobody outside. */
	public function why_not( Run $run, Step $step ): ?string;

	/** What the proof calls the thing. */
	public function ref( Run $run, Step $step ): string;

	/** Reads again first: what is so already is not done again. */
	public function take_back( Run $run, Step $step, string $reason, int $user_id ): Result;
}
