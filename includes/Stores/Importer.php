<?php
declare( strict_types=1 );

namespace Amicable\Stores;

use Amicable\Customers\Identity;
use Amicable\Projection\Projector;
use Amicable\Storage\Imports;
use Amicable\Storage\OrderFacts;
use Throwable;

/**
 * Brings a shop's existing orders in, newest first, a hundred at a time. An open page and the jobs may both drive it; a lease keeps them out of each other's way, and
 * a batch that is done twice is done once.
 */
final class Importer {

	private const BATCH = 100;

	private const LEASE_SECONDS = 120;

	/** Higher than any order's id, and the same in every database. */
	private const TOP = 9_000_000_000_000_000;

	public function __construct(
		private readonly Stores $stores,
		private readonly Identity $identity,
		private readonly OrderFacts $orders,
		private readonly Projector $projector,
		private readonly Imports $imports,
	) {
	}

	/** Begins at the newest order, also where an import was done before. */
	public function begin( string $store ): void {
		$this->imports->start( $store, $this->stores->get( $store )->count_orders(), (string) self::TOP );
	}

	/** Whether every order that was there at the start is in. Until then orders may be missing, and money rules stay silent. */
	public function is_complete( string $store ): bool {
		return ( $this->imports->find( $store )['state'] ?? '' ) === 'done';
	}

	/**
	 * Works for so long; begins where nobody did.
	 *
	 * @return bool Whether something is left.
	 */
	public function slice( string $store, float $seconds ): bool {
		if ( ! $this->stores->has( $store ) ) {
			return false;
		}
		if ( $this->imports->find( $store ) === null ) {
			$this->begin( $store );
		}
		$token = $this->imports->claim( $store, self::LEASE_SECONDS );
		$row   = $this->imports->find( $store );
		if ( $token === null || $row === null ) {
			return ( $row['state'] ?? '' ) === 'running';
		}
		$below  = (int) $row['cursor'];
		$done   = $row['done'];
		$failed = [];
		$until  = microtime( true ) + $seconds;
		do {
			$ids = $this->stores->get( $store )->order_ids_below( $below, self::BATCH );
			$this->batch( $this->stores->get( $store ), $ids, $failed );
			$below = $ids === [] ? $below : min( $ids );
			$done += count( $ids );
		} while ( $ids !== [] && microtime( true ) < $until );
		$this->imports->put_back( $token, (string) $below, $done, $ids === [], $failed );

		return $ids !== [];
	}

	/**
	 * @param list<int>          $ids
	 * @param array<int, string> $failed Grows by orders that could not be read, with the reason's class.
	 */
	private function batch( Store $store, array $ids, array &$failed ): void {
		try {
			$this->take( $store->orders( $ids ) );
		} catch ( Throwable ) {
			foreach ( $ids as $id ) {
				try {
					$this->take( $store->orders( [ $id ] ) );
				} catch ( Throwable $error ) {
					$failed[ $id ] = $error::class;
				}
			}
		}
	}

	/** @param list<Order> $orders */
	private function take( array $orders ): void {
		if ( $orders !== [] ) {
			$owners = $this->identity->for_orders( $orders );
			$this->orders->save_all( $orders, $owners );
			$this->projector->project_all( array_map( static fn ( array $owner ): int => $owner['customer_id'], $owners ) );
		}
	}
}
