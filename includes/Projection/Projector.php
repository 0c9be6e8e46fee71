<?php
declare( strict_types=1 );

namespace Amicable\Projection;

use Amicable\Customers\Identity;
use Amicable\Ledger\Inputs;
use Amicable\Storage\Accounts;
use Amicable\Storage\AccountSums;
use Amicable\Storage\Customers;
use Amicable\Storage\Marks;
use Amicable\Storage\OrderFacts;
use Amicable\Storage\Sums\Scope;
use Amicable\Storage\Tiers;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Stores;
use Closure;

/** From facts to accounts to flags. Everything is recounted, nothing is ever added to what was there. */
final class Projector {

	/**
	 * @param Closure(list<int>, Inputs): void $flags  Judges customers' flags anew.
	 * @param bool                             $counts Whether customers are counted as they change; a rebuild counts them in any case.
	 */
	public function __construct(
		private readonly Stores $stores,
		private readonly Identity $identity,
		private readonly OrderFacts $orders,
		private readonly Customers $customers,
		private readonly AccountSums $sums,
		private readonly Accounts $accounts,
		private readonly Tiers $tiers,
		private readonly Marks $marks,
		private readonly CurrentInputs $inputs,
		private readonly Closure $flags,
		private readonly bool $counts,
	) {
	}

	/**
	 * Reads the order as its store has it now, whatever happened to it, and recounts whoever had it and whoever has it.
	 *
	 * @return list<int> Those customers.
	 */
	public function order_changed( OrderRef $ref ): array {
		$before = $this->orders->customer_of( $ref );
		$order  = $this->stores->order( $ref );
		if ( $order === null ) {
			$this->orders->forget( $ref );
		} else {
			$owner = $this->identity->for_order( $order );
			$this->orders->save( $order, $owner['customer_id'], $owner['key_id'] );
			if ( $before !== null && $before !== $owner['customer_id'] ) {
				$this->orders->take_disputes_along( $ref, $owner['customer_id'] );
			}
		}
		$customers = array_values( array_unique( array_filter( [ $before, $owner['customer_id'] ?? null ], 'is_int' ) ) );
		foreach ( $customers as $customer_id ) {
			$this->project( $customer_id );
		}

		return $customers;
	}

	/** Recounts the account, its lines and the flags of one customer. */
	public function project( int $customer_id ): void {
		$this->project_all( [ $customer_id ] );
	}

	/** @param list<int> $customer_ids */
	public function project_all( array $customer_ids ): void {
		$customer_ids = array_values( array_unique( $customer_ids ) );
		if ( $customer_ids === [] || ! $this->counts ) {
			return;
		}
		$scope = count( $customer_ids ) === 1 ? Scope::one( $customer_ids[0] ) : Scope::some( $customer_ids );
		$this->count( $scope );
		$this->send_after( $scope );
	}

	/**
	 * Recounts the next customers by id.
	 *
	 * @return int|null The last id that was done; null when there is nobody left.
	 */
	public function rebuild( int $after_id, int $limit ): ?int {
		$last = $this->customers->nth_after( $after_id, $limit );
		if ( $last === null ) {
			return null;
		}
		$this->count( Scope::range( $after_id + 1, $last ) );

		return $last;
	}

	/** Account first, then who has high value, then the flags that read both, then the marks that lists are filtered by. */
	private function count( Scope $scope ): void {
		$inputs = $this->inputs->read();
		$this->sums->count( $scope, $inputs );
		$this->tiers->set( $scope, $inputs );
		( $this->flags )( $this->accounts->to_judge( $scope, $inputs ), $inputs );
		$this->marks->set( $scope, $inputs );
	}

	/** Facts that were written for somebody while they were merged away go after them. */
	private function send_after( Scope $scope ): void {
		foreach ( $this->customers->tombstones( $scope ) as $id ) {
			if ( $this->orders->has_any( $id ) && $this->customers->moving( $id ) === 0 ) {
				$this->customers->start_moving( $id );
			}
		}
	}
}
