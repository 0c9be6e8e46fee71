<?php
declare( strict_types=1 );

namespace Amicable\Stores\WooCommerce;

use Amicable\Stores\Keys;
use Amicable\Values\EmailAddress;
use Automattic\WooCommerce\Utilities\OrderUtil;
use wpdb;

/**
 * Which orders there are, read from WooCommerce's own tables, whichever of the two it keeps them in.
 *
 * Asked directly because other plugins narrow `wc_get_orders()` through its filters, and a forgotten order is money.
 */
final class OrderTables {

	public const SUBSCRIPTION = 'shop_subscription';

	/** How an order says which subscription it renewed, changed or took up again. Asked at once: the plugin itself asks order by order. */
	private const RELATIONS = [ '_subscription_renewal', '_subscription_switch', '_subscription_resubscribe' ];

	/** Not orders: carts on their way, and what the owner threw away. */
	private const NO_ORDERS = [ 'auto-draft', 'draft', 'wc-checkout-draft', 'checkout-draft', 'trash' ];

	public function __construct( private readonly wpdb $wpdb ) {
	}

	public function is_hpos(): bool {
		return class_exists( OrderUtil::class ) && OrderUtil::custom_orders_table_usage_is_enabled();
	}

	public function count(): int {
		return (int) $this->wpdb->get_var( $this->wpdb->prepare( "SELECT COUNT(*) FROM {$this->table()} WHERE {$this->orders_only()}", $this->fixed() ) );
	}

	/** @return list<int> Highest first. */
	public function ids_below( int $below, int $limit ): array {
		$id = $this->id();

		return $this->ids( "SELECT $id FROM {$this->table()} WHERE {$this->orders_only()} AND $id < %d ORDER BY $id DESC LIMIT %d", [ ...$this->fixed(), $below, $limit ] );
	}

	/**
	 * @param list<int> $ids
	 * @return list<int> Those that are orders.
	 */
	public function existing( array $ids ): array {
		return $ids === [] ? [] : $this->ids( "SELECT {$this->id()} FROM {$this->table()} WHERE {$this->orders_only()} AND {$this->id()} IN ({$this->marks( $ids, '%d' )})", [ ...$this->fixed(), ...$ids ] );
	}

	/**
	 * Orders, or records of another type, of a customer: two indexed reads instead of one OR.
	 *
	 * @return list<int>
	 */
	public function ids_of( Keys $keys, string $type = 'shop_order' ): array {
		$ids = [ ...$this->ids_of_users( $keys->user_ids, $type ), ...$this->ids_of_emails( $keys->emails, $type ) ];

		return array_values( array_unique( $ids ) );
	}

	/** By the number that its gateway has for the payment; WooPayments keeps that beside the order. */
	public function order_of_charge( string $charge ): ?int {
		$in_meta = $this->ids_by_meta( $this->is_hpos() ? [ '_charge_id' ] : [ '_transaction_id', '_charge_id' ], $charge );
		$ids     = $this->is_hpos() ? [ ...$this->ids( "SELECT id FROM {$this->table()} WHERE {$this->orders_only()} AND transaction_id = %s", [ ...$this->fixed(), $charge ] ), ...$in_meta ] : $in_meta;

		return $this->existing( $ids )[0] ?? null;
	}

	/**
	 * @param non-empty-list<string> $names
	 * @return list<int>
	 */
	private function ids_by_meta( array $names, string $value ): array {
		[ $table, $order ] = $this->is_hpos() ? [ "{$this->wpdb->prefix}wc_orders_meta", 'order_id' ] : [ $this->wpdb->postmeta, 'post_id' ];

		return $this->ids( "SELECT $order FROM $table WHERE meta_key IN ({$this->marks( $names, '%s' )}) AND meta_value = %s", [ ...$names, $value ] );
	}

	/**
	 * Refund records by order.
	 *
	 * @param list<int> $order_ids
	 * @return array<int, list<int>>
	 */
	public function refund_ids( array $order_ids ): array {
		if ( $order_ids === [] ) {
			return [];
		}
		[ $id, $type, $parent ] = $this->is_hpos() ? [ 'id', 'type', 'parent_order_id' ] : [ 'ID', 'post_type', 'post_parent' ];

		$rows  = $this->wpdb->get_results( $this->wpdb->prepare( "SELECT $id AS id, $parent AS parent FROM {$this->table()} WHERE $type = 'shop_order_refund' AND $parent IN ({$this->marks( $order_ids, '%d' )}) ORDER BY $id", $order_ids ), ARRAY_A );
		$found = [];
		foreach ( is_array( $rows ) ? $rows : [] as $row ) {
			$found[ (int) $row['parent'] ][] = (int) $row['id'];
		}

		return $found;
	}

	/**
	 * Subscriptions that began with one of these orders, or that one of them renewed, changed or took up again.
	 *
	 * @param list<int> $order_ids
	 * @return list<int>
	 */
	public function subscription_ids( array $order_ids ): array {
		if ( $order_ids === [] ) {
			return [];
		}
		[ $meta, $owner ] = $this->meta();

		$parent  = $this->is_hpos() ? 'parent_order_id' : 'post_parent';
		$marks   = $this->marks( $order_ids, '%d' );
		$begun   = $this->ids( "SELECT {$this->id()} FROM {$this->table()} WHERE {$this->orders_only()} AND $parent IN ($marks)", [ ...$this->fixed( self::SUBSCRIPTION ), ...$order_ids ] );
		$related = $this->ids( "SELECT DISTINCT meta_value FROM $meta WHERE $owner IN ($marks) AND meta_key IN ({$this->marks( self::RELATIONS, '%s' )})", [ ...$order_ids, ...self::RELATIONS ] );

		return array_values( array_unique( [ ...$begun, ...$related ] ) );
	}

	/**
	 * @param list<int> $ids
	 * @return list<int> Those of these records that say something under this name.
	 */
	public function with_meta( array $ids, string $name ): array {
		[ $meta, $owner ] = $this->meta();

		return $ids === [] ? [] : $this->ids( "SELECT DISTINCT $owner FROM $meta WHERE $owner IN ({$this->marks( $ids, '%d' )}) AND meta_key = %s AND meta_value <> ''", [ ...$ids, $name ] );
	}

	/**
	 * @param list<int> $user_ids
	 * @return list<int>
	 */
	private function ids_of_users( array $user_ids, string $type ): array {
		$user_ids = array_values( array_filter( $user_ids, static fn ( int $id ): bool => $id > 0 ) );
		if ( $user_ids === [] ) {
			return [];
		}
		$sql = $this->is_hpos()
			? "SELECT id FROM {$this->table()} WHERE {$this->orders_only()} AND customer_id IN ({$this->marks( $user_ids, '%d' )})"
			: "SELECT ID FROM {$this->table()} JOIN {$this->wpdb->postmeta} ON post_id = ID AND meta_key = '_customer_user' WHERE {$this->orders_only()} AND meta_value IN ({$this->marks( $user_ids, '%s' )})";

		return $this->ids( $sql, [ ...$this->fixed( $type ), ...$user_ids ] );
	}

	/**
	 * The database compares loosely (letter case, accents); our own normalization has the last word.
	 *
	 * @param list<string> $emails
	 * @return list<int>
	 */
	private function ids_of_emails( array $emails, string $type ): array {
		if ( $emails === [] ) {
			return [];
		}
		$email = $this->is_hpos() ? 'billing_email' : 'meta_value';
		$match = $this->compares_loosely() ? $email : "LOWER($email)";
		$sql   = $this->is_hpos()
			? "SELECT id AS id, billing_email AS email FROM {$this->table()} WHERE {$this->orders_only()} AND $match IN ({$this->marks( $emails, '%s' )})"
			: "SELECT ID AS id, meta_value AS email FROM {$this->table()} JOIN {$this->wpdb->postmeta} ON post_id = ID AND meta_key = '_billing_email' WHERE {$this->orders_only()} AND $match IN ({$this->marks( $emails, '%s' )})";

		$rows = $this->wpdb->get_results( $this->wpdb->prepare( $sql, [ ...$this->fixed( $type ), ...$emails ] ), ARRAY_A );
		$ids  = [];
		foreach ( is_array( $rows ) ? $rows : [] as $row ) {
			if ( in_array( EmailAddress::try_from( (string) $row['email'] )?->normalized, $emails, true ) ) {
				$ids[] = (int) $row['id'];
			}
		}

		return $ids;
	}

	/**
	 * Active subscriptions that charge until then: the date stands in their meta, "0" where there is none.
	 *
	 * @return list<int> Lowest first.
	 */
	public function renewing( string $until, int $after, int $limit ): array {
		[ $meta, $owner ]  = $this->meta();
		[ $type, $status ] = $this->is_hpos() ? [ 'type', 'status' ] : [ 'post_type', 'post_status' ];
		$id                = $this->id();

		return $this->ids( "SELECT s.$id FROM {$this->table()} s JOIN $meta m ON m.$owner = s.$id AND m.meta_key = '_schedule_next_payment' WHERE s.$type = 'shop_subscription' AND s.$status = 'wc-active' AND m.meta_value > '1' AND m.meta_value <= %s AND s.$id > %d ORDER BY s.$id LIMIT %d", [ $until, $after, $limit ] );
	}

	private function table(): string {
		return $this->is_hpos() ? "{$this->wpdb->prefix}wc_orders" : $this->wpdb->posts;
	}

	/** @return array{string, string} The table, and its column for whose it is. */
	private function meta(): array {
		return $this->is_hpos() ? [ "{$this->wpdb->prefix}wc_orders_meta", 'order_id' ] : [ $this->wpdb->postmeta, 'post_id' ];
	}

	private function id(): string {
		return $this->is_hpos() ? 'id' : 'ID';
	}

	/** The condition whose values are `fixed()`. */
	private function orders_only(): string {
		[ $type, $status ] = $this->is_hpos() ? [ 'type', 'status' ] : [ 'post_type', 'post_status' ];

		return "$type = %s AND $status NOT IN ({$this->marks( self::NO_ORDERS, '%s' )})";
	}

	/** @return list<string> */
	private function fixed( string $type = 'shop_order' ): array {
		return [ $type, ...self::NO_ORDERS ];
	}

	private function compares_loosely(): bool {
		return preg_match( '/_(bin|cs)$/', (string) $this->wpdb->collate ) !== 1;
	}

	/** @param list<int|string> $values */
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
}
