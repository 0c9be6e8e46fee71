<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\Support;

use Amicable\Plugin;
use EDD_Recurring;
use EDD_Subscription;
use EDD_Subscriptions_DB;
use PHPUnit\Framework\Attributes\After;
use ReflectionProperty;

/** Subscriptions of the stand-in for EDD Recurring, on orders of the real Easy Digital Downloads. */
trait MakesEddSubscriptions {

	/** Its hooks and its table go with the test. */
	protected function start_recurring(): void {
		require_once __DIR__ . '/edd-recurring.php';
		$GLOBALS['edd_recurring_fixture'] = new EDD_Recurring();
		( new EDD_Subscriptions_DB() )->create_table();
		$this->look_again();
	}

	/** Which systems there are is found out once a request; here, once a test. */
	#[After]
	protected function look_again(): void {
		( new ReflectionProperty( Plugin::class, 'graphs' ) )->setValue( Plugin::instance(), [] );
	}

	/** @param array<string, int|string> $fields */
	protected function an_edd_subscription_for( int $order_id, array $fields = [] ): string {
		$order        = edd_get_order( $order_id );
		$subscription = ( new EDD_Subscription() )->create(
			[
				'customer_id'       => $order->customer_id,
				'period'            => 'year',
				'initial_amount'    => '49.00',
				'recurring_amount'  => '49.000000000',
				'parent_payment_id' => $order_id,
				'product_id'        => $order->items[0]->product_id,
				'created'           => current_time( 'mysql' ),
				'expiration'        => gmdate( 'Y-m-d 23:59:59', time() + 30 * DAY_IN_SECONDS ),
				'status'            => 'active',
				'profile_id'        => "sub_$order_id",
				...$fields,
			]
		);

		return (string) $subscription->id;
	}

	/** As the plugin adds one when a gateway reports a charge. */
	protected function an_edd_renewal( string $subscription_id, string $status = 'edd_subscription' ): int {
		$subscription = new EDD_Subscription( (int) $subscription_id );
		$parent       = edd_get_order( (int) $subscription->parent_payment_id );
		$order        = edd_add_order(
			[
				'parent'       => $parent->id,
				'status'       => $status,
				'type'         => 'sale',
				'user_id'      => $parent->user_id,
				'customer_id'  => $parent->customer_id,
				'email'        => $parent->email,
				'gateway'      => $parent->gateway,
				'mode'         => 'live',
				'currency'     => 'USD',
				'payment_key'  => $parent->payment_key,
				'subtotal'     => 49.00,
				'total'        => 49.00,
				'date_created' => gmdate( 'Y-m-d H:i:s' ),
			]
		);
		self::assertIsInt( $order );
		edd_add_order_meta( $order, 'subscription_id', $subscription_id );

		return $order;
	}
}
