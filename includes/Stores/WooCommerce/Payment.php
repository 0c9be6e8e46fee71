<?php
declare( strict_types=1 );

namespace Amicable\Stores\WooCommerce;

use Amicable\Stores\Providers\PayPalWindow;
use Amicable\Values\Money;
use DateTimeImmutable;
use Throwable;
use WC_Order;
use WC_Payment_Gateway;

/** Whether money came in, whether it can go back, and what speaks against it. */
final class Payment {

	/** In these a transaction id is no more than an attempt: only the date of payment counts. */
	private const ATTEMPTS = [ 'pending', 'failed', 'cancelled' ];

	/** Money was received: by status, by date, or by a transaction in a status that does not deny it. */
	public function is_paid( WC_Order $order ): bool {
		if ( $this->is_uncaptured( $order ) ) {
			return false;
		}
		if ( $order->is_paid() || $order->get_date_paid() !== null ) {
			return true;
		}

		return $order->get_transaction_id() !== '' && ! in_array( $order->get_status(), self::ATTEMPTS, true );
	}

	/** Money was only reserved. To give it back is to let it go: a void, not a refund. */
	public function is_uncaptured( WC_Order $order ): bool {
		if ( $order->get_transaction_id() === '' && $order->get_meta( '_intent_id' ) === '' && $order->get_meta( '_ppcp_paypal_order_id' ) === '' ) {
			return false;
		}
		if ( in_array( $order->get_status(), [ 'cancelled', 'refunded', 'failed' ], true ) ) {
			return false;
		}
		$gateway = $order->get_payment_method();

		return ( str_starts_with( $gateway, 'stripe' ) && $order->get_meta( '_stripe_charge_captured' ) === 'no' )
			|| ( str_starts_with( $gateway, 'woocommerce_payments' ) && $order->get_meta( '_intention_status' ) === 'requires_capture' )
			|| ( str_starts_with( $gateway, 'ppcp' ) && $order->get_meta( '_ppcp_paypal_intent' ) === 'AUTHORIZE' && $order->get_meta( '_ppcp_paypal_captured' ) === 'false' )
			|| ( $gateway === 'paypal' && $order->get_meta( '_paypal_status' ) === 'pending' );
	}

	/** Stripe's plugin marks an order while it refunds it, until when at most, so that its own message about that does not book a second record. */
	public function is_being_refunded( WC_Order $order ): bool {
		$until = $order->get_meta( '_stripe_lock_refund' );

		return is_scalar( $until ) && (int) explode( '|', (string) $until )[0] > time();
	}

	/** Registered, supports refunds, and agrees for this order. */
	public function gateway_refunds( WC_Order $order ): bool {
		$gateway = $this->gateway( $order );
		$paid    = $order->get_date_paid();
		if ( PayPalWindow::is_over( $order->get_payment_method(), $paid === null ? null : new DateTimeImmutable( '@' . $paid->getTimestamp() ), new DateTimeImmutable() ) ) {
			return false;
		}
		try {
			return $gateway !== null && $gateway->supports( 'refunds' ) && $gateway->can_refund_order( $order );
		} catch ( Throwable ) {
			// Somebody else's gateway broke while it was asked; a person can still give the money back.
			return false;
		}
	}

	public function gateway( WC_Order $order ): ?WC_Payment_Gateway {
		$gateway = WC()->payment_gateways()->payment_gateways()[ $order->get_payment_method() ] ?? null;

		return $gateway instanceof WC_Payment_Gateway ? $gateway : null;
	}

	public function family( WC_Order $order ): ?Family {
		return Family::of( $this->gateway( $order ) );
	}

	/**
	 * No gateway leaves a mark that says "dispute". Stripe's ends a lost one as `failed`; several park an order that was paid.
	 *
	 * @return 'none'|'lost'|'warning'
	 */
	public function dispute( WC_Order $order, Money $remaining ): string {
		if ( ! $this->is_paid( $order ) || ! $remaining->is_positive() ) {
			return 'none';
		}
		if ( $order->get_status() === 'failed' && str_starts_with( $order->get_payment_method(), 'stripe' ) ) {
			return 'lost';
		}

		return in_array( $order->get_status(), [ 'on-hold', 'failed', 'cancelled' ], true ) ? 'warning' : 'none';
	}

	/** Translated, or null when a refund is possible, by the gateway or by hand. */
	public function why_not( WC_Order $order, Money $remaining ): ?string {
		if ( $this->is_uncaptured( $order ) ) {
			return $this->gateway_refunds( $order ) ? null : __( 'The payment was only reserved, and its gateway is not here to let it go.', 'amicable' );
		}

		return match ( true ) {
			! $this->is_paid( $order )                          => __( 'No payment was received for this order.', 'amicable' ),
			! $remaining->is_positive()                         => __( 'Everything was already given back.', 'amicable' ),
			$this->dispute( $order, $remaining ) === 'lost'     => __( 'The payment was taken back through a dispute.', 'amicable' ),
			default                                             => null,
		};
	}
}
