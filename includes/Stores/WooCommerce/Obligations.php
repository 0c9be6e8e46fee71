<?php
declare( strict_types=1 );

namespace Amicable\Stores\WooCommerce;

use Amicable\Stores\Download;
use Amicable\Stores\KeptClosed;
use Amicable\Stores\Keys;
use Amicable\Stores\Obligation;
use Amicable\Stores\Order;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Refund;

/** Checks 1 to 5, 7 and 17 of the proof, read from WooCommerce itself. */
final class Obligations {

	private const UNPAID = [ 'pending', 'on-hold', 'failed' ];

	public function __construct(
		private readonly OrderReader $orders,
		private readonly OrderTables $tables,
		private readonly Downloads $downloads,
		private readonly Uncovered $uncovered,
		private readonly ?KeptClosed $closed = null,
	) {
	}

	/**
	 * @param list<int> $order_ids
	 * @return list<Obligation>
	 */
	public function of( array $order_ids, Keys $keys ): array {
		$ids  = array_values( array_unique( [ ...$order_ids, ...$this->tables->ids_of( $keys ) ] ) );
		$open = [ ...$this->downloads_left( $ids, $keys ), ...$this->uncovered->obligations() ];
		[ $orders, $unreadable ] = $this->orders->sorted( $ids );
		$vouched = $this->marked( $orders, RefundRecords::SETTLED );
		$failed  = $this->marked( $orders, RefundRecords::FAILED );
		foreach ( $orders as $order ) {
			$open = [ ...$open, ...$this->of_order( $order ), ...$this->by_hand( $order, $vouched, $failed ) ];
		}
		foreach ( $unreadable as $id => $currency ) {
			/* translators: 1: order number, 2: currency code. */
			$open[] = new Obligation( 17, true, WooCommerceStore::ID . ":$id", sprintf( __( 'Order %1$d is in %2$s, a currency that is not known here: look at it yourself.', 'amicable' ), $id, $currency ), new OrderRef( WooCommerceStore::ID, $id ) );
		}
		$found = array_map( static fn ( Obligation $obligation ): int => $obligation->check, $open );
		foreach ( $this->clear( $this->kept_closed( $ids ) ) as $check => $text ) {
			if ( ! in_array( $check, $found, true ) ) {
				$open[] = new Obligation( $check, false, null, $text );
			}
		}

		return $open;
	}

	/** @return list<Obligation> */
	private function of_order( Order $order ): array {
		$open = [];
		if ( $order->paid && $order->remaining()->is_positive() && $order->dispute !== 'lost' ) {
			/* translators: %s: order number. */
			$open[] = $this->open( 1, $order, sprintf( __( 'Order %s is paid and not given back in full.', 'amicable' ), $order->number ) );
		}
		if ( $order->uncaptured ) {
			/* translators: %s: order number. */
			$open[] = $this->open( 3, $order, sprintf( __( 'The payment of order %s is reserved and could still be taken.', 'amicable' ), $order->number ) );
		}
		if ( $order->remaining()->minor < 0 ) {
			/* translators: %s: order number. */
			$open[] = $this->open( 4, $order, sprintf( __( 'More was given back on order %s than was paid.', 'amicable' ), $order->number ) );
		}
		if ( ! $order->paid && ! $order->uncaptured && $order->total->is_positive() && in_array( $order->status, self::UNPAID, true ) ) {
			/* translators: %s: order number. */
			$open[] = $this->open( 5, $order, sprintf( __( 'Order %s is not paid and could still be paid.', 'amicable' ), $order->number ) );
		}

		return $open;
	}

	/**
	 * @param list<int> $vouched
	 * @param list<int> $failed
	 * @return list<Obligation> Refunds that nobody is known to have paid.
	 */
	private function by_hand( Order $order, array $vouched, array $failed ): array {
		$open = [];
		foreach ( $order->refunds as $refund ) {
			if ( ! $refund->by_gateway && $refund->amount->is_positive() && ! in_array( $refund->id, $vouched, true ) ) {
				$open[] = $this->open( 2, $order, self::unpaid( $refund, $order, in_array( $refund->id, $failed, true ) ), "woocommerce-refund:$refund->id" );
			}
		}

		return $open;
	}

	private static function unpaid( Refund $refund, Order $order, bool $failed ): string {
		$sentence = $failed
			/* translators: 1: number of a refund, 2: order number. */
			? __( 'Refund %1$s of order %2$s failed after all: the gateway says that the customer was not paid.', 'amicable' )
			/* translators: 1: number of a refund, 2: order number. */
			: __( 'Refund %1$s of order %2$s was booked by hand; nobody said that it was paid.', 'amicable' );

		return sprintf( $sentence, (string) $refund->id, $order->number );
	}

	/**
	 * @param list<Order> $orders
	 * @return list<int> Ids of refunds by hand with this mark of ours.
	 */
	private function marked( array $orders, string $mark ): array {
		$refunds = array_merge( [], ...array_map( static fn ( Order $order ): array => $order->refunds, $orders ) );
		$by_hand = array_filter( $refunds, static fn ( Refund $refund ): bool => ! $refund->by_gateway );

		return $this->tables->with_meta( array_values( array_map( static fn ( Refund $refund ): int => $refund->id, $by_hand ) ), $mark );
	}

	/**
	 * @param list<int> $ids
	 * @return list<Obligation>
	 */
	private function downloads_left( array $ids, Keys $keys ): array {
		$open = array_filter( $this->downloads->all( $ids, $keys ), static fn ( Download $download ): bool => $download->open );

		return array_values( array_map( $this->download( ... ), $open ) );
	}

	private function download( Download $download ): Obligation {
		/* translators: %s: name of a file or product. */
		return new Obligation( 7, true, "download:woocommerce:$download->id", sprintf( __( '%s can still be downloaded.', 'amicable' ), $download->label ), $download->order );
	}

	private function open( int $check, Order $order, string $text, ?string $ref = null ): Obligation {
		return new Obligation( max( 1, min( 17, $check ) ), true, $ref ?? $order->ref->key(), $text, $order->ref );
	}

	/** @param list<int> $ids */
	private function kept_closed( array $ids ): bool {
		return ( $this->closed?->among( array_map( static fn ( int $id ): OrderRef => new OrderRef( WooCommerceStore::ID, $id ), $ids ) ) ?? [] ) !== [];
	}

	/** @return array<int<1, 17>, string> */
	private function clear( bool $kept_closed ): array {
		return [
			1  => __( 'No paid order is left that was not given back in full.', 'amicable' ),
			2  => __( 'No refund is left that nobody paid.', 'amicable' ),
			3  => __( 'No payment is reserved.', 'amicable' ),
			4  => __( 'Nowhere was more given back than was paid.', 'amicable' ),
			5  => __( 'No order is left that could still be paid.', 'amicable' ),
			7  => $kept_closed ? __( 'No file can be downloaded, and it stays so: what the shop grants again is kept closed until a person opens it.', 'amicable' ) : __( 'No file can be downloaded.', 'amicable' ),
			17 => __( 'No other system is known that could owe anything.', 'amicable' ),
		];
	}
}
