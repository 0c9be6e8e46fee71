<?php
declare( strict_types=1 );

namespace Amicable\Stores\WooCommerce;

use Amicable\Admin\RealOrder;
use Amicable\Capability;
use Amicable\Hookable;
use Amicable\Stores\OrderRef;
use WC_Order;
use WP_Post;

/** Our box on WooCommerce's order screen, with either order storage. */
final class OrderScreen implements Hookable {

	public function __construct( private readonly RealOrder $panel ) {
	}

	public function register(): void {
		add_action( 'add_meta_boxes', $this->add( ... ), 10, 2 );
	}

	private function add( string $screen, mixed $subject ): void {
		$order = function_exists( 'wc_get_page_screen_id' ) ? $this->order( $subject ) : null;
		if ( $order === null || ! current_user_can( Capability::VIEW ) || ! in_array( $screen, [ 'shop_order', wc_get_page_screen_id( 'shop-order' ) ], true ) ) {
			return;
		}
		$this->panel->enqueue();
		add_meta_box( 'amicable-order', __( 'Customer in Amicable', 'amicable' ), fn () => $this->panel->render( new OrderRef( 'woocommerce', $order->get_id() ) ), $screen, 'side', 'high' );
	}

	/** WooCommerce's own tables hand out an order, posts storage a post. A new order has no id yet. */
	private function order( mixed $subject ): ?WC_Order {
		$order = $subject instanceof WP_Post && $subject->post_type === 'shop_order' ? wc_get_order( $subject->ID ) : $subject;

		return $order instanceof WC_Order && $order->get_type() === 'shop_order' && $order->get_id() > 0 ? $order : null;
	}
}
