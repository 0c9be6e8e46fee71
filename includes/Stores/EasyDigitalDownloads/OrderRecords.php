<?php
declare( strict_types=1 );

namespace Amicable\Stores\EasyDigitalDownloads;

use wpdb;

/** Everything that belongs to some orders, in a fixed number of reads however many they are, past EDD's caches. */
final class OrderRecords {

	/** Order meta that says something to us. */
	public const META = [ 'dispute_id', 'hold_reason', 'subscription_id', '_edd_sl_is_renewal', Ledger::KEY, Ledger::SETTLED ];

	public function __construct(
		private readonly wpdb $wpdb,
		private readonly OrderTables $tables,
	) {
	}

	/**
	 * @param list<int> $ids
	 * @return list<OrderRecord>
	 */
	public function of( array $ids ): array {
		$orders  = $this->tables->rows( $ids );
		$refunds = $this->rows( "SELECT * FROM {$this->table( 'orders' )} WHERE type = 'refund' AND status <> 'trash' AND parent IN (%s) ORDER BY id", $this->pluck( $orders, 'id' ) );
		$all     = $this->pluck( [ ...$orders, ...$refunds ], 'id' );
		$items   = $this->rows( "SELECT * FROM {$this->table( 'order_items' )} WHERE order_id IN (%s) ORDER BY cart_index, id", $all );
		$parts   = [
			'items'        => $this->by( $items, 'order_id' ),
			'fees'         => $this->fees( $all, $items ),
			'transactions' => $this->by( $this->rows( "SELECT * FROM {$this->table( 'order_transactions' )} WHERE object_type = 'order' AND object_id IN (%s) ORDER BY id", $all ), 'object_id' ),
			'meta'         => $this->meta( $all ),
		];
		$buyers  = $this->pluck( $orders, 'customer_id' );
		$people  = $this->by( $this->rows( "SELECT id, user_id, name, email FROM {$this->table( 'customers' )} WHERE id IN (%s)", $buyers ), 'id' );
		$emails  = $this->by( $this->rows( "SELECT customer_id, email FROM {$this->table( 'customer_email_addresses' )} WHERE customer_id IN (%s) ORDER BY id", $buyers ), 'customer_id' );
		$given   = $this->by( $refunds, 'parent' );

		return array_map(
			fn ( array $row ): OrderRecord => $this->record(
				$row,
				$parts,
				$people[ (int) $row['customer_id'] ][0] ?? [],
				$emails[ (int) $row['customer_id'] ] ?? [],
				array_map( fn ( array $refund ): OrderRecord => $this->record( $refund, $parts ), $given[ (int) $row['id'] ] ?? [] )
			),
			$orders
		);
	}

	/**
	 * @param array<string, string|null>           $row
	 * @param array{items: array<int, list<array<string, string|null>>>, fees: array<int, list<array<string, string|null>>>, transactions: array<int, list<array<string, string|null>>>, meta: array<int, array<string, string>>} $parts
	 * @param array<string, string|null>           $customer
	 * @param list<array<string, string|null>>     $emails
	 * @param list<OrderRecord>                    $refunds
	 */
	private function record( array $row, array $parts, array $customer = [], array $emails = [], array $refunds = [] ): OrderRecord {
		$id    = (int) $row['id'];
		$known = array_map( static fn ( array $email ): string => (string) $email['email'], [ ...( $customer === [] ? [] : [ $customer ] ), ...$emails ] );

		return new OrderRecord( $row, $parts['items'][ $id ] ?? [], $parts['fees'][ $id ] ?? [], $parts['transactions'][ $id ] ?? [], $parts['meta'][ $id ] ?? [], $customer, array_values( array_unique( $known ) ), $refunds );
	}

	/**
	 * Fees hang on the order or on one of its items.
	 *
	 * @param list<int>                        $order_ids
	 * @param list<array<string, string|null>> $items
	 * @return array<int, list<array<string, string|null>>> By order.
	 */
	private function fees( array $order_ids, array $items ): array {
		$of_item = array_column( $items, 'order_id', 'id' );
		$fees    = $this->by( $this->rows( "SELECT * FROM {$this->table( 'order_adjustments' )} WHERE type IN ('fee', 'credit') AND object_type = 'order' AND object_id IN (%s) ORDER BY id", $order_ids ), 'object_id' );
		foreach ( $this->rows( "SELECT * FROM {$this->table( 'order_adjustments' )} WHERE type IN ('fee', 'credit') AND object_type = 'order_item' AND object_id IN (%s) ORDER BY id", $this->pluck( $items, 'id' ) ) as $fee ) {
			$fees[ (int) $of_item[ (string) $fee['object_id'] ] ][] = $fee;
		}

		return $fees;
	}

	/**
	 * @param list<int> $order_ids
	 * @return array<int, array<string, string>>
	 */
	private function meta( array $order_ids ): array {
		$keys  = "'" . implode( "', '", self::META ) . "'";
		$found = [];
		foreach ( $this->rows( "SELECT edd_order_id, meta_key, meta_value FROM {$this->table( 'ordermeta' )} WHERE meta_key IN ($keys) AND edd_order_id IN (%s)", $order_ids ) as $row ) {
			$found[ (int) $row['edd_order_id'] ][ (string) $row['meta_key'] ] = (string) $row['meta_value'];
		}

		return $found;
	}

	private function table( string $name ): string {
		return "{$this->wpdb->prefix}edd_$name";
	}

	/**
	 * @param string    $sql With `%s` where the ids go.
	 * @param list<int> $ids
	 * @return list<array<string, string|null>>
	 */
	private function rows( string $sql, array $ids ): array {
		$rows = $ids === [] ? [] : $this->wpdb->get_results( sprintf( $sql, implode( ', ', $ids ) ), ARRAY_A ); // phpcs:ignore WordPress.DB.PreparedSQL -- integers only.

		return is_array( $rows ) ? array_values( $rows ) : [];
	}

	/**
	 * @param list<array<string, string|null>> $rows
	 * @return list<int> Without 0.
	 */
	private function pluck( array $rows, string $column ): array {
		return array_values( array_unique( array_filter( array_map( 'intval', array_column( $rows, $column ) ), static fn ( int $id ): bool => $id > 0 ) ) );
	}

	/**
	 * @param list<array<string, string|null>> $rows
	 * @return array<int, list<array<string, string|null>>>
	 */
	private function by( array $rows, string $column ): array {
		$sorted = [];
		foreach ( $rows as $row ) {
			$sorted[ (int) $row[ $column ] ][] = $row;
		}

		return $sorted;
	}
}
