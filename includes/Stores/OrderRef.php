<?php
declare( strict_types=1 );

namespace Amicable\Stores;

use InvalidArgumentException;

/** One order of one store: { "store": "woocommerce" | "edd" | "sample", "id": int }. */
final class OrderRef {

	public const STORES = [ 'woocommerce', 'edd', 'sample' ];

	public function __construct(
		public readonly string $store,
		public readonly int $id,
	) {
		if ( ! in_array( $store, self::STORES, true ) || $id < 1 ) {
			throw new InvalidArgumentException( "No such order: $store:$id" );
		}
	}

	/** @throws InvalidArgumentException When the text is not "store:id". */
	public static function from_key( string $key ): self {
		[ $store, $id ] = array_pad( explode( ':', $key, 2 ), 2, '' );

		return new self( $store, ctype_digit( $id ) ? (int) $id : 0 );
	}

	/**
	 * @param array<self> $orders
	 * @return list<int> Ids of those that are of this store.
	 */
	public static function ids_in( string $store, array $orders ): array {
		$ours = array_filter( $orders, static fn ( self $order ): bool => $order->store === $store );

		return array_values( array_map( static fn ( self $order ): int => $order->id, $ours ) );
	}

	/** "woocommerce:123", the form used in claims and step keys. */
	public function key(): string {
		return "$this->store:$this->id";
	}

	/** @return array{store: string, id: int} */
	public function to_array(): array {
		return [
			'store' => $this->store,
			'id'    => $this->id,
		];
	}
}
