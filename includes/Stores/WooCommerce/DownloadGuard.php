<?php
declare( strict_types=1 );

namespace Amicable\Stores\WooCommerce;

use Amicable\Checkout\FileGuard;
use Amicable\Hookable;

/**
 * Asked by WooCommerce before a file is handed out, listed in an account or linked in a mail, for orders and subscriptions alike. Last in the row, since
 * others say yes here for their mails. The buyer reads WooCommerce's own neutral sentence.
 */
final class DownloadGuard implements Hookable {

	public function __construct( private readonly FileGuard $guard ) {
	}

	public function register(): void {
		add_filter( 'woocommerce_order_is_download_permitted', $this->permit( ... ), 999, 2 );
	}

	private function permit( mixed $permitted, mixed $holder = null ): mixed {
		$order = Holder::order( $holder );
		if ( (bool) $permitted ) {
			return $this->guard->keeps_closed( $order ) ? false : $permitted;
		}

		return $this->guard->opens( $order ) && ! $this->guard->keeps_closed( $order ) ? true : $permitted;
	}
}
