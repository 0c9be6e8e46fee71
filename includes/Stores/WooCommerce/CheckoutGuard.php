<?php
declare( strict_types=1 );

namespace Amicable\Stores\WooCommerce;

use Amicable\Checkout\Guard;
use Amicable\Hookable;
use WC_Order;
use WP_Error;

/** Every way to WooCommerce's till: the classic checkout, the pay link, and the Store API, which blocks and express buttons use. */
final class CheckoutGuard implements Hookable {

	private const CODE = 'amicable_order_refused';

	public function __construct( private readonly Guard $guard ) {
	}

	public function register(): void {
		add_action( 'woocommerce_after_checkout_validation', $this->classic( ... ), 10, 2 );
		add_action( 'woocommerce_before_pay_action', $this->pay_link( ... ) );
		add_action( 'woocommerce_checkout_validate_order_before_payment', $this->store_api( ... ), 10, 2 );
	}

	private function classic( mixed $data, mixed $errors ): void {
		$email   = is_array( $data ) && is_string( $data['billing_email'] ?? null ) ? $data['billing_email'] : '';
		$refusal = $this->guard->refusal( get_current_user_id(), $email );
		if ( $refusal !== null && $errors instanceof WP_Error ) {
			$errors->add( self::CODE, $refusal );
		}
	}

	private function pay_link( mixed $order ): void {
		$refusal = $order instanceof WC_Order ? $this->of_order( $order ) : null;
		if ( $refusal !== null ) {
			wc_add_notice( esc_html( $refusal ), 'error' );
		}
	}

	private function store_api( mixed $order, mixed $errors ): void {
		$refusal = $order instanceof WC_Order ? $this->of_order( $order ) : null;
		if ( $refusal !== null && $errors instanceof WP_Error ) {
			$errors->add( self::CODE, $refusal );
		}
	}

	/** Whoever is logged in may pay for somebody else's order; both are asked about. */
	private function of_order( WC_Order $order ): ?string {
		$refusal = $this->guard->refusal( $order->get_customer_id(), $order->get_billing_email() );

		return $refusal ?? ( get_current_user_id() === $order->get_customer_id() ? null : $this->guard->refusal( get_current_user_id(), '' ) );
	}
}
