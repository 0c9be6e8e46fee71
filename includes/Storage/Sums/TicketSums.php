<?php
declare( strict_types=1 );

namespace Amicable\Storage\Sums;

use Amicable\Ledger\Inputs;
use Amicable\Storage\Database;

/** What tickets add up to: how many, when, how many the docs answer, and the fullest fourteen days. */
final class TicketSums {

	/** Our own fault leaves the rules, and so does what nobody asked. */
	private const OURS = "COALESCE(t.cause, '') = 'ours'";

	private const NO_TICKETS = "('spam', 'deleted')";

	public function __construct(
		private readonly Database $database,
		private readonly OrderSums $orders,
	) {
	}

	/** One row a customer with tickets. Before the first purchase counts apart; without a purchase nothing is before it. */
	public function counts( Scope $scope ): string {
		$new    = 't.is_new = 1';
		$before = 'f.first_at IS NOT NULL AND t.created_at < f.first_at';

		return "SELECT t.customer_id,
			SUM(CASE WHEN $new AND NOT ($before) THEN 1 ELSE 0 END) AS tickets,
			SUM(CASE WHEN $new AND $before THEN 1 ELSE 0 END) AS tickets_before,
			SUM(CASE WHEN $new AND NOT ($before) AND NOT (" . self::OURS . ") THEN 1 ELSE 0 END) AS charged,
			SUM(CASE WHEN $new AND NOT ($before) AND t.docs_answered IS NOT NULL THEN 1 ELSE 0 END) AS docs_known,
			SUM(CASE WHEN $new AND NOT ($before) AND t.docs_answered = 1 THEN 1 ELSE 0 END) AS docs_answered,
			MIN(t.created_at) AS first_ticket_at, MAX(t.created_at) AS last_ticket_at
			FROM {$this->tickets()} t LEFT JOIN ({$this->orders->first( $scope )}) f ON f.customer_id = t.customer_id
			WHERE {$scope->of( 't.customer_id' )} AND t.status NOT IN " . self::NO_TICKETS . ' GROUP BY t.customer_id';
	}

	/**
	 * The fullest window of fourteen days that ended with a ticket in the last ninety, for customers with tickets enough to have one. Each window ends with one of the
	 * tickets; of equally full ones the latest counts.
	 */
	public function peaks( Scope $scope, string $as_of ): string {
		$many  = Inputs::TICKETS_FOR_A_PEAK;
		$days  = Inputs::PEAK_DAYS;
		$since = "DATE_SUB('$as_of', INTERVAL " . Inputs::PEAK_MEMORY_DAYS . ' DAY)';

		return "SELECT customer_id, peak, peak_ended_at FROM (
			SELECT customer_id, ended_at AS peak_ended_at, asked AS peak, ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY asked DESC, ended_at DESC, id DESC) AS place FROM (
				SELECT a.customer_id, a.id, MAX(a.created_at) AS ended_at, COUNT(*) AS asked
				FROM ({$this->asked( $scope )}) a
				JOIN ({$this->asked( $scope )}) b ON b.customer_id = a.customer_id AND b.created_at <= a.created_at AND b.created_at > DATE_SUB(a.created_at, INTERVAL $days DAY)
				WHERE a.created_at >= $since AND a.created_at <= '$as_of' AND a.customer_id IN (SELECT customer_id FROM ({$this->asked( $scope )}) n GROUP BY customer_id HAVING COUNT(*) >= $many)
				GROUP BY a.customer_id, a.id) windows
			) placed WHERE place = 1";
	}

	/** New tickets that count toward the rules. */
	private function asked( Scope $scope ): string {
		return "SELECT t.id, t.customer_id, t.created_at FROM {$this->tickets()} t LEFT JOIN ({$this->orders->first( $scope )}) f ON f.customer_id = t.customer_id
			WHERE {$scope->of( 't.customer_id' )} AND t.is_new = 1 AND t.status NOT IN " . self::NO_TICKETS . ' AND NOT (' . self::OURS . ') AND (f.first_at IS NULL OR t.created_at >= f.first_at)';
	}

	private function tickets(): string {
		return $this->database->table( 'tickets' );
	}
}
