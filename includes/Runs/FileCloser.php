<?php
declare( strict_types=1 );

namespace Amicable\Runs;

use Amicable\Offboarding\LooseEndRules;
use Amicable\Offboarding\Step;
use Amicable\Offboarding\StepKind;
use Amicable\Offboarding\StepState;
use Amicable\Storage\Closures;
use Amicable\Storage\Steps;
use Amicable\Stores\Order;
use Amicable\Stores\OrderRef;

/**
 * Keeps the files of a run's orders closed beyond the run: a shop grants a permission anew when somebody presses a button or flips a status.
 * What was never paid is left out, since whoever pays for it later has bought it.
 */
final class FileCloser {

	public function __construct(
		private readonly Steps $steps,
		private readonly Closures $closures,
		private readonly Sources $sources,
	) {
	}

	public function close_for( Run $run ): void {
		$refs = [];
		foreach ( array_filter( $this->steps->of( $run->id ), $this->closes( ... ) ) as $step ) {
			$refs = [ ...$refs, ...$step->orders ];
		}
		$orders = array_filter( $this->sources->orders( LooseEndFinder::each_once( $refs ) ), static fn ( Order $order ): bool => $order->paid || LooseEndRules::is_over( $order ) );
		$this->closures->close( $run->id, array_values( array_map( static fn ( Order $order ): OrderRef => $order->ref, $orders ) ) );
	}

	private function closes( Step $step ): bool {
		return in_array( $step->kind, [ StepKind::Refund, StepKind::RevokeDownload ], true ) && in_array( $step->state, [ StepState::Done, StepState::Skipped ], true );
	}
}
