<?php
declare( strict_types=1 );

namespace Amicable\Stores\WooCommerce;

use Amicable\Stores\Providers\FailedRefund;
use RuntimeException;
use WC_Order;
use WC_Stripe_API;

/** Asks the provider whether what it paid back has stayed paid, where its plugin has a way to ask: Stripe's has. */
final class Payouts {

	public function __construct(
		private readonly OrderReader $orders,
		private readonly Payment $payment,
		private readonly LostPayouts $lost,
	) {
	}

	public function read( int $order_id ): bool {
		$order = $this->orders->raw( $order_id );
		if ( $order === null || $this->payment->family( $order ) !== Family::Stripe || ! is_callable( [ 'WC_Stripe_API', 'retrieve' ] ) ) {
			return false;
		}
		$lost = false;
		foreach ( $this->numbers( $order ) as $payout ) {
			if ( $this->took_back( $payout ) ) {
				$lost = $this->lost->take_back( $order, $payout ) || $lost;
			}
		}

		return $lost;
	}

	/** @return list<string> Stripe's own, of the order and of its refunds. */
	private function numbers( WC_Order $order ): array {
		$numbers = [];
		foreach ( [ $order, ...$order->get_refunds() ] as $thing ) {
			$number = $thing->get_meta( '_stripe_refund_id' );
			if ( is_string( $number ) && $number !== '' ) {
				$numbers[] = $number;
			}
		}

		return array_values( array_unique( $numbers ) );
	}

	private function took_back( string $payout ): bool {
		$answer = WC_Stripe_API::retrieve( 'refunds/' . rawurlencode( $payout ) );
		if ( ! is_object( $answer ) || ! isset( $answer->status ) ) {
			throw new RuntimeException( "Stripe did not say what became of $payout" );
		}

		return FailedRefund::is_undone( $answer->status );
	}
}
