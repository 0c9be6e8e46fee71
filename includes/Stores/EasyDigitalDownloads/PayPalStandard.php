<?php
declare( strict_types=1 );

namespace Amicable\Stores\EasyDigitalDownloads;

use EDD\Orders\Order;
use Throwable;

/** Never throws, and says that it paid also when it did not: only its transaction counts. */
final class PayPalStandard implements Gateway {

	public function is_ready( OrderRecord $record ): bool {
		$mode = $record->text( 'mode' );

		return function_exists( 'edd_refund_paypal_purchase' )
			&& (string) edd_get_option( "paypal_{$mode}_api_username" ) !== ''
			&& (string) edd_get_option( "paypal_{$mode}_api_password" ) !== ''
			&& (string) edd_get_option( "paypal_{$mode}_api_signature" ) !== '';
	}

	public function pay( Order $order, Order $refund, string $key ): void {
		edd_refund_paypal_purchase( $order, $refund );
	}

	public function was_refused( Throwable $thrown ): bool {
		return false;
	}

	/** EDD brings no way to ask. */
	public function took_back( OrderRecord $order, string $payout ): bool {
		return false;
	}
}
