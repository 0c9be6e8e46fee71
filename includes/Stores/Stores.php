<?php
declare( strict_types=1 );

namespace Amicable\Stores;

use Amicable\AmicableException;

/** The shops of this mode. */
final class Stores {

	/** @var array<string, Store> */
	private readonly array $stores;

	public function __construct( Store ...$stores ) {
		$by_id = [];
		foreach ( $stores as $store ) {
			$by_id[ $store->id() ] = $store;
		}
		$this->stores = $by_id;
	}

	/** @throws AmicableException When its plugin is not active. */
	public function get( string $id ): Store {
		return $this->stores[ $id ] ?? throw new AmicableException( 'amicable_store_missing', __( 'The shop plugin of this order is not active.', 'amicable' ), 409 );
	}

	public function has( string $id ): bool {
		return isset( $this->stores[ $id ] );
	}

	/** @return list<Store> */
	public function all(): array {
		return array_values( $this->stores );
	}

	/** Null when the store does not have it any more. */
	public function order( OrderRef $ref ): ?Order {
		return $this->get( $ref->store )->order( $ref->id );
	}
}
