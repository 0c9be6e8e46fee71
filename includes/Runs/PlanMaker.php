<?php
declare( strict_types=1 );

namespace Amicable\Runs;

use Amicable\AmicableException;
use Amicable\Customers\Identity;
use Amicable\Customers\Keyring;
use Amicable\Licensing\LicenseManager;
use Amicable\Licensing\SubscriptionManager;
use Amicable\Offboarding\Facts;
use Amicable\Offboarding\Kind;
use Amicable\Offboarding\Plan;
use Amicable\Offboarding\Planner;
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

	/**
	 * @param list<LicenseManager>      $licenses
	 * @param list<SubscriptionManager> $subscriptions
	 */
	public function __construct(
		private readonly Stores $stores,
		private readonly array $licenses,
		private readonly array $subscriptions,
		private readonly Identity $identity,
		private readonly Keyring $keyring,
		private readonly Customers $customers,
		private readonly OrderFacts $facts,
		private readonly Disputes $disputes,
		private readonly Blocks $blocks,
		private readonly Claims $claims,
		private readonly Planner $planner,
	) {
	}

	/** @throws AmicableException When there is no such customer, or the scope does not fit. */
	public function make( int $customer_id, Kind $kind, Scope $scope, ?int $for_run = null ): Plan {
		$customer_id = $this->identity->current( $customer_id );
		if ( $this->customers->row( $customer_id ) === null ) {
			throw new AmicableException( 'amicable_customer_missing', __( 'There is no such customer.', 'amicable' ), 404 );
		}
		self::check( $kind, $scope );

		return $this->planner->plan( $kind, $scope, $this->gather( $customer_id, $scope, $for_run ) );
	}

	/** @throws AmicableException 400 */
	private static function check( Kind $kind, Scope $scope ): void {
		$sentence = match ( true ) {
			! $kind->fits( $scope )         => __( 'This kind of run does not go with this scope.', 'amicable' ),
			$kind === Kind::Finish          => __( 'Finishing loose ends comes with a later version.', 'amicable' ),
			$scope->name === Scope::RUNNING => __( 'Parting ways over what is running only comes with a later version. Choose the whole relation.', 'amicable' ),
			default                         => null,
		};
		if ( $sentence !== null ) {
			throw new AmicableException( 'amicable_scope', $sentence, 400, [ 'scope' => $sentence ] );
		}
	}

	private function gather( int $customer_id, Scope $scope, ?int $for_run ): Facts {
		$own  = $this->keyring->of( $customer_id );
		$refs = $scope->name === Scope::ALL ? $this->all_refs( $customer_id, $own ) : $scope->orders;
		// What hangs on the customer, not on a chosen order, belongs to the whole relation only.
		$keys   = $scope->name === Scope::ALL ? $own : new Keys( [], [] );
		$orders = $scope->name === Scope::ALL ? $this->read( $refs ) : $this->chosen( $customer_id, $refs, $own );
		$found  = array_map( static fn ( Order $order ): OrderRef => $order->ref, $orders );

		return new Facts(
			$customer_id,
			$orders,
			array_merge( [], ...array_map( static fn ( SubscriptionManager $manager ): array => $manager->subscriptions_of( $found, $keys ), $this->subscriptions ) ),
			array_merge( [], ...array_map( static fn ( LicenseManager $manager ): array => $manager->licenses_of( $found, $keys ), $this->licenses ) ),
			array_merge( [], ...array_map( static fn ( Store $store ): array => $store->downloads( self::ids( $found, $store ), $keys ), $this->stores->all() ) ),
			array_values( array_filter( $refs, fn ( OrderRef $ref ): bool => ! $this->stores->has( $ref->store ) ) ),
			$this->disputes->of_all( $found ),
			$this->claimed( $found, $for_run ),
			$this->mails( $found ),
			$this->blocks->is_blocked( $customer_id ),
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
	 */
	private function read( array $refs ): array {
		$orders = array_map( fn ( OrderRef $ref ): ?Order => $this->stores->has( $ref->store ) ? $this->stores->order( $ref ) : null, $refs );

		return array_values( array_filter( $orders ) );
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
	 * @return array<string, int>
	 */
	private function claimed( array $refs, ?int $for_run ): array {
		$claims  = array_map( static fn ( OrderRef $ref ): string => Claims::of_order( $ref->key() ), $refs );
		$holders = array_filter( $this->claims->holders( $claims ), static fn ( int $run_id ): bool => $run_id !== $for_run );

		return array_combine( array_map( static fn ( string $claim ): string => substr( $claim, strlen( 'order:' ) ), array_keys( $holders ) ), array_values( $holders ) );
	}

	/**
	 * @param list<OrderRef> $refs
	 * @return list<string>
	 */
	private function mails( array $refs ): array {
		$stores = array_filter( $this->stores->all(), static fn ( Store $store ): bool => self::ids( $refs, $store ) !== [] );

		return array_values( array_unique( array_merge( [], ...array_map( static fn ( Store $store ): array => $store->mails_on_refund(), array_values( $stores ) ) ) ) );
	}

	/**
	 * @param list<OrderRef> $refs
	 * @return list<int>
	 */
	private static function ids( array $refs, Store $store ): array {
		return array_values( array_map( static fn ( OrderRef $ref ): int => $ref->id, array_filter( $refs, static fn ( OrderRef $ref ): bool => $ref->store === $store->id() ) ) );
	}
}
