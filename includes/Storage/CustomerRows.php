<?php
declare( strict_types=1 );

namespace Amicable\Storage;

/** Everything that lists, cards and pages show of customers: three indexed reads, whatever the number of customers. */
final class CustomerRows {

	/** Amounts of a line, one currency each. */
	public const AMOUNTS = [ 'gross', 'refunded', 'tax', 'shipping', 'fees' ];

	/** More quotes than this a pattern nobody reads on one page; the list of evidence has them all. */
	private const QUOTES = 20;

	public function __construct( private readonly Database $database ) {
	}

	/**
	 * @param list<int> $ids
	 * @return list<array<string, string|null>> Account and customer columns and `support_known_since`, in the order asked for; who does not exist is left out.
	 */
	public function of( array $ids ): array {
		$found = $this->by_customer(
			"SELECT c.id, c.name, c.email, c.locale, c.merged_into, c.excluded_at, c.extra_time_at, c.silent_at, c.blocked_at, c.blocked_until, c.blocked_by, c.blocked_reason, c.version, c.created_at, a.*,
				(SELECT s.sites FROM {$this->database->table( 'site_counts' )} s WHERE s.customer_id = c.id) AS sites,
				(SELECT MIN(t.created_at) FROM {$this->database->table( 'tickets' )} t) AS support_known_since
				FROM {$this->database->table( 'customers' )} c LEFT JOIN {$this->database->table( 'accounts' )} a ON a.customer_id = c.id
				WHERE c.id IN (%s)",
			$ids,
			'id'
		);
		$rows  = array_map( static fn ( int $id ): ?array => $found[ $id ][0] ?? null, $ids );

		return array_values( array_filter( $rows, is_array( ... ) ) );
	}

	/**
	 * Sums per currency, the currency of most orders first.
	 *
	 * @param list<int> $ids
	 * @return array<int, list<array<string, string|null>>>
	 */
	public function lines( array $ids ): array {
		return $this->by_customer( "SELECT * FROM {$this->database->table( 'account_lines' )} WHERE customer_id IN (%s) ORDER BY orders DESC, currency", $ids, 'customer_id' );
	}

	/**
	 * Flags that hold: neither expired nor dismissed.
	 *
	 * @param list<int> $ids
	 * @return array<int, list<array<string, string|null>>>
	 */
	public function flags( array $ids ): array {
		return $this->by_customer(
			"SELECT customer_id, pattern, level, state, since FROM {$this->database->table( 'flags' )}
				WHERE customer_id IN (%s) AND state IN ('open', 'confirmed', 'snoozed') ORDER BY level, since, id",
			$ids,
			'customer_id'
		);
	}

	/** @return list<array<string, string|null>> Whom a person said to be this customer; each may be taken apart again. */
	public function merged_into( int $id ): array {
		return $this->database->rows( "SELECT id, name, email FROM {$this->database->table( 'customers' )} WHERE merged_into = %d ORDER BY id", [ $id ] );
	}

	/**
	 * The latest evidence that nobody muted.
	 *
	 * @param list<int> $ids
	 * @return array<int, list<array<string, string|null>>> By customer, each with its pattern.
	 */
	public function evidence( array $ids ): array {
		return $this->by_customer(
			"SELECT customer_id, pattern, ticket_id, message_id, rule, quote, `at`, url FROM
				(SELECT e.*, ROW_NUMBER() OVER (PARTITION BY customer_id, pattern ORDER BY `at` DESC, id DESC) AS place FROM {$this->database->table( 'evidence' )} e WHERE customer_id IN (%s) AND muted = 0) latest
				WHERE place <= " . self::QUOTES . ' ORDER BY pattern, place',
			$ids,
			'customer_id'
		);
	}

	/**
	 * @param list<int> $ids
	 * @return array<int, list<array<string, string|null>>>
	 */
	private function by_customer( string $sql, array $ids, string $key ): array {
		if ( $ids === [] ) {
			return [];
		}
		$grouped = [];
		foreach ( $this->database->rows( sprintf( $sql, implode( ', ', array_fill( 0, count( $ids ), '%d' ) ) ), $ids ) as $row ) {
			$grouped[ (int) $row[ $key ] ][] = $row;
		}

		return $grouped;
	}
}
