<?php
declare( strict_types=1 );

namespace Amicable\Stores;

use Amicable\Customers\Identity;
use Amicable\ErrorLog;
use Amicable\Projection\LooseEndCounter;
use Amicable\Projection\Projector;
use Amicable\Storage\Imports;
use Amicable\Storage\OrderFacts;
use Closure;
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

	/** @param Closure(): void $finished The last order of a shop is in. */
	public function __construct(
		private readonly Stores $stores,
		private readonly Identity $identity,
		private readonly OrderFacts $orders,
		private readonly Projector $projector,
		private readonly LooseEndCounter $loose_ends,
		private readonly Imports $imports,
		private readonly Closure $finished,
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

	/** @return list<string> Shops whose orders were never brought in, or not all of them. */
	public function due(): array {
		$ids = array_map( static fn ( Store $store ): string => $store->id(), $this->stores->all() );

		return array_values( array_filter( $ids, fn ( string $id ): bool => in_array( $this->imports->find( $id )['state'] ?? 'new', [ 'new', 'running' ], true ) ) );
	}

	/** @return array{state: 'idle'|'running'|'done'|'failed', done: int, total: int} Over every shop that is here. What nobody began runs, too: the next one who looks begins it. */
	public function progress(): array {
		$rows   = array_map( fn ( Store $store ): ?array => $this->imports->find( $store->id() ), $this->stores->all() );
		$states = array_map( static fn ( ?array $row ): string => $row['state'] ?? 'running', $rows );

		return [
			'state' => match ( true ) {
				in_array( 'running', $states, true ) => 'running',
				in_array( 'failed', $states, true )  => 'failed',
				default                              => $states === [] ? 'idle' : 'done',
			},
			'done'  => array_sum( array_map( static fn ( ?array $row ): int => $row['done'] ?? 0, $rows ) ),
			'total' => array_sum( array_map( static fn ( ?array $row ): int => $row['total'] ?? 0, $rows ) ),
		];
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
		$row = $this->imports->find( $store );
		if ( $row === null ) {
			$this->imports->start_once( $store, $this->stores->get( $store )->count_orders(), (string) self::TOP );
		}
		if ( $row !== null && $row['cursor'] === '' ) {
			return $row['state'] === 'running'; // Somebody else brings these in, in another way.
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
		if ( $this->imports->put_back( $token, (string) $below, $done, $ids === [], $failed ) && $ids === [] ) {
			( $this->finished )();
		}

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
			$customers = array_map( static fn ( array $owner ): int => $owner['customer_id'], $owners );
			$this->projector->project_all( $customers );
			$this->look_for_loose_ends( $customers );
		}
	}

	/**
	 * So that they show while the import goes on. A license system that breaks must not keep orders out: the daily look finds what was missed here.
	 *
	 * @param list<int> $customers
	 */
	private function look_for_loose_ends( array $customers ): void {
		try {
			$this->loose_ends->recount( $customers );
		} catch ( Throwable $error ) {
			ErrorLog::broken( 'loose ends will be looked for later', $error ); // The import goes on.
		}
	}
}
