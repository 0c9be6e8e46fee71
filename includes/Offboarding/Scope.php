<?php
declare( strict_types=1 );

namespace Amicable\Offboarding;

use Amicable\Stores\OrderRef;
use InvalidArgumentException;

/** How much of the relation a run covers: { orders: [ref] }, { loose_ends: [id] }, "running" or "all". */
final class Scope {

	public const ORDERS     = 'orders';
	public const LOOSE_ENDS = 'loose_ends';
	public const RUNNING    = 'running';
	public const ALL        = 'all';

	/**
	 * @param list<OrderRef> $orders
	 * @param list<int>      $loose_ends
	 */
	private function __construct(
		public readonly string $name,
		public readonly array $orders = [],
		public readonly array $loose_ends = [],
	) {
	}

	/** Sorted and without repeats, so that the same choice is the same scope. */
	public static function orders( OrderRef ...$refs ): self {
		$unique = [];
		foreach ( $refs as $ref ) {
			$unique[ $ref->key() ] = $ref;
		}
		usort( $unique, static fn ( OrderRef $a, OrderRef $b ): int => [ $a->store, $a->id ] <=> [ $b->store, $b->id ] );

		return new self( self::ORDERS, $unique );
	}

	public static function loose_ends( int ...$ids ): self {
		$ids = array_values( array_unique( $ids ) );
		sort( $ids );

		return new self( self::LOOSE_ENDS, [], $ids );
	}

	public static function running(): self {
		return new self( self::RUNNING );
	}

	public static function all(): self {
		return new self( self::ALL );
	}

	/** Reads what `to_value()` wrote or a request carried; null for anything else. */
	public static function try_from( mixed $value ): ?self {
		if ( $value === self::ALL || $value === self::RUNNING ) {
			return new self( $value );
		}
		if ( ! is_array( $value ) || count( $value ) !== 1 ) {
			return null;
		}
		if ( isset( $value['loose_ends'] ) && is_array( $value['loose_ends'] ) ) {
			$ids = array_filter( $value['loose_ends'], 'is_int' );

			return $ids === [] || count( $ids ) !== count( $value['loose_ends'] ) ? null : self::loose_ends( ...array_values( $ids ) );
		}

		return isset( $value['orders'] ) && is_array( $value['orders'] ) ? self::of_orders( $value['orders'] ) : null;
	}

	/** @return 'running'|'all'|array{orders: list<array{store: string, id: int}>}|array{loose_ends: list<int>} The shape of REST. */
	public function to_value(): string|array {
		return match ( $this->name ) {
			self::ORDERS     => [ 'orders' => array_map( static fn ( OrderRef $ref ): array => $ref->to_array(), $this->orders ) ],
			self::LOOSE_ENDS => [ 'loose_ends' => $this->loose_ends ],
			self::RUNNING    => self::RUNNING,
			default          => self::ALL,
		};
	}

	/** @param array<array-key, mixed> $values */
	private static function of_orders( array $values ): ?self {
		$refs = [];
		foreach ( $values as $value ) {
			if ( ! is_array( $value ) || ! is_string( $value['store'] ?? null ) || ! is_int( $value['id'] ?? null ) ) {
				return null;
			}
			try {
				$refs[] = new OrderRef( $value['store'], $value['id'] );
			} catch ( InvalidArgumentException ) {
				return null;
			}
		}

		return $refs === [] ? null : self::orders( ...$refs );
	}
}
