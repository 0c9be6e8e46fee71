<?php
declare( strict_types=1 );

namespace Amicable\Stores\EasyDigitalDownloads;

use Amicable\Checkout\Guard;
use Amicable\Hookable;

/**
 * Every way to EDD's till. The early check spares a refused guest an account; express buttons take it away, so the net is just before the
 * gateway. Direct-buy links pass neither, and whoever sends a purchase straight to a gateway is met there.
 */
final class CheckoutGuard implements Hookable {

	private const CODE = 'amicable_order_refused';

	public function __construct( private readonly Guard $guard ) {
	}

	public function register(): void {
		add_action( 'edd_checkout_error_checks', fn ( mixed $valid = [], mixed $post = [] ) => $this->check( $post, 'edd_email' ), 5, 2 );
		add_action( 'edds_buy_now_checkout_error_checks', fn ( mixed $valid = [], mixed $post = [] ) => $this->check( $post, 'edd_email' ), 5, 2 );
		add_action( 'edd_checkout_before_gateway', fn ( mixed $post = [], mixed $buyer = [] ) => $this->check( $buyer, 'email' ), 5, 2 );
		add_action( 'edd_straight_to_gateway', fn () => $this->turn_back( '' ), 1 );
		add_action( 'init', $this->before_gateways( ... ), 20 );
		add_action( 'edd_process_register_form', $this->registration( ... ) );
	}

	/** EDD hands nothing on here; the form is still where it came from. */
	private function registration(): void {
		$refusal = $this->guard->no_account( $this->text( wp_unslash( $_POST ), 'edd_user_email' ) ); // phpcs:ignore WordPress.Security.NonceVerification.Missing, WordPress.Security.ValidatedSanitizedInput.InputNotSanitized -- EDD checks its form; here it is only compared.
		if ( $refusal !== null ) {
			edd_set_error( self::CODE, $refusal );
		}
	}

	private function before_gateways(): void {
		if ( ! function_exists( 'edd_get_payment_gateways' ) ) {
			return;
		}
		foreach ( array_keys( edd_get_payment_gateways() ) as $gateway ) {
			add_action( "edd_gateway_$gateway", fn ( mixed $purchase = [] ) => $this->turn_back( $this->text( $purchase, 'user_email' ) ), -10 );
		}
	}

	/** EDD looks at all errors after the last of these hooks, and then asks no gateway. */
	private function check( mixed $data, string $key ): void {
		$refusal = $this->guard->refusal( get_current_user_id(), $this->text( $data, $key ) );
		if ( $refusal !== null ) {
			edd_set_error( self::CODE, $refusal );
		}
	}

	/** Here nobody looks at errors any more. */
	private function turn_back( string $email ): void {
		$refusal = $this->guard->refusal( get_current_user_id(), $email );
		if ( $refusal === null ) {
			return;
		}

		edd_set_error( self::CODE, $refusal );
		edd_send_back_to_checkout();
	}

	private function text( mixed $data, string $key ): string {
		return is_array( $data ) && is_string( $data[ $key ] ?? null ) ? $data[ $key ] : '';
	}
}
