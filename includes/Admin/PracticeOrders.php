<?php
declare( strict_types=1 );

namespace Amicable\Admin;

use Amicable\Stores\Order;
use Amicable\Stores\Store;

/** The practice shop's list of orders, newest first. */
final class PracticeOrders {

	private const AT_ONCE = 50;

	public function render( Store $store, ?int $below ): void {
		$orders = $store->orders( $store->order_ids_below( $below ?? PHP_INT_MAX, self::AT_ONCE ) );
		usort( $orders, static fn ( Order $a, Order $b ): int => $b->ref->id <=> $a->ref->id );
		/* translators: %s: number of orders */
		$count = sprintf( _n( '%s order', '%s orders', $store->count_orders(), 'amicable' ), number_format_i18n( $store->count_orders() ) );
		printf( '<h1 class="wp-heading-inline">%s</h1><p>%s</p>', esc_html__( 'Orders', 'amicable' ), esc_html( $count ) );
		printf(
			'<table class="wp-list-table widefat striped"><thead><tr><th scope="col">%s</th><th scope="col">%s</th><th scope="col">%s</th><th scope="col">%s</th><th scope="col">%s</th></tr></thead><tbody>',
			esc_html_x( 'Order', 'a purchase', 'amicable' ),
			esc_html__( 'Customer', 'amicable' ),
			esc_html__( 'Date', 'amicable' ),
			esc_html__( 'Status', 'amicable' ),
			esc_html__( 'Total', 'amicable' ),
		);
		array_map( $this->row( ... ), $orders );
		echo '</tbody></table>';
		$this->older( $orders );
	}

	private function row( Order $order ): void {
		printf(
			'<tr><th scope="row"><a href="%s">%s</a></th><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>',
			esc_url( Url::to( PracticeShop::ORDER, $order->ref->id ) ),
			esc_html( $order->number ),
			esc_html( $order->name ),
			esc_html( PracticeWords::day( $order->created_at ) ),
			esc_html( PracticeWords::status( $order->status ) ),
			esc_html( MoneyText::of( $order->total ) ),
		);
	}

	/** @param list<Order> $orders */
	private function older( array $orders ): void {
		if ( count( $orders ) === self::AT_ONCE ) {
			$last = $orders[ self::AT_ONCE - 1 ]->ref->id;
			printf( '<p><a class="button" href="%s">%s</a></p>', esc_url( Url::to( PracticeShop::ORDERS, null, [ 'below' => $last ] ) ), esc_html__( 'Older orders', 'amicable' ) );
		}
	}
}
