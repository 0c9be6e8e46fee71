<?php
declare( strict_types=1 );

namespace Amicable\Licensing;

use Amicable\Stores\Keys;
use Amicable\Stores\Obligation;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Result;

/** A system that charges again. Cancelled at the gateway first, then here, then read again. Every adapter passes SubscriptionManagerContract. */
interface SubscriptionManager {

	/** 'woocommerce_subscriptions', 'edd_recurring', 'sample', … */
	public function id(): string;

	public function label(): string;

	/**
	 * @param list<OrderRef> $orders
	 * @return list<Subscription>
	 */
	public function subscriptions_of( array $orders, Keys $keys ): array;

	public function subscription( string $id ): ?Subscription;

	/** Cancels at once. `Waiting` while a renewal is being charged. `Unknown` when only the shop's side is known to have ended. */
	public function cancel( string $id ): Result;

	/**
	 * @param list<OrderRef> $orders
	 * @return list<Obligation> Checks 5, 6 and 12.
	 */
	public function obligations( array $orders, Keys $keys ): array;
}
