<?php
declare( strict_types=1 );

namespace Amicable\Runs;

use Amicable\ErrorLog;
use Amicable\Jobs\Jobs;
use Amicable\Offboarding\Step;
use Amicable\Offboarding\StepKind;
use Amicable\Projection\ProjectOrder;
use Amicable\Storage\Steps;
use Amicable\Stores\OrderRef;
use Amicable\Stores\PayoutReader;
use Amicable\Stores\Stores;
use Throwable;

/** Asks the providers whether what a run paid back has stayed paid. Where one took it back, its order owes again. */
final class Payouts {

	/** A look has to end before the host ends it; the next one begins elsewhere. */
	private const SECONDS = 20.0;

	public function __construct(
		private readonly Stores $stores,
		private readonly Steps $steps,
		private readonly Jobs $jobs,
	) {
	}

	public function read( Run $run ): void {
		$until = microtime( true ) + self::SECONDS;
		foreach ( $this->orders( $run ) as $order ) {
			if ( microtime( true ) > $until ) {
				return;
			}
			$this->read_one( $order );
		}
	}

	private function read_one( OrderRef $order ): void {
		$store = $this->stores->has( $order->store ) ? $this->stores->get( $order->store ) : null;
		try {
			if ( $store instanceof PayoutReader && $store->read_payouts( $order->id ) ) {
				$this->jobs->enqueue( ProjectOrder::NAME, $order->to_array() );
			}
		} catch ( Throwable $thrown ) {
			ErrorLog::broken( sprintf( 'could not ask whether the refund of order %s has stayed paid', $order->key() ), $thrown ); // The other orders are asked about all the same.
		}
	}

	/** @return list<OrderRef> Of the three looks, each begins a third further on. */
	private function orders( Run $run ): array {
		$refunds = array_filter( $this->steps->of( $run->id ), static fn ( Step $step ): bool => $step->kind === StepKind::Refund );
		$orders  = array_values( array_map( static fn ( Step $step ): OrderRef => new OrderRef( $step->store, (int) $step->target ), $refunds ) );
		$begin   = intdiv( count( $orders ) * max( 0, $run->proof_round - 1 ), 3 );

		return [ ...array_slice( $orders, $begin ), ...array_slice( $orders, 0, $begin ) ];
	}
}
