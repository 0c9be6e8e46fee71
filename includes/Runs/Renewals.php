<?php
declare( strict_types=1 );

namespace Amicable\Runs;

use Amicable\Customers\Keyring;
use Amicable\Licensing\Subscription;
use Amicable\Licensing\SubscriptionManager;
use Amicable\Storage\OrderFacts;

/** What would charge a customer again. Systems are asked at this moment; cancelling is all that they can do, so ending only the renewal is left to a person. */
final class Renewals {

	/** @param list<SubscriptionManager> $managers */
	public function __construct(
		private readonly array $managers,
		private readonly OrderFacts $orders,
		private readonly Keyring $keyring,
	) {
	}

	/** @return list<Subscription> */
	public function of( int $customer_id ): array {
		$orders = $this->orders->refs_of( $customer_id );
		$keys   = $this->keyring->of( $customer_id );
		$found  = array_merge( [], ...array_map( static fn ( SubscriptionManager $manager ): array => $manager->subscriptions_of( $orders, $keys ), $this->managers ) );

		return array_values( array_filter( $found, static fn ( Subscription $subscription ): bool => $subscription->charging ) );
	}

	/** Whether this one would still charge, by its own system. */
	public function goes_on( string $system, string $id ): bool {
		foreach ( $this->managers as $manager ) {
			if ( $manager->id() === $system ) {
				return $manager->subscription( $id )?->charging === true;
			}
		}

		return false;
	}
}
