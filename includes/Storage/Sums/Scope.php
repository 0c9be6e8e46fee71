<?php
declare( strict_types=1 );

namespace Amicable\Storage\Sums;

/** Whose accounts a statement is about: one customer, some, or all with ids in a range. The same SQL runs for each. */
final class Scope {

	private function __construct( private readonly string $condition ) {
	}

	public static function one( int $customer_id ): self {
		return new self( "= $customer_id" );
	}

	public static function range( int $first, int $last ): self {
		return new self( "BETWEEN $first AND $last" );
	}

	/** @param non-empty-list<int> $customer_ids */
	public static function some( array $customer_ids ): self {
		return new self( 'IN (' . implode( ', ', $customer_ids ) . ')' );
	}

	/**
	 * Whose a sum is, in a query that is grouped by this column.
	 *
	 * `MAX()` where the bare column would do: MariaDB takes a sum that is joined by the column it is grouped by for one that it had better make anew for every row
	 * (fifty times slower here), and so it does not. `CAST()`, since SQLite joins by an index of its own making only what has a type, and a function's result has none.
	 */
	public function owner( string $column ): string {
		return "CAST(MAX($column) AS UNSIGNED) AS customer_id";
	}

	public function of( string $column ): string {
		return "$column $this->condition";
	}
}
