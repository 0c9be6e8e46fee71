<?php
declare( strict_types=1 );

namespace Amicable\Runs;

use Amicable\AmicableException;
use Amicable\Clock;
use Amicable\Customers\Identity;
use Amicable\Customers\Keyring;
use Amicable\Offboarding\Facts;
use Amicable\Offboarding\Kind;
use Amicable\Offboarding\Plan;
use Amicable\Offboarding\Planner;
use Amicable\Offboarding\Running;
use Amicable\Offboarding\Scope;
use Amicable\Storage\Blocks;
use Amicable\Storage\Claims;
use Amicable\Storage\Customers;
use Amicable\Storage\Disputes;
use Amicable\Storage\OrderFacts;
use Amicable\Stores\Keys;
use Amicable\Stores\Order;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Store;
use Amicable\Stores\Stores;

/** Reads everything a plan is made from, fresh, and has it planned. */
final class PlanMaker {

	public function __construct(
		private readonly Stores $stores,
		private readonly Sources $sources,
		private readonly FinishFacts $finish,
		private readonly RefundWindows $windows,
		private readonly Identity $identity,
		private readonly Keyring $keyring,
		private readonly Customers $customers,
		private readonly OrderFacts $facts,
		private readonly Disputes $disputes,
		private readonly Blocks $blocks,
		private readonly Claims $claims,
		private readonly Planner $planner,
		private readonly Clock $clock,
	) {
	}

	/** @throws AmicableException When there is no such customer, or the scope does not fit. */
	public function make( int $customer_id, Kind $kind, Scope $scope, ?int $for_run = null ): Plan {
		$customer_id = $this->identity->current( $customer_id );
		if ( $this->customers->row( $customer_id ) === null ) {
			throw new AmicableException( 'amicable_customer_missing', __( 'There is no such customer.', 'amicable' ), 404 );
		}
		self::check( $kind, $scope );

		return $this->planner->plan( $kind, $scope, $scope->name === Scope::LOOSE_ENDS ? $this->finish->of( $customer_id, $scope, $for_run ) : $this->gather( $customer_id, $scope, $for_run ) );
	}

	/** @throws AmicableException 400 */
	private static function check( Kind $kind, Scope $scope ): void {
		if ( ! $kind->fits( $scope ) ) {
			$sentence = __( 'This kind of run does not go with this scope.', 'amicable' );
			throw new AmicableException( 'amicable_scope', $sentence, 400, [ 'scope' => $sentence ] );
		}
	}

	private function gather( int $customer_id, Scope $scope, ?int $for_run ): Facts {
		$own   = $this->keyring->of( $customer_id );
		$whole = $scope->name !== Scope::ORDERS;
		$refs  = $whole ? $this->all_refs( $customer_id, $own ) : $scope->orders;
		// What hangs on the customer, not on a chosen order, belongs to the whole relation only.
		$keys     = $whole ? $own : new Keys( [], [] );
		$orders   = $whole ? array_values( $this->sources->orders( $refs ) ) : $this->chosen( $customer_id, $refs, $own );
		$found    = array_map( static fn ( Order $order ): OrderRef => $order->ref, $orders );
		$holdings = $this->sources->holdings( $found, $keys );
		if ( $scope->name === Scope::RUNNING ) {
			$orders = ( new Running( $orders, $this->windows->days(), $this->clock->now() ) )->of( $holdings->licenses, $holdings->subscriptions );
			$found  = array_map( static fn ( Order $order ): OrderRef => $order->ref, $orders );
		}

		return new Facts(
			$customer_id,
			$orders,
			$holdings->subscriptions,
			$holdings->licenses,
			$holdings->downloads,
			array_values( array_filter( $refs, fn ( OrderRef $ref ): bool => ! $this->stores->has( $ref->store ) ) ),
			$this->disputes->of_all( $found ),
			$this->claims->on_orders( $found, $for_run ),
			$this->mails( $found ),
			$this->blocks->is_blocked( $customer_id ),
			year: (int) $this->clock->now()->format( 'Y' ),
			uncovered: $this->sources->uncovered( $found ),
		);
	}

	/** @return list<OrderRef> What the stores find by any name, and what we saw before under one that is gone. */
	private function all_refs( int $customer_id, Keys $keys ): array {
		$refs = [];
		foreach ( $this->stores->all() as $store ) {
			foreach ( $store->order_ids_of( $keys ) as $id ) {
				$refs[] = new OrderRef( $store->id(), $id );
			}
		}

		return Scope::orders( ...$refs, ...$this->facts->refs_of( $customer_id ) )->orders;
	}

	/**
	 * @param list<OrderRef> $refs
	 * @return list<Order>
	 * @throws AmicableException When one of them is gone, or belongs to somebody else.
	 */
	private function chosen( int $customer_id, array $refs, Keys $keys ): array {
		$orders = [];
		foreach ( $refs as $ref ) {
			$orders[] = $this->stores->order( $ref ) ?? throw $this->refused( $ref, __( 'This order does not exist in the shop any more.', 'amicable' ), 'amicable_order_missing', 409 );
			$owner    = $this->facts->customer_of( $ref );
			$theirs   = $owner === null ? in_array( $ref->id, $this->stores->get( $ref->store )->order_ids_of( $keys ), true ) : $this->identity->current( $owner ) === $customer_id;
			if ( ! $theirs ) {
				throw $this->refused( $ref, __( 'This order belongs to another customer.', 'amicable' ), 'amicable_not_theirs', 400 );
			}
		}

		return $orders;
	}

	private function refused( OrderRef $ref, string $sentence, string $code, int $status ): AmicableException {
		return new AmicableException( $code, $sentence, $status, [ 'scope.orders' => "{$ref->key()}: $sentence" ] );
	}

	/**
	 * @param list<OrderRef> $refs
	 * @return list<string>
	 */
	private function mails( array $refs ): array {
		$stores = array_filter( $this->stores->all(), static fn ( Store $store ): bool => Sources::ids( $refs, $store ) !== [] );

		return array_values( array_unique( array_merge( [], ...array_map( static fn ( Store $store ): array => $store->mails_on_refund(), array_values( $stores ) ) ) ) );
	}
}
