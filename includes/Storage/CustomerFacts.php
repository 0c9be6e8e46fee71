<?php
declare( strict_types=1 );

namespace Amicable\Storage;

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
		$more              = $list === 'tickets' ? ", CASE WHEN created_at < (SELECT MIN(o.bought_at) FROM {$this->database->table( 'orders' )} o WHERE o.customer_id = {$this->database->table( 'tickets' )}.customer_id) THEN 1 ELSE 0 END AS before_purchase" : '';

		return $this->database->rows( "SELECT *$more FROM {$this->database->table( $table )} WHERE customer_id = %d ORDER BY $order LIMIT %d OFFSET %d", [ $customer_id, $limit, $offset ] );
	}

	/** @return array<string, string|null>|null */
	public function goodwill( int $id ): ?array {
		return $this->database->row( "SELECT * FROM {$this->database->table( 'goodwill' )} WHERE id = %d", [ $id ] );
	}

	/** @param array<string, scalar|null> $row */
	public function add_goodwill( array $row ): int {
		return (int) $this->database->insert( 'goodwill', $row );
	}
}
