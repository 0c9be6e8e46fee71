<?php
declare( strict_types=1 );

namespace Amicable\Projection;

use Amicable\Runs\LooseEndFinder;
use Amicable\Storage\Claims;
use Amicable\Storage\LooseEnds;

/** Looks again at what the refunds of a customer left behind, and writes down what is so now. */
final class LooseEndCounter {

	public function __construct(
		private readonly LooseEnds $rows,
		private readonly LooseEndFinder $finder,
		private readonly Claims $claims,
	) {
	}

	/** @param list<int> $customer_ids Of whom most have no refund, and cost one question together. */
	public function recount( array $customer_ids ): void {
		array_map( $this->one( ... ), $this->rows->concerned( array_values( array_unique( $customer_ids ) ) ) );
	}

	/** The same for everybody with an id in this range. */
	public function recount_between( int $from, int $to ): void {
		array_map( $this->one( ... ), $this->rows->concerned_between( $from, $to ) );
	}

	private function one( int $customer_id ): void {
		$refs = $this->rows->candidates( $customer_id );
		$this->rows->record( $customer_id, $this->finder->find( $refs ), $this->finder->asked(), array_keys( $this->claims->on_orders( $refs ) ) );
	}
}
