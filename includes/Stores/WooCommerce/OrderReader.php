<?php
declare( strict_types=1 );

namespace Amicable\Stores\WooCommerce;

use Amicable\AmicableException;
use Amicable\Stores\Order;
use Amicable\Values\Currency;
use Automattic\WooCommerce\Caches\OrderCache;
use WC_Cache_Helper;
use WC_Data_Store;
use WC_Order;
use WC_Order_Factory;
use WC_Order_Refund;

/** Orders as they are in the database now, past every cache. */
final class OrderReader {

	private const NO_ORDERS = [ 'trash', 'auto-draft', 'draft', 'checkout-draft' ];

	private const SUMS = [ 'refund_ids', 'total_refunded', 'total_tax_refunded', 'total_shipping_refunded', 'total_shipping_tax_refunded' ];

	public function __construct(
		private readonly OrderTables $tables,
		private readonly OrderMapper $mapper,
	) {
	}

	/** @throws AmicableException When it is in a currency that we cannot count in. */
	public function read( int $id ): ?Order {
		return $this->read_all( [ $id ] )[0] ?? null;
	}

	/**
	 * @param list<int> $ids
	 * @return list<Order>
	 * @throws AmicableException When one is in a currency that we cannot count in: left out, it would be forgotten money.
	 */
	public function read_all( array $ids ): array {
		[ $orders, $unreadable ] = $this->sorted( $ids );
		foreach ( $unreadable as $id => $currency ) {
			/* translators: 1: order number, 2: currency code. */
			throw new AmicableException( 'amicable_currency_unknown', sprintf( __( 'Order %1$d is in %2$s, a currency that is not known here.', 'amicable' ), $id, $currency ), 409 );
		}

		return $orders;
	}

	/**
	 * @param list<int> $ids
	 * @return array{list<Order>, array<int, string>} What can be read, and the currency of what cannot.
	 */
	public function sorted( array $ids ): array {
		$this->forget( $ids );
		try {
			return Precision::of( Precision::READING, fn (): array => $this->mapped( $ids ) );
		} finally {
			// Objects that were read with our precision are not for others.
			$this->forget( $ids );
		}
	}

	/**
	 * @param list<int> $ids
	 * @return array{list<Order>, array<int, string>}
	 */
	private function mapped( array $ids ): array {
		$refunds    = $this->refunds_of( $ids );
		$orders     = [];
		$unreadable = [];
		foreach ( $this->load( $ids ) as $order ) {
			if ( Currency::is_known( $order->get_currency() ) ) {
				$orders[] = $this->mapper->map( $order, $refunds[ $order->get_id() ] ?? [] );
			} else {
				$unreadable[ $order->get_id() ] = $order->get_currency();
			}
		}

		return [ $orders, $unreadable ];
	}

	/** WooCommerce's own object, read anew; null for anything that is no order. */
	public function raw( int $id ): ?WC_Order {
		$this->forget( [ $id ] );
		$order = wc_get_order( $id );

		return $order instanceof WC_Order && $this->is_order( $order ) ? $order : null;
	}

	/** @return list<WC_Order_Refund> Oldest first. */
	public function refunds( int $order_id ): array {
		$this->forget( [ $order_id ] );

		return $this->refunds_of( [ $order_id ] )[ $order_id ] ?? [];
	}

	/**
	 * @param list<int> $ids
	 * @return list<WC_Order>
	 */
	private function load( array $ids ): array {
		// The factory breaks on an id that does not exist.
		return array_values( array_filter( $this->objects( $this->tables->existing( $ids ), 'shop_order' ), $this->is_order( ... ) ) );
	}

	/**
	 * Together, as far as this WooCommerce can: one by one, each would ask three questions.
	 *
	 * @param list<int> $ids Of records that are there.
	 * @return array<mixed>
	 */
	private function objects( array $ids, string $type ): array {
		$store = WC_Data_Store::load( 'order' );
		if ( count( $ids ) > 1 && $store->has_callable( 'prime_caches_for_orders' ) ) {
			$store->prime_caches_for_orders( $ids, [ 'type' => $type ] ); // @phpstan-ignore method.notFound (the wrapper hands it on)
		}

		return WC_Order_Factory::get_orders( $ids, true );
	}

	private function is_order( mixed $order ): bool {
		return $order instanceof WC_Order && $order->get_type() === 'shop_order' && ! in_array( $order->get_status(), self::NO_ORDERS, true );
	}

	/**
	 * @param list<int> $order_ids
	 * @return array<int, list<WC_Order_Refund>>
	 */
	private function refunds_of( array $order_ids ): array {
		$ids = array_merge( [], ...$this->tables->refund_ids( $order_ids ) );
		sort( $ids );
		$this->forget( $ids );
		$refunds = [];
		foreach ( $this->objects( $ids, 'shop_order_refund' ) as $refund ) {
			if ( $refund instanceof WC_Order_Refund ) {
				$refunds[ $refund->get_parent_id() ][] = $refund;
			}
		}

		return $refunds;
	}

	/**
	 * Empties every cache that stands between us and the database for these records.
	 *
	 * @param list<int> $ids
	 */
	public function forget( array $ids ): void {
		$store = WC_Data_Store::load( 'order' );
		if ( $store->has_callable( 'clear_cached_data' ) ) {
			$store->clear_cached_data( $ids ); // @phpstan-ignore method.notFound (the wrapper hands it on)
		}
		$prefix  = WC_Cache_Helper::get_cache_prefix( 'orders' );
		$objects = wc_get_container()->get( OrderCache::class );
		foreach ( $ids as $id ) {
			$objects->remove( $id );
			wp_cache_delete( $id, 'posts' );
			wp_cache_delete( $id, 'post_meta' );
			wp_cache_delete( "order-items-$id", 'orders' );
			wp_cache_delete( WC_Order::generate_meta_cache_key( $id, 'orders' ), 'orders' );
			foreach ( self::SUMS as $what ) {
				wp_cache_delete( $prefix . $what . $id, 'orders' );
			}
		}
	}
}
