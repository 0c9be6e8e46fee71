<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Licensing\Activation;
use Amicable\Licensing\License;
use Amicable\Licensing\LicenseManager;
use Amicable\Licensing\Subscription;
use Amicable\Licensing\SubscriptionManager;
use Amicable\Stores\Keys;
use Amicable\Stores\OrderRef;

/** Licenses and subscriptions of a customer, read from their systems at this moment. */
final class AccessShape {

	/**
	 * @param list<LicenseManager>      $license_managers
	 * @param list<SubscriptionManager> $subscription_managers
	 */
	public function __construct(
		private readonly array $license_managers,
		private readonly array $subscription_managers,
	) {
	}

	/**
	 * @param list<OrderRef> $orders
	 * @return list<array<string, mixed>>
	 */
	public function licenses( array $orders, Keys $keys ): array {
		$found = array_map( static fn ( LicenseManager $manager ): array => $manager->licenses_of( $orders, $keys ), $this->license_managers );

		return array_map(
			static fn ( License $license ): array => [
				'system'     => $license->system,
				'id'         => $license->id,
				'masked'     => $license->masked,
				'product'    => $license->product,
				'orders'     => array_map( static fn ( OrderRef $ref ): array => $ref->to_array(), $license->orders ),
				'status'     => $license->status,
				'expires_at' => Shape::time( $license->expires_at ),
				'lifetime'   => $license->lifetime,
				'sites'      => array_map( static fn ( Activation $activation ): string => $activation->site, $license->activations ),
			],
			array_merge( [], ...$found )
		);
	}

	/**
	 * @param list<OrderRef> $orders
	 * @return list<array<string, mixed>>
	 */
	public function subscriptions( array $orders, Keys $keys, bool $sees_money ): array {
		$found = array_map( static fn ( SubscriptionManager $manager ): array => $manager->subscriptions_of( $orders, $keys ), $this->subscription_managers );

		return array_map(
			static fn ( Subscription $subscription ): array => [
				'system'          => $subscription->system,
				'id'              => $subscription->id,
				'label'           => $subscription->label,
				'orders'          => array_map( static fn ( OrderRef $ref ): array => $ref->to_array(), $subscription->orders ),
				'status'          => $subscription->status,
				'charging'        => $subscription->charging,
				'next_payment_at' => Shape::time( $subscription->next_payment_at ),
				'ends_at'         => Shape::time( $subscription->ends_at ),
			] + ( $sees_money ? [ 'amount' => $subscription->amount->to_array() ] : [] ),
			array_merge( [], ...$found )
		);
	}
}
