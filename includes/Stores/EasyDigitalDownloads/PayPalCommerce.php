<?php
declare( strict_types=1 );

namespace Amicable\Stores\EasyDigitalDownloads;

use Amicable\Stores\Providers\Wire;
use EDD\Gateways\PayPal\API;
use EDD\Gateways\PayPal\Exceptions\Authentication_Exception;
use EDD\Orders\Order;
use Throwable;

/** EDD takes a refund that PayPal only promises (pending) for a failure, and says so by the same exception; the wire tells them apart. */
final class PayPalCommerce implements Gateway {

	/** What PayPal calls a refund that did not reach anybody. */
	private const UNDONE = [ 'FAILED', 'CANCELLED' ];

	private ?Wire $wire = null;

	public function is_ready( OrderRecord $record ): bool {
		if ( ! function_exists( 'EDD\Gateways\PayPal\refund_transaction' ) ) {
			return false;
		}
		try {
			$this->api( $record );
		} catch ( Authentication_Exception ) {
			return false;
		}

		return true;
	}

	public function pay( Order $order, Order $refund, string $key ): void {
		$this->wire = new Wire( $key );
		$this->wire->around( static fn () => \EDD\Gateways\PayPal\refund_transaction( $order, $refund ) );
	}

	public function was_refused( Throwable $thrown ): bool {
		return $this->wire !== null && ( $this->wire->was_refused() || ! $this->wire->was_asked() );
	}

	public function took_back( OrderRecord $order, string $payout ): bool {
		$answer = $this->api( $order )->make_request( 'v2/payments/refunds/' . rawurlencode( $payout ), [], [], 'GET' );

		return is_object( $answer ) && in_array( $answer->status ?? null, self::UNDONE, true );
	}

	/** @throws Authentication_Exception When it is not set up. */
	private function api( OrderRecord $order ): API {
		return new API( $order->text( 'mode' ) === 'live' ? API::MODE_LIVE : API::MODE_SANDBOX );
	}
}
