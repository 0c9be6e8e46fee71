<?php
declare( strict_types=1 );

namespace Amicable\Storage;

/** Loose ends as lists and sums show them. */
final class LooseEndList {

	public function __construct( private readonly Database $database ) {
	}

	public function count( string $state, ?string $kind ): int {
		[ $where, $values ] = $this->where( $state, $kind );

		return (int) $this->database->value( "SELECT COUNT(*) FROM {$this->database->table( 'loose_ends' )} l WHERE $where", $values );
	}

	/** @return list<array<string, string|null>> What has been open longest comes last: a refund of this morning is remembered best. */
	public function page( string $state, ?string $kind, int $limit, int $offset ): array {
		[ $where, $values ] = $this->where( $state, $kind );

		return $this->database->rows( "{$this->select()} WHERE $where ORDER BY l.since_at DESC, l.id DESC LIMIT %d OFFSET %d", [ ...$values, $limit, $offset ] );
	}

	/** @return array<string, string|null>|null */
	public function find( int $id ): ?array {
		return $this->database->row( "{$this->select()} WHERE l.id = %d", [ $id ] );
	}

	/** @return list<array<string, string|null>> What subscriptions of refunded orders would still charge next, one sum a currency. */
	public function scheduled(): array {
		return $this->database->rows( "SELECT currency, SUM(amount) AS amount FROM {$this->database->table( 'loose_ends' )} WHERE state = %s AND kind = 'subscription' AND amount IS NOT NULL GROUP BY currency ORDER BY currency", [ LooseEnds::OPEN ] );
	}

	private function select(): string {
		$table = $this->database->table( ... );

		return "SELECT l.*, c.name AS customer_name, c.email AS customer_email FROM {$table( 'loose_ends' )} l LEFT JOIN {$table( 'customers' )} c ON c.id = l.customer_id";
	}

	/** @return array{string, list<string>} */
	private function where( string $state, ?string $kind ): array {
		return $kind === null ? [ 'l.state = %s', [ $state ] ] : [ 'l.state = %s AND l.kind = %s', [ $state, $kind ] ];
	}
}
