<?php
declare( strict_types=1 );

namespace Amicable\Storage;

/**
 * Pages of customers in any order. The list has two parts, those with a value and those without, who come last whichever way it is sorted; each is a range of an index.
 */
final class CustomerList {

	public const EXACT_TO = 10_000;

	public function __construct(
		private readonly Database $database,
		private readonly Candidates $candidates,
		private readonly Bins $bins,
	) {
	}

	public function page( CustomerQuery $query ): CustomerPage {
		$few  = $this->candidates->few( $query );
		$from = $this->from( $query, $few['ids'], $few['searched'] );

		return ( $few['ids'] === null ? null : $this->page_of_few( $query, $from ) ) ?? $this->page_of_many( $query, $from );
	}

	/** All of them in one read. Null: the row that the page begins after is no longer among them. */
	private function page_of_few( CustomerQuery $query, string $from ): ?CustomerPage {
		[ $column, $id ] = $this->columns( $query );
		$way             = $query->descending ? 'DESC' : 'ASC';
		$rows            = $this->database->rows( "SELECT $id AS id, $column AS value $from ORDER BY CASE WHEN $column IS NULL THEN 1 ELSE 0 END, $column $way, $id $way" );
		$at              = $query->after === null ? null : array_search( (string) $query->after['id'], array_column( $rows, 'id' ), true );
		if ( $at === false ) {
			return null;
		}
		$first = match ( true ) {
			$query->backwards => ( $at ?? count( $rows ) ) - $query->per_page,
			$at !== null      => $at + 1,
			default           => ( $query->page - 1 ) * $query->per_page,
		};
		$page  = array_slice( $rows, max( 0, $first ), $query->per_page + min( 0, $first ) );
		$page  = array_map( fn ( array $row ): array => $this->position( $query, $row ), $page );
		$last  = max( 0, $first ) + count( $page );

		return new CustomerPage(
			array_column( $page, 'id' ),
			count( $rows ),
			false,
			$last < count( $rows ) && $page !== [] ? $page[ count( $page ) - 1 ] : null,
			$first > 0 && $page !== [] ? $page[0] : null,
		);
	}

	private function page_of_many( CustomerQuery $query, string $from ): CustomerPage {
		$skip = $query->after === null && ! $query->backwards ? ( $query->page - 1 ) * $query->per_page : 0;
		$rows = $this->rows( $query, $from, $query->per_page + 1, $skip );
		$more = count( $rows ) > $query->per_page;
		$rows = array_slice( $rows, 0, $query->per_page );
		$rows = $query->backwards ? array_reverse( $rows ) : $rows;
		$ends = [
			'first' => $rows[0] ?? null,
			'last'  => $rows === [] ? null : $rows[ count( $rows ) - 1 ],
		];

		return new CustomerPage(
			array_column( $rows, 'id' ),
			...$this->total( $query ),
			next: ( $query->backwards ? $query->after !== null : $more ) ? $ends['last'] : null,
			prev: ( $query->backwards ? $more : $query->after !== null || $skip > 0 ) ? $ends['first'] : null,
		);
	}

	/**
	 * @return list<array{value: int|string|null, id: int}>
	 */
	private function rows( CustomerQuery $query, string $from, int $limit, int $skip ): array {
		$parts = [ true, false ];
		if ( $query->backwards ) {
			$parts = [ false, true ];
		}
		$after = $query->after;
		$rows  = [];
		foreach ( $parts as $valued ) {
			$other_part = $after !== null && ( $after['value'] !== null ) !== $valued;
			if ( count( $rows ) >= $limit || ( $other_part && $this->is_behind( $query, $valued ) ) ) {
				continue;
			}
			$page = $this->part( $query, $from, $valued, $other_part ? null : $after, $limit - count( $rows ), $skip );
			$skip = $page === [] && $skip > 0 ? max( 0, $skip - $this->count_part( $query, $from, $valued ) ) : 0;
			$rows = [ ...$rows, ...$page ];
		}

		return $rows;
	}

	/** Whether a part lies wholly on the side that was already shown. */
	private function is_behind( CustomerQuery $query, bool $valued ): bool {
		return $query->backwards ? ! $valued : $valued;
	}

	/**
	 * @param array{value: int|string|null, id: int}|null $after
	 * @return list<array{value: int|string|null, id: int}>
	 */
	private function part( CustomerQuery $query, string $from, bool $valued, ?array $after, int $limit, int $skip ): array {
		[ $column, $id ] = $this->columns( $query );
		$down            = $query->descending !== $query->backwards;
		$way             = $down ? 'DESC' : 'ASC';
		$where           = [ $valued ? "$column IS NOT NULL" : "$column IS NULL" ];
		$values          = [];
		if ( $after !== null ) {
			$sign    = $down ? '<' : '>';
			$mark    = Database::mark( $after['value'] );
			$where[] = $valued ? "($column $sign $mark OR ($column = $mark AND $id $sign %d))" : "$id $sign %d";
			$values  = $valued ? [ $after['value'], $after['value'], $after['id'] ] : [ $after['id'] ];
		}
		$order = $valued ? "$column $way, $id $way" : "$id $way";
		$rows  = $this->database->rows( "SELECT $id AS id, $column AS value $from AND " . implode( ' AND ', $where ) . " ORDER BY $order LIMIT %d OFFSET %d", [ ...$values, $limit, $skip ] );

		return array_map( fn ( array $row ): array => $this->position( $query, $row ), $rows );
	}

	private function count_part( CustomerQuery $query, string $from, bool $valued ): int {
		[ $column ] = $this->columns( $query );

		return (int) $this->database->value( "SELECT COUNT(*) FROM (SELECT 1 AS one $from AND $column IS " . ( $valued ? 'NOT NULL' : 'NULL' ) . ' LIMIT ' . self::EXACT_TO . ') part' );
	}

	/**
	 * @param array<string, string|null> $row
	 * @return array{value: int|string|null, id: int}
	 */
	private function position( CustomerQuery $query, array $row ): array {
		$value = $row['value'];
		$text  = in_array( $query->orderby, [ 'name', 'last_order_at', 'last_ticket_at' ], true );

		return [
			'value' => $value === null || $text ? $value : (int) $value,
			'id'    => (int) $row['id'],
		];
	}

	/** @return array{string, string} The sort's column and the column of the customer's id, both of one index. */
	private function columns( CustomerQuery $query ): array {
		return $query->orderby === 'name' ? [ 'c.name', 'c.id' ] : [ "a.$query->orderby", 'a.customer_id' ];
	}

	/**
	 * Table and conditions, already prepared, to which more conditions may be added.
	 *
	 * @param list<int>|null $few
	 */
	private function from( CustomerQuery $query, ?array $few, bool $searched ): string {
		$id       = $this->columns( $query )[1];
		$names    = "{$this->database->table( 'customers' )} c";
		$accounts = "{$this->database->table( 'accounts' )} a";
		$tables   = $query->orderby === 'name' ? "$names JOIN $accounts ON a.customer_id = c.id" : $accounts;
		$where    = [ Marks::condition( $query, 'a.marks' ) ];
		if ( $few !== null ) {
			$where[] = $few === [] ? '1 = 0' : "$id IN (" . implode( ', ', $few ) . ')';
		}
		if ( $query->search !== null && ! $searched ) {
			$text    = $this->candidates->text( $query->search );
			$where[] = $query->orderby === 'name' ? $text : "(SELECT 1 FROM $names WHERE c.id = a.customer_id AND $text) = 1";
		}

		return "FROM $tables WHERE " . implode( ' AND ', $where );
	}

	/** @return array{total: int, about: bool} */
	private function total( CustomerQuery $query ): array {
		$exact = self::EXACT_TO;
		$rough = $query->search !== null ? null : $this->bins->sum( Marks::condition( $query, 'marks' ) );
		if ( $rough !== null && $rough > 1.1 * $exact ) {
			return [
				'total' => $rough,
				'about' => true,
			];
		}
		$from  = $this->candidates->led( $query ) ?? "FROM {$this->database->table( 'accounts' )} a WHERE " . Marks::condition( $query, 'a.marks' );
		$one   = $query->level !== null && $query->flag === null ? 'DISTINCT a.customer_id' : '1';
		$count = (int) $this->database->value( "SELECT COUNT(*) FROM (SELECT $one AS one $from LIMIT " . ( $exact + 1 ) . ') wanted' );

		return [
			'total' => $count,
			'about' => $count > $exact,
		];
	}
}
