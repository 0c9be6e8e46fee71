<?php
declare( strict_types=1 );

namespace Amicable\Disputes;

use Amicable\AmicableException;
use Amicable\Projection\LooseEndCounter;
use Amicable\Projection\Projector;
use Amicable\Storage\DisputeEvents;
use Amicable\Storage\Disputes;
use Amicable\Storage\OrderFacts;
use Amicable\Stores\ChargeFinder;
use Amicable\Stores\Dispute;
use Amicable\Stores\DisputeNews;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Stores;

/**
 * Takes in what gateways and people say of disputes. A word is kept first and worked in second, from all the words there are, so that neither
 * the order in which they come nor a worker that dies in between makes a difference.
 */
final class Recorder {

	public function __construct(
		private readonly DisputeEvents $events,
		private readonly Disputes $disputes,
		private readonly Stores $stores,
		private readonly OrderFacts $orders,
		private readonly Projector $projector,
		private readonly LooseEndCounter $loose_ends,
	) {
	}

	public function record( DisputeNews $news ): void {
		$this->events->add( $news );
		$this->fold( $news->store, $news->external_id );
	}

	/** Works in what was kept and not worked in: its worker died, or its order was not there yet. */
	public function fold_pending(): void {
		foreach ( $this->events->pending() as [ $store, $external_id ] ) {
			$this->fold( $store, $external_id );
		}
	}

	private function fold( string $store, string $external_id ): void {
		$news  = $this->events->of( $store, $external_id );
		$order = $this->order_of( $store, $news );
		$owner = $order === null ? null : $this->owner_of( $order );
		if ( $news === [] || $order === null || $owner === null ) {
			return; // Its order may come later; the sweep asks again.
		}
		[ $customer, $charged ] = $owner;
		$dispute = Dispute::of( array_values( $news ) );
		$this->disputes->save( $dispute, $order, $customer, $charged, count( $news ) );
		$this->projector->project( $customer );
		if ( $dispute->status->has_ended() ) {
			$this->loose_ends->recount( [ $customer ] );
		}
		$this->events->mark_folded( array_keys( $news ) );
	}

	/** @param array<int, DisputeNews> $news */
	private function order_of( string $store, array $news ): ?OrderRef {
		foreach ( $news as $word ) {
			if ( $word->order !== null ) {
				return $word->order;
			}
		}
		$finder = $this->stores->has( $store ) ? $this->stores->get( $store ) : null;
		if ( ! $finder instanceof ChargeFinder ) {
			return null;
		}
		foreach ( $news as $word ) {
			$id = $word->charge === '' ? null : $finder->order_of_charge( $word->charge );
			if ( $id !== null ) {
				return new OrderRef( $store, $id );
			}
		}

		return null;
	}

	/** @return array{int, \Amicable\Values\Money}|null Whose order it is, and what it cost; read from the shop where it is not known here yet. */
	private function owner_of( OrderRef $order ): ?array {
		$known = $this->orders->charge_of( $order );
		if ( $known !== null ) {
			return $known;
		}
		try {
			$this->projector->order_changed( $order );
		} catch ( AmicableException ) {
			return null; // The shop's plugin is not there now.
		}

		return $this->orders->charge_of( $order );
	}
}
