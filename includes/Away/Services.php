<?php
declare( strict_types=1 );

namespace Amicable\Away;

use Amicable\Offboarding\Step;
use Amicable\Offboarding\StepKind;
use Amicable\Runs\Run;
use Amicable\Runs\Sources;
use Amicable\Storage\Closings;
use Amicable\Storage\ServiceKinds;
use Amicable\Storage\Steps;
use Amicable\Stores\Catalog;
use Amicable\Stores\Order;
use Amicable\Stores\OrderLine;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Stores;
use Closure;

/** Which lines of an order are services. A mixed cart is split: its products end, its services close later. */
final class Services {

	/** @param Closure(): Stores $stores */
	public function __construct(
		private readonly ServiceKinds $kinds,
		private readonly Closings $closings,
		private readonly Sources $sources,
		private readonly Steps $steps,
		private readonly Closure $stores,
	) {
	}

	/**
	 * @param list<OrderRef> $refs
	 * @return list<ServiceLine>
	 */
	public function among( array $refs ): array {
		$kinds = $this->kinds->all();
		if ( $kinds === [] || $refs === [] ) {
			return []; // Most shops sell none: then no order is read for it.
		}
		$lines = [];
		foreach ( $this->sources->orders( $refs ) as $order ) {
			$lines = [ ...$lines, ...$this->of_order( $order, $kinds ) ];
		}

		return $lines;
	}

	/** A parting ended: from now on the data of its services can be fetched, until a day. */
	public function close_after( Run $run ): void {
		if ( $run->case_id === null || $run->ended_at === null ) {
			return;
		}
		$steps  = array_filter( $this->steps->of( $run->id ), static fn ( Step $step ): bool => $step->kind === StepKind::Refund );
		$orders = array_values( array_merge( [], ...array_map( static fn ( Step $step ): array => $step->orders, $steps ) ) );
		$this->closings->open( $run, $this->among( $orders ), $run->ended_at->setTimezone( wp_timezone() ) );
	}

	/**
	 * @param list<array{id: int, store: string, what: string, object_id: int, name: string, days: int}> $kinds
	 * @return list<ServiceLine> One a product.
	 */
	private function of_order( Order $order, array $kinds ): array {
		$lines = [];
		foreach ( $order->lines as $line ) {
			$days = $this->days( $order->ref->store, $line, $kinds );
			if ( $days !== null ) {
				$lines[ $line->product_id ] = new ServiceLine( $order->ref, $order->number, $line->product_id, $line->name, $days );
			}
		}

		return array_values( $lines );
	}

	/**
	 * What was said of the product itself stands before what was said of its categories; of several, the longest.
	 *
	 * @param list<array{id: int, store: string, what: string, object_id: int, name: string, days: int}> $kinds
	 */
	private function days( string $store, OrderLine $line, array $kinds ): ?int {
		$theirs     = array_filter( $kinds, static fn ( array $kind ): bool => $kind['store'] === $store );
		$products   = array_filter( $theirs, static fn ( array $kind ): bool => $kind['what'] === ServiceKinds::PRODUCT && $kind['object_id'] === $line->product_id );
		$sorted     = array_filter( $theirs, static fn ( array $kind ): bool => $kind['what'] === ServiceKinds::CATEGORY );
		$catalog    = $sorted === [] || $products !== [] ? null : ( $this->stores )()->get( $store );
		$categories = $catalog instanceof Catalog ? $catalog->categories_of( $line->product_id ) : [];
		$found      = $products !== [] ? $products : array_filter( $sorted, static fn ( array $kind ): bool => in_array( $kind['object_id'], $categories, true ) );

		return $found === [] ? null : max( array_column( $found, 'days' ) );
	}
}
