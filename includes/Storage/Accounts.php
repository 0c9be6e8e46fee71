<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Ledger\Inputs;
use Amicable\Storage\Sums\Scope;
use DateTimeImmutable;

/** Accounts as they are read. What holds for all of them alike, since when support is known, is added here and never stored. */
final class Accounts {

	public function __construct(
		private readonly Database $database,
		private readonly InputFacts $inputs,
	) {
	}

	/**
	 * Every column of `accounts`, and `support_known_since` and `at_least`: support data begin later than the first purchase, so cost is at least this.
	 *
	 * @return array<string, string|null>|null
	 */
	public function row( int $customer_id ): ?array {
		$row = $this->database->row( "SELECT * FROM {$this->database->table( 'accounts' )} WHERE customer_id = %d", [ $customer_id ] );

		return $row === null ? null : $this->told( [ $row ] )[0];
	}

	/**
	 * @param list<array<string, string|null>> $rows With `first_order_at` and `support_cost`; who asked for `support_known_since` already is not asked again.
	 * @return list<array<string, string|null>> With `support_known_since` and `at_least`.
	 */
	public function told( array $rows ): array {
		$since = array_key_exists( 'support_known_since', $rows[0] ?? [] ) ? $rows[0]['support_known_since'] : $this->since();

		return array_map(
			static fn ( array $row ): array => [
				...$row,
				'support_known_since' => $since,
				'at_least'            => $since !== null && ( $row['support_cost'] ?? null ) !== null && ( $row['first_order_at'] ?? null ) !== null && $row['first_order_at'] < $since ? '1' : '0',
			],
			$rows
		);
	}

	private function since(): ?string {
		$since = $this->inputs->support_known_since();

		return $since === null ? null : Database::time( $since );
	}

	/**
	 * Customers whose flags could change with their account: it allows a finding, or there is a flag already, also of somebody who was merged away.
	 *
	 * @return list<int>
	 */
	public function to_judge( Scope $scope, Inputs $inputs ): array {
		$rows = $this->database->rows(
			"SELECT customer_id FROM {$this->database->table( 'accounts' )} WHERE {$scope->of( 'customer_id' )} AND ({$this->may_be_flagged( $inputs )})
			UNION SELECT customer_id FROM {$this->database->table( 'flags' )} WHERE {$scope->of( 'customer_id' )}
			UNION SELECT customer_id FROM {$this->database->table( 'findings' )} WHERE {$scope->of( 'customer_id' )} AND label NOT IN ('praise', 'apology', 'profanity', 'contact_wish')
			UNION SELECT customer_id FROM {$this->database->table( 'disputes' )} WHERE {$scope->of( 'customer_id' )}
			UNION SELECT customer_id FROM {$this->database->table( 'orders' )} WHERE dispute IN ('warning', 'open', 'lost') AND {$scope->of( 'customer_id' )}
			UNION SELECT customer_id FROM {$this->database->table( 'refunds' )} WHERE {$scope->of( 'customer_id' )} GROUP BY customer_id HAVING COUNT(*) >= %d
			ORDER BY customer_id",
			[ $inputs->has_own_rules() ? 1 : $inputs->rules['repeat_refunds']['times'] ?? 1 ]
		);

		return array_map( static fn ( array $row ): int => (int) $row['customer_id'], $rows );
	}

	/**
	 * Those of them who bought something.
	 *
	 * @param list<int> $customer_ids
	 * @return list<int>
	 */
	public function buyers( array $customer_ids ): array {
		$rows = $customer_ids === [] ? [] : $this->database->rows( "SELECT customer_id FROM {$this->database->table( 'accounts' )} WHERE orders > 0 AND customer_id IN (" . implode( ', ', $customer_ids ) . ')' );

		return array_map( static fn ( array $row ): int => (int) $row['customer_id'], $rows );
	}

	/**
	 * Customers of whom a rule could say anything: who ever wrote, gave something back or disputed a payment; the next ones by id.
	 *
	 * @return list<int>
	 */
	public function with_history( int $after, int $limit ): array {
		$of   = fn ( string $table ): string => "EXISTS (SELECT 1 FROM {$this->database->table( $table )} x WHERE x.customer_id = a.customer_id";
		$rows = $this->database->rows(
			"SELECT a.customer_id FROM {$this->database->table( 'accounts' )} a WHERE a.customer_id > %d AND (a.last_ticket_at IS NOT NULL OR {$of( 'refunds' )}) OR {$of( 'disputes' )}) OR {$of( 'orders' )} AND x.dispute IN ('warning', 'open', 'lost'))) ORDER BY a.customer_id LIMIT %d",
			[ $after, $limit ]
		);

		return array_map( static fn ( array $row ): int => (int) $row['customer_id'], $rows );
	}

	/**
	 * Customers who asked at least so often since a moment, whatever of it counts.
	 *
	 * @return list<int>
	 */
	public function askers( int $least, DateTimeImmutable $since, int $limit ): array {
		$rows = $this->database->rows( "SELECT customer_id FROM {$this->database->table( 'tickets' )} WHERE created_at > %s AND customer_id IS NOT NULL AND is_new = 1 GROUP BY customer_id HAVING COUNT(*) >= %d ORDER BY customer_id LIMIT %d", [ Database::time( $since ), $least, $limit ] );

		return array_map( static fn ( array $row ): int => (int) $row['customer_id'], $rows );
	}

	/**
	 * Customers whose fullest fourteen days ended before this.
	 *
	 * @return list<int>
	 */
	public function with_peak_before( DateTimeImmutable $moment, int $limit ): array {
		$rows = $this->database->rows( "SELECT customer_id FROM {$this->database->table( 'accounts' )} WHERE tickets_peak_14d > 0 AND peak_ended_at < %s ORDER BY customer_id LIMIT %d", [ Database::time( $moment ), $limit ] );

		return array_map( static fn ( array $row ): int => (int) $row['customer_id'], $rows );
	}

	/** What has to be true of an account before any rule may find something: no more than the account itself can tell. */
	private function may_be_flagged( Inputs $inputs ): string {
		$docs = $inputs->rules['docs_questions'] ?? [];
		$cost = $inputs->rules['cost_over_paid'] ?? [];
		$lean = $inputs->rules['early_signs'] ?? [];
		$peak = ( $docs['days'] ?? PHP_INT_MAX ) <= Inputs::PEAK_DAYS && ( $docs['watch'] ?? 0 ) >= Inputs::TICKETS_FOR_A_PEAK;

		return sprintf(
			"%s >= %d OR (tickets >= %d AND ratio >= %d) OR (tickets >= %d AND last_ticket_at > '%s')%s",
			$peak ? 'tickets_peak_14d' : 'tickets',
			$docs['watch'] ?? 1,
			$cost['tickets'] ?? 1,
			$cost['watch_millionths'] ?? 0,
			// Which way it goes can be said only of who asked lately, and more than once or twice.
			min( $lean['questions'] ?? 1, $cost['tickets'] ?? 1 ),
			gmdate( 'Y-m-d H:i:s', Database::moment( $inputs->as_of )->getTimestamp() - 86400 * ( $lean['days'] ?? Inputs::PEAK_MEMORY_DAYS ) ),
			// A rule of the owner's own may ask anything of whoever ever wrote.
			$inputs->has_own_rules() ? ' OR last_ticket_at IS NOT NULL' : '',
		);
	}
}
