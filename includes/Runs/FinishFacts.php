<?php
declare( strict_types=1 );

namespace Amicable\Runs;

use Amicable\AmicableException;
use Amicable\Customers\Identity;
use Amicable\Offboarding\Facts;
use Amicable\Offboarding\LooseEnd;
use Amicable\Offboarding\Scope;
use Amicable\Storage\Claims;
use Amicable\Storage\Disputes;
use Amicable\Storage\LooseEnds;
use Amicable\Stores\Order;
use Amicable\Stores\OrderRef;

/** What a plan is made from that finishes loose ends: exactly the chosen things, looked up again, and the orders that they hang on. */
final class FinishFacts {

	public function __construct(
		private readonly LooseEnds $rows,
		private readonly LooseEndFinder $finder,
		private readonly Sources $sources,
		private readonly Disputes $disputes,
		private readonly Claims $claims,
		private readonly Identity $identity,
	) {
	}

	/** @throws AmicableException When one is not known, or is somebody else's. */
	public function of( int $customer_id, Scope $scope, ?int $for_run ): Facts {
		$rows = $this->chosen( $customer_id, $scope->loose_ends );
		$refs = array_map( static fn ( array $row ): OrderRef => new OrderRef( (string) $row['store'], (int) $row['order_id'] ), $rows );
		$keys = array_map( static fn ( array $row ): string => LooseEnd::key_of( (int) $row['check_no'], (string) $row['ref'] ), $rows );

		[ $found, $all ] = $this->finder->look( LooseEndFinder::each_once( $refs ) );
		$ends   = array_values( array_filter( $found, static fn ( LooseEnd $end ): bool => in_array( $end->key(), $keys, true ) ) );
		$things = $all->only( array_map( static fn ( LooseEnd $end ): string => $end->ref, $ends ) );
		$hang   = LooseEndFinder::each_once( [ ...array_map( static fn ( LooseEnd $end ): OrderRef => $end->order, $ends ), ...$things->orders() ] );
		$orders = array_values( $this->sources->orders( $hang ) );
		$read   = array_map( static fn ( Order $order ): OrderRef => $order->ref, $orders );

		return new Facts(
			$customer_id,
			$orders,
			$things->subscriptions,
			$things->licenses,
			$things->downloads,
			[],
			$this->disputes->of_all( $read ),
			$this->claims->on_orders( $read, $for_run ),
			ends: $ends,
		);
	}

	/**
	 * @param list<int> $ids
	 * @return list<array<string, string|null>>
	 */
	private function chosen( int $customer_id, array $ids ): array {
		$rows   = $this->rows->find_all( $ids );
		$theirs = array_filter( $rows, fn ( array $row ): bool => $this->identity->current( (int) $row['customer_id'] ) === $customer_id );
		if ( count( $theirs ) !== count( $ids ) ) {
			$sentence = __( 'At least one of these loose ends is not known, or belongs to another customer.', 'amicable' );
			throw new AmicableException( 'amicable_loose_end_missing', $sentence, 404, [ 'scope.loose_ends' => $sentence ] );
		}

		return array_values( array_filter( $rows, static fn ( array $row ): bool => $row['state'] !== LooseEnds::LEFT ) );
	}
}
