<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Clock;
use Amicable\Ledger\Rate;
use Amicable\Stores\Order;
use Amicable\Stores\OrderLine;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Refund;
use Amicable\Values\Money;

/** Orders and refunds as their store counts them now. Every save replaces the whole order, so the last reading is right whatever came before. */
final class OrderFacts {

	/** Letters of the column. */
	private const MOST_PRODUCTS = 190;

	public function __construct(
		private readonly Database $database,
		private readonly Rows $rows,
		private readonly Clock $clock,
	) {
	}

	public function save( Order $order, int $customer_id, int $key_id ): void {
		$this->save_all(
			[ $order ],
			[
				[
					'customer_id' => $customer_id,
					'key_id'      => $key_id,
				],
			]
		);
	}

	/**
	 * @param list<Order>                                  $orders
	 * @param list<array{customer_id: int, key_id: int}> $owners In the same order.
	 */
	public function save_all( array $orders, array $owners ): void {
		$facts   = [];
		$refunds = [];
		foreach ( $orders as $index => $order ) {
			$facts[] = $this->order_row( $order, $owners[ $index ] );
			foreach ( $order->refunds as $refund ) {
				$refunds[] = $this->refund_row( $refund, $owners[ $index ]['customer_id'] );
			}
		}
		$this->rows->upsert( 'orders', $facts );
		$this->drop_lost_refunds( $orders );
		$this->rows->upsert( 'refunds', $refunds );
	}

	/** The order turned out to be somebody else's: so is the dispute about it, and its fee. */
	public function take_disputes_along( OrderRef $ref, int $customer_id ): void {
		$this->database->write( "UPDATE {$this->database->table( 'disputes' )} SET customer_id = %d WHERE store = %s AND order_id = %d", [ $customer_id, $ref->store, $ref->id ] );
	}

	/** The order is gone from its store. */
	public function forget( OrderRef $ref ): void {
		$this->database->write( "DELETE FROM {$this->database->table( 'refunds' )} WHERE store = %s AND order_id = %d", [ $ref->store, $ref->id ] );
		$this->database->write( "DELETE FROM {$this->database->table( 'orders' )} WHERE store = %s AND order_id = %d", [ $ref->store, $ref->id ] );
	}

	/** Whether any order or ticket is kept under this id. */
	public function has_any( int $customer_id ): bool {
		return $this->database->value( "SELECT id FROM {$this->database->table( 'orders' )} WHERE customer_id = %d LIMIT 1", [ $customer_id ] ) !== null
			|| $this->database->value( "SELECT id FROM {$this->database->table( 'tickets' )} WHERE customer_id = %d LIMIT 1", [ $customer_id ] ) !== null;
	}

	/** @return list<OrderRef> Newest first. */
	public function refs_of( int $customer_id ): array {
		$rows = $this->database->rows( "SELECT store, order_id FROM {$this->database->table( 'orders' )} WHERE customer_id = %d ORDER BY created_at DESC, id DESC", [ $customer_id ] );

		return array_map( static fn ( array $row ): OrderRef => new OrderRef( (string) $row['store'], (int) $row['order_id'] ), $rows );
	}

	/** What the shop calls it; null: not known, or not any more. */
	public function number_of( OrderRef $ref ): ?string {
		$number = (string) $this->database->value( "SELECT number FROM {$this->database->table( 'orders' )} WHERE store = %s AND order_id = %d", [ $ref->store, $ref->id ] );

		return $number === '' ? null : $number;
	}

	public function customer_of( OrderRef $ref ): ?int {
		return $this->keyed_customer_of( $ref )['customer_id'] ?? null;
	}

	/** @return array{int, Money}|null Whose order it is, and what was charged for it. */
	public function charge_of( OrderRef $ref ): ?array {
		$row = $this->database->row( "SELECT customer_id, total, currency FROM {$this->database->table( 'orders' )} WHERE store = %s AND order_id = %d", [ $ref->store, $ref->id ] );

		return $row === null ? null : [ (int) $row['customer_id'], new Money( (int) $row['total'], (string) $row['currency'] ) ];
	}

	/** @return array{id: int, customer_id: int}|null Whose order it is, and the key (as `id`) that says so. */
	public function keyed_customer_of( OrderRef $ref ): ?array {
		$row = $this->database->row( "SELECT key_id, customer_id FROM {$this->database->table( 'orders' )} WHERE store = %s AND order_id = %d", [ $ref->store, $ref->id ] );

		return $row === null ? null : [
			'id'          => (int) $row['key_id'],
			'customer_id' => (int) $row['customer_id'],
		];
	}

	/**
	 * @param array{customer_id: int, key_id: int} $owner
	 * @return array<string, scalar|null>
	 */
	private function order_row( Order $order, array $owner ): array {
		$rate = $order->rate === null || $order->rate_to === null ? null : Rate::try_from( $order->rate, $order->total->currency, $order->rate_to );

		return [
			'store'             => $order->ref->store,
			'order_id'          => $order->ref->id,
			'customer_id'       => $owner['customer_id'],
			'key_id'            => $owner['key_id'],
			'number'            => mb_substr( $order->number, 0, 64 ),
			'kind'              => $order->kind,
			'status'            => substr( $order->status, 0, 40 ),
			'paid'              => $order->paid ? 1 : 0,
			'currency'          => $order->total->currency,
			'total'             => $order->total->minor,
			'tax'               => $order->tax->minor,
			'shipping'          => $order->shipping->minor,
			'refunded'          => $order->refunded->minor,
			'refunded_tax'      => $order->refunded_tax->minor,
			'refunded_shipping' => $order->refunded_shipping->minor,
			'fee'               => $order->fee?->minor,
			'gateway'           => substr( $order->gateway, 0, 64 ),
			'dispute'           => $order->dispute,
			'products'          => self::products( $order ),
			'rate_units'        => $rate?->units,
			'rate_divisor'      => $rate?->divisor,
			'rate_to'           => $rate === null ? null : $order->rate_to,
			'rate_source'       => $rate === null ? '' : 'order',
			'rate_date'         => ( $order->paid_at ?? $order->created_at )->format( 'Y-m-d' ),
			'created_at'        => Database::time( $order->created_at ),
			'paid_at'           => $order->paid_at === null ? null : Database::time( $order->paid_at ),
			'bought_at'         => $order->paid ? Database::time( $order->paid_at ?? $order->created_at ) : null,
			'seen_at'           => Database::time( $this->clock->now() ),
		];
	}

	/** Numbers of what was bought, ",12,95,"; of an order with very many, as many as fit. */
	private static function products( Order $order ): string {
		$ids = array_unique( array_map( static fn ( OrderLine $line ): int => $line->product_id, array_filter( $order->lines, static fn ( OrderLine $line ): bool => $line->product_id > 0 ) ) );
		sort( $ids );
		$said = '';
		foreach ( $ids as $id ) {
			$said = strlen( "$said,$id," ) > self::MOST_PRODUCTS ? $said : "$said,$id";
		}

		return $said === '' ? '' : "$said,";
	}

	/** @return array<string, scalar|null> */
	private function refund_row( Refund $refund, int $customer_id ): array {
		return [
			'store'       => $refund->order->store,
			'refund_id'   => $refund->id,
			'order_id'    => $refund->order->id,
			'customer_id' => $customer_id,
			'currency'    => $refund->amount->currency,
			'amount'      => $refund->amount->minor,
			'tax'         => $refund->tax->minor,
			'shipping'    => $refund->shipping->minor,
			'by_gateway'  => $refund->by_gateway ? 1 : 0,
			'reason'      => mb_substr( $refund->reason, 0, 190 ),
			'created_at'  => Database::time( $refund->created_at ),
		];
	}

	/**
	 * Refunds that a store no longer has are no longer facts.
	 *
	 * @param list<Order> $orders
	 */
	private function drop_lost_refunds( array $orders ): void {
		foreach ( $this->by_store( $orders ) as $store => $ids ) {
			$kept  = [ 0, ...$ids['refunds'] ];
			$marks = implode( ', ', array_fill( 0, count( $ids['orders'] ), '%d' ) );
			$lost  = implode( ', ', array_fill( 0, count( $kept ), '%d' ) );
			$this->database->write( "DELETE FROM {$this->database->table( 'refunds' )} WHERE store = %s AND order_id IN ($marks) AND refund_id NOT IN ($lost)", [ $store, ...$ids['orders'], ...$kept ] );
		}
	}

	/**
	 * @param list<Order> $orders
	 * @return array<string, array{orders: non-empty-list<int>, refunds: list<int>}>
	 */
	private function by_store( array $orders ): array {
		$stores = [];
		foreach ( $orders as $order ) {
			$stores[ $order->ref->store ]['orders'][] = $order->ref->id;
			$stores[ $order->ref->store ]['refunds']  = [ ...( $stores[ $order->ref->store ]['refunds'] ?? [] ), ...array_map( static fn ( Refund $refund ): int => $refund->id, $order->refunds ) ];
		}

		return $stores;
	}
}
