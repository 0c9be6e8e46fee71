<?php
declare( strict_types=1 );

namespace Amicable\Offboarding;

use Amicable\Stores\Order;

/** Whether the money of an order may go back. Asked when a plan is made, and once more before the gateway is called. */
final class Refundable {

	/** Null: it may. */
	public static function why_not( Order $order, string $recorded_dispute = 'none' ): ?Why {
		return match ( true ) {
			self::is_disputed( $order, $recorded_dispute, 'lost' ) => Why::DisputeLost,
			self::is_disputed( $order, $recorded_dispute, 'open' ) => Why::DisputeOpen,
			$order->test_mode                                      => Why::TestOrder,
			$order->status === 'failed'                            => Why::Failed,
			// Money that is only reserved is let go by the same call.
			! $order->paid && ! $order->uncaptured                 => Why::Unpaid,
			! $order->total->is_positive()                         => Why::Free,
			$order->remaining()->is_zero()                         => Why::AlreadyRefunded,
			! $order->remaining()->is_positive()                   => Why::OverRefunded,
			$order->why_not !== null && ! self::is_over( $order, $recorded_dispute ) => Why::StoreSaysNo,
			default                                                => null,
		};
	}

	/**
	 * Two sources may know of a dispute; the worse word counts, and a win never takes back a loss that the other recorded. But a shop that only
	 * marks the beginning of a dispute knows nothing of its end: there the provider's word that it was won stands.
	 */
	private static function is_disputed( Order $order, string $recorded, string $state ): bool {
		if ( $state === 'open' && $recorded === 'won' ) {
			return false;
		}

		return $order->dispute === $state || $recorded === $state;
	}

	/** The shop speaks of a dispute that was won meanwhile. */
	private static function is_over( Order $order, string $recorded ): bool {
		return $order->dispute === 'open' && $recorded === 'won';
	}
}
