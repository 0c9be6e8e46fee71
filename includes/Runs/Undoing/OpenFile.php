<?php
declare( strict_types=1 );

namespace Amicable\Runs\Undoing;

use Amicable\Offboarding\Step;
use Amicable\Offboarding\StepKind;
use Amicable\Offboarding\StepState;
use Amicable\Runs\Run;
use Amicable\Storage\Closures;
use Amicable\Stores\Outcome;
use Amicable\Stores\ReopensFiles;
use Amicable\Stores\Result;
use Amicable\Stores\Stores;

/** Lets a file be fetched again that a run had closed, and the shop's own refund with it. */
final class OpenFile implements Undo {

	public function __construct(
		private readonly Stores $stores,
		private readonly Closures $closures,
	) {
	}

	public function kind(): StepKind {
		return StepKind::RevokeDownload;
	}

	public function standing( string $system, string $target ): array {
		return $this->shop( $system )?->before_revoke( $target ) ?? [];
	}

	public function why_not( Run $run, Step $step ): ?string {
		$shop = $this->shop( $step->store );

		return match ( true ) {
			$shop === null                                                             => __( 'This shop gives a file back on its own screens only.', 'amicable' ),
			$step->was() === []                                                        => __( 'Nobody wrote down how this permission was.', 'amicable' ),
			$step->state === StepState::Skipped && ! $shop->reopens_after_refund() => __( 'The refund closed it, and this shop hands out files of what is paid. Make the customer an order that costs nothing.', 'amicable' ),
			default                                                                    => null,
		};
	}

	public function ref( Run $run, Step $step ): string {
		return "download:$step->store:$step->target";
	}

	public function take_back( Run $run, Step $step, string $reason, int $user_id ): Result {
		$result = $this->shop( $step->store )?->reopen_download( $step->target, $step->was() ) ?? Result::refused( __( 'This shop is not active.', 'amicable' ) );
		if ( $result->outcome === Outcome::Done || $result->outcome === Outcome::Already ) {
			array_map( fn ( $order ): bool => $this->closures->reopen( $order, $user_id ), $step->orders );
		}

		return $result;
	}

	private function shop( string $id ): ?ReopensFiles {
		$store = $this->stores->has( $id ) ? $this->stores->get( $id ) : null;

		return $store instanceof ReopensFiles ? $store : null;
	}
}
