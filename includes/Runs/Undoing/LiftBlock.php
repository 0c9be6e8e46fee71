<?php
declare( strict_types=1 );

namespace Amicable\Runs\Undoing;

use Amicable\Offboarding\Step;
use Amicable\Offboarding\StepKind;
use Amicable\Runs\Blocker;
use Amicable\Runs\Run;
use Amicable\Stores\Result;

/** Lets the customer buy again. */
final class LiftBlock implements Undo {

	public function __construct( private readonly Blocker $blocker ) {
	}

	public function kind(): StepKind {
		return StepKind::Block;
	}

	public function standing( string $system, string $target ): array {
		return [];
	}

	public function why_not( Run $run, Step $step ): ?string {
		return $this->blocker->is_blocked( $run->customer_id ) ? null : __( 'They can buy again by now.', 'amicable' );
	}

	public function ref( Run $run, Step $step ): string {
		return "customer:$run->customer_id";
	}

	public function take_back( Run $run, Step $step, string $reason, int $user_id ): Result {
		if ( ! $this->blocker->is_blocked( $run->customer_id ) ) {
			return Result::already();
		}
		$this->blocker->unblock( $run->customer_id, $reason, $user_id );

		return Result::done();
	}
}
