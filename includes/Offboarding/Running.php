<?php
declare( strict_types=1 );

namespace Amicable\Offboarding;

use Amicable\Licensing\License;
use Amicable\Licensing\Subscription;
use Amicable\Stores\Order;
use Amicable\Stores\OrderRef;
use DateTimeImmutable;

/** Which orders still run: somebody paid for a time that has not ended, or bought so lately that they may give it back anyway. */
final class Running {

	/**
	 * @param list<Order>        $orders
	 * @param array<string, int> $windows Store => days in which an order may be given back.
	 */
	public function __construct(
		private readonly array $orders,
		private readonly array $windows,
		private readonly DateTimeImmutable $now,
	) {
	}

	/**
	 * @param list<License>      $licenses
	 * @param list<Subscription> $subscriptions
	 * @return list<Order>
	 */
	public function of( array $licenses, array $subscriptions ): array {
		$keys = [];
		foreach ( $licenses as $license ) {
			$keys = [ ...$keys, ...$this->of_license( $license ) ];
		}
		foreach ( $subscriptions as $subscription ) {
			$keys = [ ...$keys, ...( $this->still_runs( $subscription ) ? $this->last_paid( $subscription->orders ) : [] ) ];
		}

		return array_values( array_filter( $this->orders, fn ( Order $order ): bool => in_array( $order->ref->key(), $keys, true ) || $this->is_in_window( $order ) ) );
	}

	/** @return list<string> */
	private function of_license( License $license ): array {
		if ( ! $license->is_usable() || ( ! $license->lifetime && $license->expires_at !== null && $license->expires_at <= $this->now ) ) {
			return [];
		}

		// A term that never ends was paid for by every order.
		return $license->lifetime ? array_map( static fn ( OrderRef $ref ): string => $ref->key(), $license->orders ) : $this->last_paid( $license->orders );
	}

	private function still_runs( Subscription $subscription ): bool {
		return $subscription->charging || ( $subscription->ends_at !== null && $subscription->ends_at > $this->now );
	}

	/**
	 * @param list<OrderRef> $refs
	 * @return list<string>
	 */
	private function last_paid( array $refs ): array {
		$keys = array_map( static fn ( OrderRef $ref ): string => $ref->key(), $refs );
		$paid = array_values( array_filter( $this->orders, static fn ( Order $order ): bool => $order->paid && in_array( $order->ref->key(), $keys, true ) ) );
		usort( $paid, static fn ( Order $a, Order $b ): int => [ $a->paid_at ?? $a->created_at, $a->ref->id ] <=> [ $b->paid_at ?? $b->created_at, $b->ref->id ] );
		$last = end( $paid );

		return $last === false ? [] : [ $last->ref->key() ];
	}

	private function is_in_window( Order $order ): bool {
		$days = $this->windows[ $order->ref->store ] ?? 0;

		return $order->paid && $days > 0 && ( $order->paid_at ?? $order->created_at ) > $this->now->modify( "-$days days" );
	}
}
