<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\WooCommerce;

use Amicable\Licensing\SubscriptionManager;
use Amicable\Licensing\WooCommerceSubscriptions\WooCommerceSubscriptions;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Outcome;
use Amicable\Tests\Contract\SubscriptionManagerContract;
use Amicable\Tests\RealStores\Support\MakesOrders;
use Amicable\Tests\RealStores\Support\MakesSubscriptions;

/** The real WooCommerce Subscriptions. */
final class WooCommerceSubscriptionsTest extends SubscriptionManagerContract {

	use MakesOrders;
	use MakesSubscriptions;

	protected function manager(): SubscriptionManager {
		global $wpdb;

		return WooCommerceSubscriptions::create( $wpdb );
	}

	protected function a_subscription( array $spec = [] ): string {
		$order = $this->an_order(
			[
				'total'   => 900,
				'email'   => $spec['email'] ?? 'subscriber@example.com',
				'user_id' => $spec['user_id'] ?? 0,
				'gateway' => $spec['gateway'] ?? 'ok',
			]
		);

		return (string) $this->a_subscription_for( $order, $spec['gateway'] ?? 'ok' );
	}

	protected function order_of( string $subscription_id ): OrderRef {
		return new OrderRef( 'woocommerce', (int) wcs_get_subscription( (int) $subscription_id )->get_parent_id() );
	}

	protected function a_renewal_being_charged( string $subscription_id ): void {
		$order = wcs_create_renewal_order( wcs_get_subscription( (int) $subscription_id ) );
		self::assertSame( 'pending', $order->get_status() );
	}

	protected function delete_subscription( string $subscription_id ): void {
		wcs_get_subscription( (int) $subscription_id )->delete( true );
	}

	public function test_no_charge_stays_in_the_schedule(): void {
		$id = $this->a_subscription();
		self::assertNotFalse( as_next_scheduled_action( 'woocommerce_scheduled_subscription_payment', [ 'subscription_id' => (int) $id ] ), 'The test must be able to fail.' );

		$this->manager()->cancel( $id );

		self::assertFalse( as_next_scheduled_action( 'woocommerce_scheduled_subscription_payment', [ 'subscription_id' => (int) $id ] ) );
	}

	public function test_on_a_copy_of_the_site_the_gateway_is_not_told(): void {
		$id = $this->a_subscription();
		add_filter( 'woocommerce_subscriptions_is_duplicate_site', '__return_true', 20 );

		self::assertSame( Outcome::Unknown, $this->manager()->cancel( $id )->outcome );
	}

	public function test_a_gateway_that_is_gone_was_not_told(): void {
		global $wpdb;
		$id = $this->a_subscription();
		$wpdb->update( $wpdb->prefix . 'wc_orders', [ 'payment_method' => 'gone' ], [ 'id' => (int) $id ] );
		update_post_meta( (int) $id, '_payment_method', 'gone' );

		self::assertSame( Outcome::Unknown, $this->manager()->cancel( $id )->outcome );
	}
}
