<?php
declare( strict_types=1 );

namespace Amicable\Stores\WooCommerce;

use Amicable\Checkout\Guard;
use Amicable\Hookable;
use Automattic\WooCommerce\StoreApi\Exceptions\RouteException;
use WC_Order;
use WP_Error;

/**
 * Every way to WooCommerce's till: the classic checkout, the pay link, the Store API, which blocks and express buttons use, orders made over REST,
 * and a new account. Whatever else there is finds no way to pay.
 */
final class CheckoutGuard implements Hookable {

	private const CODE = 'amicable_order_refused';

	public function __construct( private readonly Guard $guard ) {
	}

	public function register(): void {
		add_action( 'woocommerce_after_checkout_validation', $this->classic( ... ), 10, 2 );
		add_action( 'woocommerce_before_pay_action', $this->pay_link( ... ) );
		add_action( 'woocommerce_checkout_validate_order_before_payment', $this->store_api( ... ), 10, 2 );
		// Before WooCommerce 9.9 this is the one before the payment; since then, a net below the other.
		add_action( 'woocommerce_store_api_checkout_order_processed', $this->store_api_processed( ... ), 1 );
		add_filter( 'woocommerce_rest_pre_insert_shop_order_object', $this->rest( ... ), 10, 3 );
		add_filter( 'woocommerce_available_payment_gateways', $this->gateways( ... ), 999 );
		add_filter( 'woocommerce_registration_errors', $this->registration( ... ), 10, 3 );
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

	/** @throws RouteException Refused. */
	private function store_api_processed( mixed $order ): void {
		$refusal = $order instanceof WC_Order ? $this->of_order( $order ) : null;
		if ( $refusal !== null ) {
			throw new RouteException( self::CODE, $refusal, 400 ); // phpcs:ignore WordPress.Security.EscapeOutput.ExceptionNotEscaped -- it becomes JSON.
		}
	}

	/** Only what is made anew: what is there already may have to be put right. */
	private function rest( mixed $order, mixed $request = null, mixed $creating = false ): mixed {
		$refusal = $creating === true && $order instanceof WC_Order ? $this->guard->refusal( $order->get_customer_id(), $order->get_billing_email() ) : null;

		return $refusal === null ? $order : new WP_Error( self::CODE, $refusal, [ 'status' => 400 ] );
	}

	/** Asks who is logged in; nobody is where a subscription renews itself. */
	private function gateways( mixed $gateways ): mixed {
		$user = get_current_user_id();

		return $user > 0 && ! is_admin() && is_array( $gateways ) && $gateways !== [] && $this->guard->refusal( $user, '' ) !== null ? [] : $gateways;
	}

	private function registration( mixed $errors, mixed $name = '', mixed $email = '' ): mixed {
		$refusal = is_string( $email ) ? $this->guard->no_account( $email ) : null;
		if ( $refusal !== null && $errors instanceof WP_Error ) {
			$errors->add( self::CODE, $refusal );
		}

		return $errors;
	}

	/** Whoever is logged in may pay for somebody else's order; both are asked about. */
	private function of_order( WC_Order $order ): ?string {
		$refusal = $this->guard->refusal( $order->get_customer_id(), $order->get_billing_email() );

		return $refusal ?? ( get_current_user_id() === $order->get_customer_id() ? null : $this->guard->refusal( get_current_user_id(), '' ) );
	}
}
