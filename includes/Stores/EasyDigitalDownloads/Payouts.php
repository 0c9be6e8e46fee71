<?php
declare( strict_types=1 );

namespace Amicable\Stores\EasyDigitalDownloads;

/** Asks the provider whether what it paid back has stayed paid. PayPal sends no message when it has not, and any message can get lost. */
final class Payouts {

	public function __construct(
		private readonly OrderReader $orders,
		private readonly Gateways $gateways,
		private readonly LostPayouts $lost,
	) {
	}

	public function read( int $order_id ): bool {
		$order   = $this->orders->record( $order_id );
		$gateway = $order === null ? null : $this->gateways->of( $order->text( 'gateway' ) );
		if ( $order === null || $gateway === null || ! $gateway->is_ready( $order ) ) {
			return false;
		}
		$lost = false;
		foreach ( $order->refunds as $refund ) {
			$payout = $refund->transaction_id();
			if ( $payout === '' || ! $gateway->took_back( $order, $payout ) ) {
				continue;
			}
			$this->lost->take_back( $payout );
			$lost = true;
		}

		return $lost;
	}
}
