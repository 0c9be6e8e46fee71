<?php
declare( strict_types=1 );

namespace Amicable\Stores\WooCommerce;

use Amicable\Stores\OrderRef;
use WC_Order;
use WC_Subscription;

/** What a permission hangs on: an order, or a subscription with the order that speaks for it. */
final class Holder {

	/** Of a subscription, the last one that was paid. */
	public static function order( mixed $holder ): ?OrderRef {
		if ( $holder instanceof WC_Subscription ) {
			$holder = $holder->get_last_order( 'all', [ 'parent', 'renewal' ], [ 'pending', 'failed', 'cancelled' ] );
		}

		return $holder instanceof WC_Order && $holder->get_type() === 'shop_order' ? new OrderRef( WooCommerceStore::ID, $holder->get_id() ) : null;
	}
}
