<?php
declare( strict_types=1 );

namespace Amicable\Runs\Effects;

use Amicable\Offboarding\Step;
use Amicable\Offboarding\StepKind;
use Amicable\Runs\Effect;
use Amicable\Runs\FileCloser;
use Amicable\Runs\ProofMaker;
use Amicable\Runs\Run;
use Amicable\Stores\Result;

/** Reads back from the stores what is still open, and keeps it with the run. */
final class CheckProof implements Effect {

	public function __construct(
		private readonly ProofMaker $proof,
		private readonly FileCloser $files,
	) {
	}

	public function kind(): StepKind {
		return StepKind::Proof;
	}

	public function before( Step $step ): array {
		return [];
	}

	public function carry_out( Run $run, Step $step ): Result {
		$this->files->close_for( $run );
		$open = count( $this->proof->make( $run )->open() );

		/* translators: %d: how many. */
		return $open === 0 ? Result::done() : Result::waiting( sprintf( _n( '%d thing is still open.', '%d things are still open.', $open, 'amicable' ), $open ) );
	}

	public function look_up( Run $run, Step $step ): ?Result {
		return null;
	}
}
