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

	public function of( string $column ): string {
		return "$column $this->condition";
	}
}
