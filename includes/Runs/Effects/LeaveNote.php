<?php
declare( strict_types=1 );

namespace Amicable\Runs\Effects;

use Amicable\Offboarding\Queue;
use Amicable\Offboarding\Step;
use Amicable\Offboarding\StepKind;
use Amicable\Runs\Effect;
use Amicable\Runs\Run;
use Amicable\Runs\Sentences;
use Amicable\Storage\Steps;
use Amicable\Stores\Result;
use Amicable\Stores\Stores;

/** One private line on an order that got its money back, so that whoever opens it next knows. */
final class LeaveNote implements Effect {

	public function __construct(
		private readonly Stores $stores,
		private readonly Steps $steps,
		private readonly Sentences $sentences,
	) {
	}

	public function kind(): StepKind {
		return StepKind::Note;
	}

	public function before( Step $step ): array {
		return [];
	}

	public function carry_out( Run $run, Step $step ): Result {
		$queue = new Queue( $this->steps->of( $run->id ) );
		if ( ! $queue->was_refunded( "$step->store:$step->target" ) ) {
			return Result::already( __( 'This order was not refunded by this run.', 'amicable' ) );
		}

		return $this->stores->get( $step->store )->add_note( (int) $step->target, $this->sentences->note( $run->id ), "amicable-run-$run->id" );
	}

	public function look_up( Run $run, Step $step ): ?Result {
		return null;
	}
}
