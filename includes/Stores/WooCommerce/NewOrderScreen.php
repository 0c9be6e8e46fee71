<?php
declare( strict_types=1 );

namespace Amicable\Stores\WooCommerce;

use Amicable\Checkout\Guard;
use Amicable\Hookable;
use WC_Admin_Meta_Boxes;
use WC_Order;

/**
 * Warns whoever types in an order for somebody who is blocked, as soon as WooCommerce's form has saved it: above the order, and once by a note on it. Before that
 * the form asks nobody.
 */
final class NewOrderScreen implements Hookable {

	public function __construct( private readonly Guard $guard ) {
	}

	public function register(): void {
		// After WooCommerce's own boxes have saved theirs.
		add_action( 'woocommerce_process_shop_order_meta', $this->saved( ... ), 100 );
	}

	private function saved( mixed $order_id ): void {
		$order   = is_numeric( $order_id ) ? wc_get_order( (int) $order_id ) : false;
		$warning = $order instanceof WC_Order && $order->get_created_via() === 'admin' ? $this->guard->warning( $order->get_customer_id(), $order->get_billing_email() ) : null;
		if ( ! $order instanceof WC_Order || $warning === null || $this->was_said( $order, $warning ) ) {
			return;
		}
		$order->add_order_note( $warning );
		if ( class_exists( WC_Admin_Meta_Boxes::class, false ) ) {
			WC_Admin_Meta_Boxes::add_error( $warning );
		}
	}

	private function was_said( WC_Order $order, string $warning ): bool {
		return array_filter( wc_get_order_notes( [ 'order_id' => $order->get_id() ] ), static fn ( object $note ): bool => ( $note->content ?? '' ) === $warning ) !== [];
	}
}
