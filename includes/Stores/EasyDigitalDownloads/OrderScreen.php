<?php
declare( strict_types=1 );

namespace Amicable\Stores\EasyDigitalDownloads;

use Amicable\Admin\RealOrder;
use Amicable\Capability;
use Amicable\Hookable;
use Amicable\Stores\OrderRef;
use EDD\Orders\Order;

/** Our box on EDD's order details, in the look of the boxes beside it. */
final class OrderScreen implements Hookable {

	private const SCREEN = 'download_page_edd-payment-history';

	public function __construct( private readonly RealOrder $panel ) {
	}

	public function register(): void {
		add_action( 'admin_enqueue_scripts', $this->enqueue( ... ) );
		add_action( 'edd_view_order_details_sidebar_before', $this->add( ... ) );
	}

	private function enqueue( string $screen ): void {
		$view = filter_input( INPUT_GET, 'view' );
		if ( $screen === self::SCREEN && $view === 'view-order-details' && current_user_can( Capability::VIEW ) ) {
			$this->panel->enqueue();
		}
	}

	private function add( int|string $order_id ): void {
		$order = current_user_can( Capability::VIEW ) && function_exists( 'edd_get_order' ) ? edd_get_order( (int) $order_id ) : null;
		if ( ! $order instanceof Order || $order->type !== 'sale' ) {
			return;
		}
		printf( '<div id="amicable-order" class="postbox edd-order-data"><h2 class="hndle"><span>%s</span></h2><div class="inside"><div class="edd-admin-box"><div class="edd-admin-box-inside">', esc_html__( 'Customer in Amicable', 'amicable' ) );
		if ( $order->mode === 'test' ) {
			printf( '<p>%s</p>', esc_html__( 'This order was placed in test mode. Nobody paid, so it belongs to no customer here.', 'amicable' ) );
		} else {
			$this->panel->render( new OrderRef( EddStore::ID, (int) $order->id ) );
		}
		echo '</div></div></div></div>';
	}
}
