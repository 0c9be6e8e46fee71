<?php
declare( strict_types=1 );

namespace Amicable\Tests\Contract\Sample;

use Amicable\Licensing\SubscriptionManager;
use Amicable\Stores\OrderRef;
use Amicable\Tests\Contract\SubscriptionManagerContract;

final class SampleSubscriptionsTest extends SubscriptionManagerContract {

	use PracticeGraph;

	protected function manager(): SubscriptionManager {
		return $this->practice()->sample()->subscriptions;
	}

	protected function a_subscription( array $spec = [] ): string {
		$order = $this->a_sample_order(
			[
				'email'   => $spec['email'] ?? 'subscriber@example.com',
				'user_id' => $spec['user_id'] ?? 0,
				'gateway' => ( $spec['gateway'] ?? 'ok' ) === 'breaks' ? 'toy_timeout' : 'toy',
			]
		);

		return (string) $this->practice()->sample()->access->add_subscription(
			[
				'order_id'        => $order,
				'label'           => 'Harborline Forms, yearly',
				'status'          => 'active',
				'currency'        => 'USD',
				'amount'          => 4900,
				'next_payment_at' => '2099-01-01 00:00:00',
			]
		);
	}

	protected function order_of( string $subscription_id ): OrderRef {
		return new OrderRef( 'sample', (int) ( $this->practice()->sample()->access->subscription( (int) $subscription_id )['order_id'] ?? 0 ) );
	}

	protected function a_renewal_being_charged( string $subscription_id ): void {
		$this->a_sample_order(
			[
				'state'     => 'unpaid',
				'parent_id' => $this->order_of( $subscription_id )->id,
			]
		);
	}

	protected function delete_subscription( string $subscription_id ): void {
		$this->practice()->sample()->access->delete_subscription( (int) $subscription_id );
	}
}
