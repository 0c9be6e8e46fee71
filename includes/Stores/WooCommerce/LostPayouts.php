<?php
declare( strict_types=1 );

namespace Amicable\Stores\WooCommerce;

use WC_Order;
use WC_Order_Refund;

/** A payout that the provider took back: its record no longer counts as paid by the gateway, and the order says so. */
final class LostPayouts {

	/** @return bool Whether a record stood for it until now. */
	public function take_back( WC_Order $order, string $payout ): bool {
		$record = $this->record( $order, $payout );
		if ( $record === null ) {
			return false;
		}
		$record->set_refunded_payment( false );
		$record->update_meta_data( RefundRecords::FAILED, $payout );
		$record->save();
		/* translators: 1: number of a refund record, 2: the gateway's own number of the refund. */
		$order->add_order_note( sprintf( __( 'The gateway says that refund %1$s (%2$s) failed. The customer does not have this money.', 'amicable' ), (string) $record->get_id(), $payout ) );

		return true;
	}

	/** The record that carries the provider's number; where only the order carries it, the one record that the gateway is said to have paid. */
	private function record( WC_Order $order, string $id ): ?WC_Order_Refund {
		$paid = array_values( array_filter( $order->get_refunds(), static fn ( mixed $refund ): bool => $refund instanceof WC_Order_Refund && $refund->get_refunded_payment() ) );
		foreach ( $paid as $refund ) {
			if ( in_array( $id, [ $refund->get_meta( '_stripe_refund_id' ), $refund->get_meta( '_wcpay_refund_id' ) ], true ) ) {
				return $refund;
			}
		}
		$on_order = in_array( $id, [ $order->get_meta( '_stripe_refund_id' ), $order->get_meta( '_wcpay_refund_id' ) ], true );

		return $on_order && count( $paid ) === 1 ? $paid[0] : null;
	}
}
