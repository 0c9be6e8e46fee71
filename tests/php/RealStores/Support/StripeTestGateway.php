<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\Support;

use Exception;
use WC_Order;
use WC_Payment_Gateway;

/** Talks to Stripe's address as Stripe's plugin does, and leaves the same traces. It carries that plugin's class name by an alias. */
final class StripeTestGateway extends WC_Payment_Gateway {

	public function __construct() {
		$this->id       = 'stripe';
		$this->title    = 'Card';
		$this->supports = [ 'products', 'refunds' ];
	}

	public static function register(): void {
		if ( ! class_exists( 'WC_Stripe_Payment_Gateway', false ) ) {
			class_alias( self::class, 'WC_Stripe_Payment_Gateway' );
		}
		add_filter( 'woocommerce_payment_gateways', static fn ( array $gateways ): array => [ ...$gateways, new self() ] );
		WC()->payment_gateways()->init();
	}

	public function process_refund( $order_id, $amount = null, $reason = '' ): bool {
		$order = wc_get_order( $order_id );
		assert( $order instanceof WC_Order );
		if ( $order->get_meta( '_stripe_charge_captured' ) === 'no' ) {
			wp_remote_post( 'https://api.stripe.com/v1/payment_intents/pi_1/cancel' );
			$order->update_status( 'cancelled' );
			throw new Exception( 'This payment was not captured and has been cancelled.' );
		}
		$answer = wp_remote_post( 'https://api.stripe.com/v1/refunds', [ 'headers' => [ 'Authorization' => 'Basic x' ] ] );
		if ( is_wp_error( $answer ) ) {
			throw new Exception( $answer->get_error_message() );
		}
		$body = json_decode( wp_remote_retrieve_body( $answer ), true );
		if ( wp_remote_retrieve_response_code( $answer ) !== 200 ) {
			throw new Exception( (string) ( $body['error']['message'] ?? 'Stripe failed.' ) );
		}
		Bank::pay( (int) $order_id, (string) $amount );
		$order->update_meta_data( '_stripe_refund_id', (string) $body['id'] );
		$order->save_meta_data();

		return true;
	}
}
