<?php
declare( strict_types=1 );

namespace Amicable\Stores\WooCommerce;

use Closure;
use WC_Abstract_Order;
use WC_Order_Refund;
use WP_Post;

/** Everything by which WooCommerce says, or forgets to say, that an order or one of its refunds changed. Costs no query. */
final class Changes {

	/** @param Closure(int): void $told */
	public function listen( Closure $told ): void {
		$changed = static function ( int $order_id ) use ( $told ): void {
			if ( $order_id > 0 ) {
				$told( $order_id );
			}
		};
		foreach ( [ 'woocommerce_new_order', 'woocommerce_update_order', 'woocommerce_delete_order', 'woocommerce_trash_order', 'woocommerce_untrash_order', 'woocommerce_order_refunded', 'woocommerce_order_status_changed', 'woocommerce_payment_complete' ] as $hook ) {
			add_action( $hook, static fn ( mixed $order_id ) => $changed( (int) $order_id ), 20, 1 );
		}
		add_action( 'woocommerce_refund_deleted', static fn ( mixed $refund_id, mixed $order_id ) => $changed( (int) $order_id ), 20, 2 );
		add_action( 'woocommerce_update_order_refund', static fn ( mixed $id, mixed $refund = null ) => self::parent_of( $refund, $changed ), 20, 2 );
		// The newer storage deletes a refund without a word; this filter stands before the deletion, so the order is read later.
		add_filter(
			'woocommerce_pre_delete_order_refund',
			static function ( mixed $check, mixed $refund ) use ( $changed ): mixed {
				self::parent_of( $refund, $changed );

				return $check;
			},
			20,
			2
		);
		foreach ( [ 'deleted_post', 'trashed_post', 'untrashed_post' ] as $hook ) {
			add_action( $hook, static fn ( mixed $id, mixed $post = null ) => self::post( (int) $id, $post, $changed ), 20, 2 );
		}
	}

	/** @param Closure(int): void $changed */
	private static function parent_of( mixed $refund, Closure $changed ): void {
		if ( $refund instanceof WC_Order_Refund || ( $refund instanceof WC_Abstract_Order && $refund->get_parent_id() > 0 ) ) {
			$changed( $refund->get_parent_id() );
		}
	}

	/** @param Closure(int): void $changed */
	private static function post( int $id, mixed $post, Closure $changed ): void {
		$post = $post instanceof WP_Post ? $post : get_post( $id );
		if ( $post instanceof WP_Post && $post->post_type === 'shop_order' ) {
			$changed( $id );
		}
		if ( $post instanceof WP_Post && $post->post_type === 'shop_order_refund' ) {
			$changed( $post->post_parent );
		}
	}
}
