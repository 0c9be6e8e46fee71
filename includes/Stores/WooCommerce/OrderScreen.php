<?php
declare( strict_types=1 );

namespace Amicable\Stores\WooCommerce;

use Amicable\Admin\OrderPanel;
use Amicable\Admin\Url;
use Amicable\Capability;
use Amicable\CurrentMode;
use Amicable\Hookable;
use Amicable\Mode;
use Amicable\Stores\OrderRef;
use WC_Order;
use WP_Post;

/** Our box on WooCommerce's order screen, with either order storage. */
final class OrderScreen implements Hookable {

	public function __construct(
		private readonly OrderPanel $panel,
		private readonly CurrentMode $mode,
	) {
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
		add_meta_box( 'amicable-order', __( 'Customer in Amicable', 'amicable' ), fn () => $this->render( $order ), $screen, 'side', 'high' );
	}

	/** A real order has nothing to do with the sample shop: whoever practices is told so instead of being shown other figures. */
	private function render( WC_Order $order ): void {
		if ( $this->mode->of_user( get_current_user_id() ) === Mode::Practice ) {
			printf( '<p>%s <a href="%s">%s</a></p>', esc_html__( 'You are in Practice, and this is a real order.', 'amicable' ), esc_url( Url::to() ), esc_html__( 'Leave Practice there to see this customer.', 'amicable' ) );
			return;
		}
		$this->panel->render( new OrderRef( 'woocommerce', $order->get_id() ) );
	}

	/** WooCommerce's own tables hand out an order, posts storage a post. A new order has no id yet. */
	private function order( mixed $subject ): ?WC_Order {
		$order = $subject instanceof WP_Post && $subject->post_type === 'shop_order' ? wc_get_order( $subject->ID ) : $subject;

		return $order instanceof WC_Order && $order->get_type() === 'shop_order' && $order->get_id() > 0 ? $order : null;
	}
}
