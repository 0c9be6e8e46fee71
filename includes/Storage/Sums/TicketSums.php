<?php
declare( strict_types=1 );

namespace Amicable\Storage\Sums;

use Amicable\Ledger\Inputs;
use Amicable\Storage\Database;

/** What tickets add up to: how many, when, how many the docs answer, and the fullest fourteen days. */
final class TicketSums {

	/** Not asked by anybody, or taken back. */
	private const NOT = "('spam', 'deleted')";

	/** A new question that is no fault of ours, and not from before the first purchase. */
	private const COUNTS = "t.is_new = 1 AND t.status NOT IN ('spam', 'deleted') AND COALESCE(t.cause, '') <> 'ours'";

	public function __construct( private readonly Database $database ) {
	}

	/**
	 * The steps to `ticket_sums` and `ticket_peaks`.
	 *
	 * @return array<string, string> Name => query, each reading the ones before and `first_orders`.
	 */
	public function steps( Scope $scope, string $as_of ): array {
		return [
			'ticket_sums'    => $this->sums( $scope ),
			'many_tickets'   => "SELECT {$scope->owner( 'customer_id' )} FROM {$this->tickets()} WHERE {$scope->of( 'customer_id' )} GROUP BY customer_id HAVING COUNT(*) >= " . Inputs::TICKETS_FOR_A_PEAK,
			'asked'          => $this->asked( $scope ),
			'ticket_windows' => $this->windows( $as_of ),
			'windows_ranked' => 'SELECT customer_id, ended_at, asked, ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY asked DESC, ended_at DESC, id DESC) AS place FROM ticket_windows',
			'ticket_peaks'   => 'SELECT customer_id, asked AS peak, ended_at AS peak_ended_at FROM windows_ranked WHERE place = 1',
		];
	}

	/** One row a customer with tickets. Before the first purchase counts apart; without a purchase nothing is before it. */
	private function sums( Scope $scope ): string {
		$before = 'f.first_at IS NOT NULL AND t.created_at < f.first_at';
		$count  = static fn ( string $where, string $as ): string => "SUM(CASE WHEN t.is_new = 1 AND $where THEN 1 ELSE 0 END) AS $as";

		return "SELECT {$scope->owner( 't.customer_id' )}, {$count( "NOT ($before)", 'tickets' )}, {$count( $before, 'tickets_before' )}, {$count( "NOT ($before) AND COALESCE(t.cause, '') <> 'ours'", 'charged' )},
			{$count( "NOT ($before) AND t.docs_answered IS NOT NULL", 'docs_known' )}, {$count( "NOT ($before) AND t.docs_answered = 1", 'docs_answered' )},
			MIN(t.created_at) AS first_ticket_at, MAX(t.created_at) AS last_ticket_at
			FROM {$this->tickets()} t LEFT JOIN first_orders f ON f.customer_id = t.customer_id
			WHERE {$scope->of( 't.customer_id' )} AND t.status NOT IN " . self::NOT . ' GROUP BY t.customer_id';
	}

	/** Tickets that count toward the rules, of those who may have enough of them, each with how many its customer has. */
	private function asked( Scope $scope ): string {
		return "SELECT t.id, t.customer_id, t.created_at, f.first_at, COUNT(*) OVER (PARTITION BY t.customer_id) AS many
			FROM many_tickets m JOIN {$this->tickets()} t ON t.customer_id = m.customer_id LEFT JOIN first_orders f ON f.customer_id = t.customer_id
			WHERE {$scope->of( 't.customer_id' )} AND " . self::COUNTS . ' AND (f.first_at IS NULL OR t.created_at >= f.first_at)';
	}

	/**
	 * The windows of fourteen days that end with a ticket of the last ninety, for customers with tickets enough, and how many fall into each. Of equally full ones the
	 * latest will count.
	 */
	private function windows( string $as_of ): string {
		$many  = Inputs::TICKETS_FOR_A_PEAK;
		$since = "DATE_SUB('$as_of', INTERVAL " . Inputs::PEAK_MEMORY_DAYS . ' DAY)';

		return "SELECT a.id, a.customer_id, a.created_at AS ended_at,
			(SELECT COUNT(*) FROM {$this->tickets()} t WHERE t.customer_id = a.customer_id AND t.created_at <= a.created_at AND t.created_at > DATE_SUB(a.created_at, INTERVAL " . Inputs::PEAK_DAYS . ' DAY)
				AND ' . self::COUNTS . " AND (a.first_at IS NULL OR t.created_at >= a.first_at)) AS asked
			FROM asked a WHERE a.many >= $many AND a.created_at >= $since AND a.created_at <= '$as_of'";
	}

	private function tickets(): string {
		return $this->database->table( 'tickets' );
	}
}
