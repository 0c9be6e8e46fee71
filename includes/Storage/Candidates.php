<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Closure;

/** Who may match a filter or a search, where they are few: read from the filter's own index, so that a rare thing is found without walking the whole list. */
final class Candidates {

	/** More than this are no longer few; then the list's own order finds a page of them sooner. */
	public const FEW = 3000;

	/** @param list<Closure(string): list<int>> $lookups Customers of a search text, told by somebody else: license keys, a whole address. */
	public function __construct(
		private readonly Database $database,
		private readonly Bins $bins,
		private readonly array $lookups,
		private readonly int $few = self::FEW,
	) {
	}

	/**
	 * Customers among whom everybody is whom the query wants.
	 *
	 * @return array{ids: list<int>|null, searched: bool} Ids are null when they are many; whether the search is settled by them.
	 */
	public function few( CustomerQuery $query ): array {
		$search = $this->found( $query->search );
		$few    = null;
		foreach ( [ $this->flagged( $query ), $this->accounts( 'stage', $query->stage ), $this->accounts( 'tier', $query->tier ), $this->buyers( $query->store ), $search ] as $ids ) {
			if ( $ids !== null && count( $ids ) <= $this->few ) {
				$few = $few === null ? $ids : array_values( array_intersect( $few, $ids ) );
			}
		}

		return [
			'ids'      => $few,
			'searched' => $search !== null && count( $search ) <= $this->few,
		];
	}

	/** The condition of a search that finds many, over `customers c`. Order numbers and keys never do. */
	public function text( string $search ): string {
		$like = $this->like( $search );

		return "(c.email LIKE $like OR c.name LIKE $like OR c.name_second LIKE $like OR c.name_last LIKE $like)";
	}

	/**
	 * Where to count those whom a query wants without reading the whole list: tables and conditions over `accounts a`, led by the filter that fewest pass.
	 *
	 * @return string|null Null: there is no such filter.
	 */
	public function led( CustomerQuery $query ): ?string {
		$accounts = "{$this->database->table( 'accounts' )} a";
		$marks    = Marks::condition( $query, 'a.marks' );
		$quote    = fn ( string $value ): string => (string) $this->database->wpdb->prepare( '%s', $value );
		if ( $query->search !== null ) {
			return "FROM ({$this->union( $query->search )}) m JOIN $accounts ON a.customer_id = m.id WHERE $marks";
		}
		if ( $query->flag !== null || $query->level !== null ) {
			$pattern = $query->flag === null ? '1 = 1' : "f.pattern = {$quote( $query->flag )}";
			$level   = $query->level === null ? '1 = 1' : "f.level = {$quote( $query->level )}";

			return "FROM {$this->database->table( 'flags' )} f JOIN $accounts ON a.customer_id = f.customer_id WHERE $pattern AND $level AND f.state IN ('open', 'confirmed') AND $marks";
		}
		foreach ( [ 'stage', 'tier' ] as $column ) {
			if ( $query->$column !== null ) {
				return "FROM $accounts WHERE a.$column = {$quote( $query->$column )} AND $marks";
			}
		}

		return null;
	}

	/** Each part cut where nobody counts on: a beginning that half the shop shares is found ten thousand times and no more. */
	private function union( string $search ): string {
		$like  = $this->like( $search );
		$parts = [];
		foreach ( [ 'email', 'name', 'name_second', 'name_last' ] as $column ) {
			$parts[] = "SELECT id FROM (SELECT id FROM {$this->database->table( 'customers' )} WHERE $column LIKE $like LIMIT " . ( CustomerList::EXACT_TO + 1 ) . ") by_$column";
		}

		return implode( ' UNION ', $parts );
	}

	/** @return list<int>|null */
	private function flagged( CustomerQuery $query ): ?array {
		if ( $query->flag === null && $query->level === null ) {
			return null;
		}
		$pattern = $query->flag === null ? '1 = 1' : 'pattern = %s';
		$level   = $query->level === null ? '1 = 1' : 'level = %s';

		return $this->ids( "SELECT customer_id AS id FROM {$this->database->table( 'flags' )} WHERE $pattern AND $level AND state IN ('open', 'confirmed')", [ $query->flag, $query->level ] );
	}

	/** @return list<int>|null */
	private function accounts( string $column, ?string $value ): ?array {
		return $value === null ? null : $this->ids( "SELECT customer_id AS id FROM {$this->database->table( 'accounts' )} WHERE $column = %s", [ $value ] );
	}

	/**
	 * Most shops have one store, and all their customers in it; only where few were counted is it worth looking who.
	 *
	 * @return list<int>|null
	 */
	private function buyers( ?string $store ): ?array {
		if ( $store === null || (int) $this->bins->sum( Marks::condition( new CustomerQuery( store: $store ), 'marks' ) ) > self::FEW ) {
			return null;
		}

		return $this->ids( "SELECT DISTINCT customer_id AS id FROM {$this->database->table( 'orders' )} WHERE store = %s", [ $store ] );
	}

	/** @return list<int>|null */
	private function found( ?string $search ): ?array {
		if ( $search === null ) {
			return null;
		}
		$customers = $this->database->table( 'customers' );
		$like      = $this->like( $search );
		$found     = array_map( static fn ( Closure $lookup ): array => $lookup( $search ), $this->lookups );
		foreach ( [ 'email', 'name', 'name_second', 'name_last' ] as $column ) {
			$found[] = $this->ids( "SELECT id FROM $customers WHERE $column LIKE $like AND merged_into IS NULL", [] );
		}
		$found[] = $this->ids( "SELECT customer_id AS id FROM {$this->database->table( 'orders' )} WHERE number = %s", [ $search ] );

		return array_values( array_unique( array_merge( ...$found ) ) );
	}

	/**
	 * @param list<string|null> $values
	 * @return list<int> One more than few, where there are.
	 */
	private function ids( string $sql, array $values ): array {
		return array_map( static fn ( array $row ): int => (int) $row['id'], $this->database->rows( $sql . ' LIMIT ' . ( $this->few + 1 ), $values ) );
	}

	/** The text as a quoted pattern of what begins with it. */
	private function like( string $search ): string {
		$wpdb = $this->database->wpdb;

		return (string) $wpdb->prepare( '%s', $wpdb->esc_like( $search ) . '%' );
	}
}
