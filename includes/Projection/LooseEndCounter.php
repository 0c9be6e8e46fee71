<?php
declare( strict_types=1 );

namespace Amicable\Projection;

use Amicable\AmicableException;
use Amicable\ErrorLog;
use Amicable\Offboarding\LooseEnd;
use Amicable\Runs\LooseEndFinder;
use Amicable\Storage\Claims;
use Amicable\Storage\LooseEnds;
use Amicable\Stores\OrderRef;

/** Looks again at what the refunds of a customer left behind, and writes down what is so now. */
final class LooseEndCounter {

	private const AT_ONCE = 50;

	public function __construct(
		private readonly LooseEnds $rows,
		private readonly LooseEndFinder $finder,
		private readonly Claims $claims,
	) {
	}

	/** @param list<int> $customer_ids Of whom most have no refund, and cost one question together. */
	public function recount( array $customer_ids ): void {
		$this->all( $this->rows->concerned( array_values( array_unique( $customer_ids ) ) ) );
	}

	/** The same for everybody with an id in this range. */
	public function recount_between( int $from, int $to ): void {
		$this->all( $this->rows->concerned_between( $from, $to ) );
	}

	/** @param list<int> $customer_ids */
	private function all( array $customer_ids ): void {
		array_map( $this->some( ... ), array_chunk( $customer_ids, self::AT_ONCE ) );
	}

	/**
	 * Shops and license systems are asked once for the orders of all of them.
	 *
	 * @param non-empty-list<int> $customer_ids
	 */
	private function some( array $customer_ids ): void {
		$theirs = $this->rows->candidates( $customer_ids );
		$owners = array_merge( [], ...array_map( static fn ( int $id, array $refs ): array => array_fill_keys( array_map( static fn ( OrderRef $ref ): string => $ref->key(), $refs ), $id ), array_keys( $theirs ), $theirs ) );
		$refs   = array_merge( [], ...$theirs );
		$found  = array_fill_keys( $customer_ids, [] );
		$ends   = $this->ask( $refs );
		if ( $ends === null ) {
			array_map( fn ( int $id ) => $this->some( [ $id ] ), count( $customer_ids ) > 1 ? $customer_ids : [] );
			return;
		}
		foreach ( $ends as $end ) {
			$owner = $owners[ $end->order->key() ] ?? null;
			if ( $owner === null && count( $customer_ids ) > 1 ) {
				// It hangs on an order of somebody else: whose it is shows when they are asked about one by one.
				array_map( fn ( int $id ) => $this->some( [ $id ] ), $customer_ids );
				return;
			}
			$found[ $owner ?? $customer_ids[0] ][] = $end;
		}
		$busy = array_keys( $this->claims->on_orders( $refs ) );
		foreach ( $found as $customer_id => $ends ) {
			$this->rows->record( $customer_id, $ends, $this->finder->asked(), $busy );
		}
	}

	/**
	 * A system that cannot be asked now is asked again tomorrow; until then what was known of these orders stands.
	 *
	 * @param list<OrderRef> $refs
	 * @return list<LooseEnd>|null
	 */
	private function ask( array $refs ): ?array {
		try {
			return $this->finder->find( $refs );
		} catch ( AmicableException $silent ) {
			ErrorLog::note( sprintf( 'loose ends of %d orders were not counted: %s', count( $refs ), $silent->reason ) ); // Nobody is waiting for the answer.

			return null;
		}
	}
}
