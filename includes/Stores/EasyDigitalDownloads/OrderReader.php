<?php
declare( strict_types=1 );

namespace Amicable\Stores\EasyDigitalDownloads;

use Amicable\AmicableException;
use Amicable\Stores\Order;
use Amicable\Values\Currency;
use EDD\Orders\Order as EddOrder;

/** Orders as they are in the database now. */
final class OrderReader {

	public function __construct(
		private readonly OrderTables $tables,
		private readonly OrderRecords $records,
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
		$orders     = [];
		$unreadable = [];
		foreach ( $this->records->of( $ids ) as $record ) {
			if ( Currency::is_known( $record->text( 'currency' ) ) ) {
				$orders[] = $this->mapper->map( $record );
			} else {
				$unreadable[ $record->id() ] = $record->text( 'currency' );
			}
		}

		return [ $orders, $unreadable ];
	}

	public function record( int $id ): ?OrderRecord {
		return $this->records->of( [ $id ] )[0] ?? null;
	}

	/** EDD's own object of an order or a refund, read anew: its gateways take nothing else. */
	public function raw( int $id ): ?EddOrder {
		$this->forget( $id );
		$order = edd_get_order( $id );

		return $order instanceof EddOrder ? $order : null;
	}

	/** Other processes may have written since EDD last looked. */
	private function forget( int $order_id ): void {
		wp_cache_delete( $order_id, 'edd-orders' );
		foreach ( [ 'edd-orders', 'edd-order_items', 'edd-order_adjustments', 'edd-order_transactions' ] as $group ) {
			wp_cache_set( 'last_changed', microtime(), $group );
		}
		foreach ( $this->tables->items_of( $order_id ) as $item ) {
			wp_cache_delete( $item, 'edd-order_items' );
		}
	}
}
