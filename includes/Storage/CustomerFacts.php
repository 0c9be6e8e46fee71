<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use DateTimeImmutable;

/** The facts of one customer, newest first, a page at a time. A customer has few enough of them that counting costs nothing. */
final class CustomerFacts {

	/** List => [ table, order ]. */
	private const LISTS = [
		'orders'   => [ 'orders', 'created_at DESC, id DESC' ],
		'tickets'  => [ 'tickets', 'created_at DESC, id DESC' ],
		'evidence' => [ 'evidence', '`at` DESC, id DESC' ],
		'goodwill' => [ 'goodwill', 'created_at DESC, id DESC' ],
	];

	public function __construct( private readonly Database $database ) {
	}

	/** @param 'orders'|'tickets'|'evidence'|'goodwill' $list */
	public function count( string $list, int $customer_id ): int {
		return (int) $this->database->value( "SELECT COUNT(*) FROM {$this->database->table( self::LISTS[ $list ][0] )} WHERE customer_id = %d", [ $customer_id ] );
	}

	/**
	 * @param 'orders'|'tickets'|'evidence'|'goodwill' $list
	 * @return list<array<string, string|null>>
	 */
	public function page( string $list, int $customer_id, int $limit, int $offset ): array {
		[ $table, $order ] = self::LISTS[ $list ];
		$more              = $list === 'orders' ? $this->about_orders() : '';
		$more             .= $list === 'tickets' ? ", CASE WHEN created_at < (SELECT MIN(o.bought_at) FROM {$this->database->table( 'orders' )} o WHERE o.customer_id = {$this->database->table( 'tickets' )}.customer_id) THEN 1 ELSE 0 END AS before_purchase" : '';

		return $this->database->rows( "SELECT *$more FROM {$this->database->table( $table )} WHERE customer_id = %d ORDER BY $order LIMIT %d OFFSET %d", [ $customer_id, $limit, $offset ] );
	}

	/** The gravest dispute of each order, and whether its files are kept closed. */
	private function about_orders(): string {
		$orders   = $this->database->table( 'orders' );
		$of_order = "x.store = $orders.store AND x.order_id = $orders.order_id";
		$gravest  = "FROM {$this->database->table( 'disputes' )} x WHERE $of_order ORDER BY CASE x.status WHEN 'lost' THEN 4 WHEN 'open' THEN 3 WHEN 'warning' THEN 2 ELSE 1 END DESC, x.id DESC LIMIT 1";

		return ", (SELECT x.id $gravest) AS dispute_id, (SELECT x.status $gravest) AS told, (SELECT COUNT(*) FROM {$this->database->table( 'closures' )} x WHERE $of_order AND x.reopened_at IS NULL) AS closures";
	}

	/** @return array<string, string|null>|null */
	public function goodwill( int $id ): ?array {
		return $this->database->row( "SELECT * FROM {$this->database->table( 'goodwill' )} WHERE id = %d", [ $id ] );
	}

	/** @param array<string, scalar|null> $row */
	public function add_goodwill( array $row ): int {
		return (int) $this->database->insert( 'goodwill', $row );
	}

	/** From now on it costs. False: it did already. */
	public function use_goodwill( int $id, DateTimeImmutable $at ): bool {
		return $this->database->write( "UPDATE {$this->database->table( 'goodwill' )} SET used = used + 1, used_at = %s WHERE id = %d AND used = 0", [ Database::time( $at ), $id ] ) === 1;
	}
}
