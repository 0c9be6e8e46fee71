<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\Support;

use Amicable\Graph;
use Amicable\Projection\RecountLooseEnds;
use Amicable\Storage\LooseEnds;

/** Looks for loose ends in the shops that are here, and finishes them over REST as the screen does. */
trait FinishesLooseEnds {

	abstract protected function graph(): Graph;

	protected function look_for_loose_ends(): void {
		foreach ( $this->graph()->stores()->all() as $store ) {
			$this->graph()->importer()->slice( $store->id(), 60.0 );
		}
		$this->run_jobs();
		$this->graph()->imports()->start( RecountLooseEnds::SOURCE, 0, '0' );
		$this->graph()->job( RecountLooseEnds::NAME )?->run( [] );
	}

	/** @return list<array<string, string|null>> */
	protected function loose_ends(): array {
		return $this->graph()->loose_end_list()->page( LooseEnds::OPEN, null, 100, 0 );
	}

	/** One run a customer; what a person has to look up is said to be paid. */
	protected function finish_loose_ends(): void {
		$by_customer = [];
		foreach ( $this->loose_ends() as $end ) {
			$by_customer[ (int) $end['customer_id'] ][] = (int) $end['id'];
		}
		foreach ( $by_customer as $customer => $ids ) {
			$body   = [ 'customer_id' => $customer, 'kind' => 'finish', 'scope' => [ 'loose_ends' => $ids ] ];
			$plan   = $this->json( $this->rest( 'POST', '/offboardings/plan', $body ) );
			$orders = count( array_filter( $plan['items'], static fn ( array $item ): bool => $item['kind'] === 'refund' && $item['action'] === 'do' ) );
			$run    = $this->json( $this->rest( 'POST', '/offboardings', [ ...$body, 'plan_hash' => $plan['hash'], 'confirm_orders' => $orders, 'confirm_totals' => $plan['totals'], 'reason' => 'Left over.' ], [ 'Idempotency-Key' => wp_generate_uuid4() ] ) );
			for ( $turn = 0; $turn < 30 && $run['state'] !== 'completed'; $turn++ ) {
				$run = $this->json( $this->rest( 'POST', "/offboardings/{$run['id']}/run" ) );
				foreach ( $run['state'] === 'needs_attention' ? array_filter( $run['steps'], static fn ( array $step ): bool => $step['state'] === 'manual' ) : [] as $step ) {
					$run = $this->json( $this->rest( 'POST', "/offboardings/{$run['id']}/steps/" . rawurlencode( $step['key'] ) . '/settle', [ 'outcome' => 'paid', 'note' => 'Seen on the statement.' ] ) );
				}
			}
			self::assertSame( 'completed', $run['state'], (string) wp_json_encode( $run ) );
		}
	}
}
