<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\Support;

use Amicable\Stores\WooCommerce\Precision;
use WC_Subscription;

/** Subscriptions of the real WooCommerce Subscriptions. */
trait MakesSubscriptions {

	protected function a_subscription_for( int $order_id, string $gateway = 'ok' ): int {
		return Precision::of(
			2,
			function () use ( $order_id, $gateway ): int {
				$order        = $this->wc_order( $order_id );
				$subscription = new WC_Subscription();
				$subscription->set_status( 'pending' );
				$subscription->set_customer_id( $order->get_customer_id() );
				$subscription->set_billing_email( $order->get_billing_email() );
				$subscription->set_currency( $order->get_currency() );
				$subscription->set_billing_period( 'month' );
				$subscription->set_billing_interval( 1 );
				$subscription->set_date_created( time() - HOUR_IN_SECONDS );
				$subscription->set_start_date( gmdate( 'Y-m-d H:i:s', time() - HOUR_IN_SECONDS ) );
				$subscription->set_parent_id( $order_id );
				$subscription->save();
				$subscription->add_item( $this->item( '9.00', '0' ) );
				$subscription->set_payment_method( FakeGateway::id_of( $gateway ) );
				$subscription->set_requires_manual_renewal( false );
				$subscription->set_total( '9.00' );
				$subscription->update_dates( [ 'next_payment' => gmdate( 'Y-m-d H:i:s', time() + 30 * DAY_IN_SECONDS ) ] );
				$subscription->save();
				$subscription->update_status( 'active' );

				return $subscription->get_id();
			}
		);
	}
}
