<?php
declare( strict_types=1 );

namespace Amicable\Stores\EasyDigitalDownloads;

use Amicable\Stores\Keys;
use Amicable\Values\EmailAddress;
use wpdb;

/**
 * Which orders there are, read from EDD's own table: `edd_get_orders()` hands out thirty, refunds among them, through filters and a cache.
 *
 * What was bought in test mode is no purchase, and is left out everywhere.
 */
final class OrderTables {

	private const ORDERS_ONLY = "type = 'sale' AND status <> 'trash' AND mode <> 'test'";

	public function __construct( private readonly wpdb $wpdb ) {
	}

	public function count(): int {
		return (int) $this->wpdb->get_var( "SELECT COUNT(*) FROM {$this->orders()} WHERE " . self::ORDERS_ONLY );
	}

	/** @return list<int> Highest first. */
	public function ids_below( int $below, int $limit ): array {
		return $this->ids( 'SELECT id FROM ' . $this->orders() . ' WHERE ' . self::ORDERS_ONLY . ' AND id < %d ORDER BY id DESC LIMIT %d', [ $below, $limit ] );
	}

	/**
	 * @param list<int> $ids
	 * @return list<array<string, string|null>> Whole rows of those that are orders.
	 */
	public function rows( array $ids ): array {
		return $ids === [] ? [] : $this->select( "SELECT * FROM {$this->orders()} WHERE " . self::ORDERS_ONLY . " AND id IN ({$this->marks( $ids, '%d' )})", $ids );
	}

	/** The order that a record belongs to: itself, or the parent of a refund. Null when there is no such record. */
	public function order_of( int $record_id ): ?int {
		$row = $this->select( "SELECT id, type, parent FROM {$this->orders()} WHERE id = %d", [ $record_id ] )[0] ?? null;

		return $row === null ? null : (int) ( $row['type'] === 'refund' ? $row['parent'] : $row['id'] );
	}

	/** By the provider's number of the payment; a refund's number leads to the order that was refunded. */
	public function order_of_charge( string $charge ): ?int {
		$record = $this->ids( "SELECT object_id FROM {$this->wpdb->prefix}edd_order_transactions WHERE object_type = 'order' AND transaction_id = %s ORDER BY id LIMIT 1", [ $charge ] )[0] ?? null;

		return $record === null ? null : $this->order_of( $record );
	}

	public function order_of_item( int $item_id ): ?int {
		return $this->ids( "SELECT order_id FROM {$this->wpdb->prefix}edd_order_items WHERE id = %d", [ $item_id ] )[0] ?? null;
	}

	/** @return list<int> */
	public function items_of( int $order_id ): array {
		return $this->ids( "SELECT id FROM {$this->wpdb->prefix}edd_order_items WHERE order_id = %d", [ $order_id ] );
	}

	/**
	 * Orders by account and address, and by every further address that EDD keeps for the same customer.
	 *
	 * @return list<int>
	 */
	public function ids_of( Keys $keys ): array {
		$ids = [
			...$this->ids_where( 'user_id', self::users( $keys ) ),
			...$this->ids_where( 'customer_id', $this->customers_of( $keys ) ),
			...$this->matching( "SELECT id, email FROM {$this->orders()} WHERE " . self::ORDERS_ONLY . ' AND', 'id', $keys->emails ),
		];

		return array_values( array_unique( $ids ) );
	}

	/** @return list<int> Which of EDD's own customers somebody is, by user and by every address that EDD keeps for one. */
	public function customers_of( Keys $keys ): array {
		return array_values( array_unique( [ ...$this->customers_of_users( self::users( $keys ) ), ...$this->customers_of_emails( $keys->emails ) ] ) );
	}

	/** @return list<int> */
	private static function users( Keys $keys ): array {
		return array_values( array_filter( $keys->user_ids, static fn ( int $id ): bool => $id > 0 ) );
	}

	/**
	 * @param list<int> $users
	 * @return list<int>
	 */
	private function customers_of_users( array $users ): array {
		return $users === [] ? [] : $this->ids( "SELECT id FROM {$this->wpdb->prefix}edd_customers WHERE user_id IN ({$this->marks( $users, '%d' )})", $users );
	}

	/**
	 * @param list<string> $emails
	 * @return list<int>
	 */
	private function customers_of_emails( array $emails ): array {
		return [
			...$this->matching( "SELECT id, email FROM {$this->wpdb->prefix}edd_customers WHERE", 'id', $emails ),
			...$this->matching( "SELECT customer_id, email FROM {$this->wpdb->prefix}edd_customer_email_addresses WHERE", 'customer_id', $emails ),
		];
	}

	/**
	 * @param 'user_id'|'customer_id' $column
	 * @param list<int>               $values
	 * @return list<int>
	 */
	private function ids_where( string $column, array $values ): array {
		return $values === [] ? [] : $this->ids( "SELECT id FROM {$this->orders()} WHERE " . self::ORDERS_ONLY . " AND $column IN ({$this->marks( $values, '%d' )})", $values );
	}

	/**
	 * The database compares loosely (letter case, accents); our own normalization has the last word.
	 *
	 * @param string       $select Ends before the comparison.
	 * @param list<string> $emails
	 * @return list<int>
	 */
	private function matching( string $select, string $id, array $emails ): array {
		$email = preg_match( '/_(bin|cs)$/', (string) $this->wpdb->collate ) === 1 ? 'LOWER(email)' : 'email';
		$rows  = $emails === [] ? [] : $this->select( "$select $email IN ({$this->marks( $emails, '%s' )})", $emails );
		$own   = array_filter( $rows, static fn ( array $row ): bool => in_array( EmailAddress::try_from( (string) $row['email'] )?->normalized, $emails, true ) );

		return array_values( array_map( static fn ( array $row ): int => (int) $row[ $id ], $own ) );
	}

	private function orders(): string {
		return "{$this->wpdb->prefix}edd_orders";
	}

	/** @param non-empty-list<int|string> $values */
	private function marks( array $values, string $mark ): string {
		return implode( ', ', array_fill( 0, count( $values ), $mark ) );
	}

	/**
	 * @param list<int|string> $values
	 * @return list<int>
	 */
	private function ids( string $sql, array $values ): array {
		return array_values( array_map( 'intval', $this->wpdb->get_col( $this->wpdb->prepare( $sql, $values ) ) ) );
	}

	/**
	 * @param list<int|string> $values
	 * @return list<array<string, string|null>>
	 */
	private function select( string $sql, array $values ): array {
		$rows = $this->wpdb->get_results( $this->wpdb->prepare( $sql, $values ), ARRAY_A );

		return is_array( $rows ) ? array_values( $rows ) : [];
	}
}
