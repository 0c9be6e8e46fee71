<?php
declare( strict_types=1 );

namespace Amicable\Stores\WooCommerce;

use Amicable\Disputes\Listener;
use Amicable\Hookable;
use Amicable\Stores\DisputeNews;
use Amicable\Stores\DisputeStatus;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Providers\StripeDispute;
use Amicable\Values\Currency;
use Amicable\Values\Money;
use DateTimeImmutable;
use WC_Order;

/**
 * Where WooCommerce's gateways say that a charge is disputed: Stripe's by one hook since 9.9, and before by two that have the same event in
 * hand; WooPayments by the hook before each delivery; PayPal Payments only when the money has gone back.
 */
final class DisputeEvents implements Hookable {

	public function __construct( private readonly Listener $listener ) {
	}

	public function register(): void {
		add_action( 'wc_stripe_webhook_received', fn ( mixed $type, mixed $event = null, mixed $order = null ) => $this->stripe( $event, $order ), 10, 3 );
		add_action( 'wc_gateway_stripe_process_webhook_payment_error', fn ( mixed $order, mixed $event = null ) => $this->stripe( $event, $order ), 10, 2 );
		add_filter( 'wc_stripe_webhook_dispute_change_order_status', $this->stripe_closes( ... ), 10, 3 );
		add_action( 'woocommerce_payments_before_webhook_delivery', fn ( mixed $type, mixed $event = null ) => $this->tell( $event, 'woopayments', null ), 10, 2 );
		add_filter( 'ppcp_payment_capture_reversed_webhook_update_status_note', $this->paypal_reverses( ... ), 10, 3 );
	}

	private function stripe( mixed $event, mixed $order ): void {
		$this->tell( $event, 'stripe', $order );
	}

	private function stripe_closes( mixed $change, mixed $order = null, mixed $event = null ): mixed {
		$this->stripe( $event, $order );

		return $change;
	}

	private function tell( mixed $event, string $source, mixed $order ): void {
		$plain = json_decode( (string) wp_json_encode( $event ), true );
		if ( is_array( $plain ) ) {
			$this->listener->hear( StripeDispute::read( $plain, WooCommerceStore::ID, $source, $this->ref( $order ) ) );
		}
	}

	/** The plugin hands out neither event nor amount: what was left of the order is what went back. */
	private function paypal_reverses( mixed $note, mixed $order = null, mixed $type = '' ): mixed {
		$ref = $this->ref( $order );
		if ( $type === 'PAYMENT.CAPTURE.REVERSED' && $ref !== null && $order instanceof WC_Order && Currency::is_known( $order->get_currency() ) ) {
			$left = Money::from_decimal( (string) $order->get_remaining_refund_amount(), $order->get_currency() );
			$this->listener->hear( new DisputeNews( WooCommerceStore::ID, "reversal:{$ref->key()}", "reversal:{$ref->key()}", 'paypal', DisputeStatus::Lost, new DateTimeImmutable(), $ref, '', $left->is_positive() ? $left : null ) );
		}

		return $note;
	}

	private function ref( mixed $order ): ?OrderRef {
		return $order instanceof WC_Order && $order->get_type() === 'shop_order' ? new OrderRef( WooCommerceStore::ID, $order->get_id() ) : null;
	}
}
