<?php
declare( strict_types=1 );

namespace Amicable\Offboarding;

use Amicable\Licensing\Activation;
use Amicable\Licensing\License;
use Amicable\Licensing\Subscription;
use Amicable\Stores\Order;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Refund;
use DateTimeImmutable;

/** A hash over all that matters about a plan: what it would do, and the state of everything it would do it to. Words and languages do not. */
final class Fingerprint {

	/** @param list<PlanItem> $items */
	public function of( Kind $kind, Scope $scope, Facts $facts, array $items ): string {
		$all = [
			$kind->value,
			$scope->to_value(),
			$facts->customer_id,
			array_map( $this->item( ... ), $items ),
			$this->sorted( array_map( $this->order( ... ), $facts->orders ) ),
			$this->sorted( array_map( $this->subscription( ... ), $facts->subscriptions ) ),
			$this->sorted( array_map( $this->license( ... ), $facts->licenses ) ),
		];

		return hash( 'sha256', json_encode( $all, JSON_THROW_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE ) );
	}

	/** @return list<mixed> */
	private function item( PlanItem $item ): array {
		return [ $item->key(), $item->will, $item->why?->value, $item->method?->value, $item->amount?->to_array() ];
	}

	/** @return list<mixed> */
	private function order( Order $order ): array {
		$refunds = array_map( static fn ( Refund $refund ): int => $refund->id, $order->refunds );
		sort( $refunds );

		return [ $order->ref->key(), $order->status, $order->paid, $order->total->to_array(), $order->refunded->to_array(), $order->gateway, $order->dispute, $order->test_mode, $refunds ];
	}

	/** @return list<mixed> */
	private function subscription( Subscription $subscription ): array {
		return [ $subscription->system, $subscription->id, $subscription->status, $subscription->charging, $subscription->opens, $subscription->amount->to_array(), $this->moment( $subscription->next_payment_at ) ];
	}

	/** @return list<mixed> */
	private function license( License $license ): array {
		$sites = array_map( static fn ( Activation $activation ): string => $activation->id, $license->activations );
		sort( $sites );

		return [ $license->system, $license->id, $license->status, $this->moment( $license->expires_at ), array_map( static fn ( OrderRef $ref ): string => $ref->key(), $license->orders ), $sites ];
	}

	private function moment( ?DateTimeImmutable $at ): ?int {
		return $at?->getTimestamp();
	}

	/**
	 * @param list<list<mixed>> $rows
	 * @return list<list<mixed>>
	 */
	private function sorted( array $rows ): array {
		usort( $rows, static fn ( array $a, array $b ): int => strcmp( (string) json_encode( $a ), (string) json_encode( $b ) ) );

		return $rows;
	}
}
