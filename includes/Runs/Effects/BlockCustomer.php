<?php
declare( strict_types=1 );

namespace Amicable\Runs\Effects;

use Amicable\Offboarding\Step;
use Amicable\Offboarding\StepKind;
use Amicable\Runs\Blocker;
use Amicable\Runs\Effect;
use Amicable\Runs\Run;
use Amicable\Stores\Result;

/** Refuses new purchases, under every name we know. */
final class BlockCustomer implements Effect {

	public function __construct( private readonly Blocker $blocker ) {
	}

	public function kind(): StepKind {
		return StepKind::Block;
	}

	public function before( Step $step ): array {
		return [];
	}

	public function carry_out( Run $run, Step $step ): Result {
		$this->blocker->block( $run->customer_id, '', $run->actor(), $run->id );

		return Result::done();
	}

	public function look_up( Run $run, Step $step ): ?Result {
		return null;
	}
}
