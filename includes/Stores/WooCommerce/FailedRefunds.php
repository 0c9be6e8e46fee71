<?php
declare( strict_types=1 );

namespace Amicable\Stores\WooCommerce;

use Amicable\ErrorLog;
use Amicable\Hookable;
use Amicable\Stores\ChargeFinder;
use Amicable\Stores\Providers\FailedRefund;
use Closure;
use Throwable;
use WC_Order;
use WC_Order_Refund;

/**
 * Hears from Stripe's and WooPayments' plugins that a refund failed after all. They delete their latest record themselves; any other one
 * stands in the books as paid by the gateway, until it is taken back here. From then on nobody is known to have paid it.
 */
final class FailedRefunds implements Hookable {

	/** @param Closure(): ChargeFinder $shop */
	public function __construct( private readonly Closure $shop ) {
	}

	public function register(): void {
		add_action( 'wc_stripe_webhook_received', fn ( mixed $type, mixed $event = null, mixed $order = null ) => $this->hear( $event, $order ), 10, 3 );
		add_action( 'woocommerce_payments_before_webhook_delivery', fn ( mixed $type, mixed $event = null ) => $this->hear( $event, null ), 10, 2 );
	}

	/** The plugin's webhook goes on whatever becomes of ours. */
	private function hear( mixed $event, mixed $order ): void {
		try {
			$plain  = json_decode( (string) wp_json_encode( $event ), true );
			$failed = is_array( $plain ) ? FailedRefund::read( $plain ) : null;
			$order  = $failed === null ? null : $this->order( $failed, $order );
			$record = $failed === null || $order === null ? null : $this->record( $order, $failed->id );
			if ( $failed !== null && $order !== null && $record !== null ) {
				$this->take_back( $order, $record, $failed->id );
			}
		} catch ( Throwable $thrown ) {
			ErrorLog::broken( 'could not keep that a refund failed', $thrown ); // A payout that nobody wrote down as failed has to be heard of.
		}
	}

	private function order( FailedRefund $failed, mixed $order ): ?WC_Order {
		if ( ! $order instanceof WC_Order ) {
			$id    = $failed->charge === '' ? null : ( $this->shop )()->order_of_charge( $failed->charge );
			$order = $id === null ? null : wc_get_order( $id );
		}

		return $order instanceof WC_Order ? $order : null;
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

	private function take_back( WC_Order $order, WC_Order_Refund $record, string $id ): void {
		$record->set_refunded_payment( false );
		$record->update_meta_data( RefundRecords::FAILED, $id );
		$record->save();
		/* translators: 1: number of a refund record, 2: the gateway's own number of the refund. */
		$order->add_order_note( sprintf( __( 'The gateway says that refund %1$s (%2$s) failed. The customer does not have this money.', 'amicable' ), (string) $record->get_id(), $id ) );
	}
}
