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

		return $this->database->rows( "SELECT * FROM {$this->database->table( $table )} WHERE customer_id = %d ORDER BY $order LIMIT %d OFFSET %d", [ $customer_id, $limit, $offset ] );
	}

	/** @return array<string, string|null>|null */
	public function goodwill( int $id ): ?array {
		return $this->database->row( "SELECT * FROM {$this->database->table( 'goodwill' )} WHERE id = %d", [ $id ] );
	}

	/** @param array<string, scalar|null> $row */
	public function add_goodwill( array $row ): int {
		return (int) $this->database->insert( 'goodwill', $row );
	}

	/**
	 * What took how long, per ticket and kind of time.
	 *
	 * @param list<int> $ticket_ids
	 * @return array<int, array{measured: int, estimated: int}> Seconds.
	 */
	public function seconds( array $ticket_ids ): array {
		if ( $ticket_ids === [] ) {
			return [];
		}
		$marks   = implode( ', ', array_fill( 0, count( $ticket_ids ), '%d' ) );
		$entries = $this->database->rows( "SELECT ticket_id, measured, SUM(seconds) AS seconds FROM {$this->database->table( 'time_entries' )} WHERE ticket_id IN ($marks) GROUP BY ticket_id, measured", $ticket_ids );
		$seconds = [];
		foreach ( $entries as $entry ) {
			$id             = (int) $entry['ticket_id'];
			$seconds[ $id ] ??= [
				'measured'  => 0,
				'estimated' => 0,
			];
			$seconds[ $id ][ $entry['measured'] === '1' ? 'measured' : 'estimated' ] = (int) $entry['seconds'];
		}

		return $seconds;
	}
}
