<?php
declare( strict_types=1 );

namespace Amicable\Stores\WooCommerce;

use Amicable\ErrorLog;
use Amicable\Hookable;
use Amicable\Stores\ChargeFinder;
use Amicable\Stores\Providers\FailedRefund;
use Closure;
use Throwable;
use WC_Order;

/**
 * Hears from Stripe's and WooPayments' plugins that a refund failed after all. They delete their latest record themselves; any other one
 * stands in the books as paid by the gateway, until it is taken back here. From then on nobody is known to have paid it.
 */
final class FailedRefunds implements Hookable {

	/** @param Closure(): ChargeFinder $shop */
	public function __construct(
		private readonly LostPayouts $lost,
		private readonly Closure $shop,
	) {
	}

	public function register(): void {
		add_action( 'wc_stripe_webhook_received', fn ( mixed $type, mixed $event = null, mixed $order = null ) => $this->hear( $event, $order ), 10, 3 );
		add_action( 'woocommerce_payments_before_webhook_delivery', fn ( mixed $type, mixed $event = null ) => $this->hear( $event, null ), 10, 2 );
	}

	/** The plugin's webhook goes on whatever becomes of ours: it has work of its own with this message, which must not be done twice. */
	private function hear( mixed $event, mixed $order ): void {
		try {
			$plain  = json_decode( (string) wp_json_encode( $event ), true );
			$failed = is_array( $plain ) ? FailedRefund::read( $plain ) : null;
			$order  = $failed === null ? null : $this->order( $failed, $order );
			if ( $failed !== null && $order !== null ) {
				$this->lost->take_back( $order, $failed->id );
			}
		} catch ( Throwable $thrown ) {
			ErrorLog::broken( 'could not keep that a refund failed', $thrown ); // A payout that nobody wrote down as failed has to be heard of.
		}
	}

	private function order( FailedRefund $failed, mixed $order ): ?WC_Order {
		if ( ! $order instanceof WC_Order ) {
			$id    = $failed->charge === '' ? null : ( $this->shop )()->order_of_charge( $failed->charge );
			$order = $id === null ? null : wc_get_order( $id );
		}

		return $order instanceof WC_Order ? $order : null;
	}
}
