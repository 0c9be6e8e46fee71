<?php
declare( strict_types=1 );

namespace Amicable\Storage\Sums;

use Amicable\Ledger\Inputs;
use Amicable\Storage\Database;

/**
 * What support took and what that costs. For each ticket one source of time counts, the best there is: measured entries, else a desk's own estimates, else ours from
 * the messages. The cost of every entry is rounded by itself, so that every total is the sum of what is shown.
 */
final class TimeSums {

	public function __construct( private readonly Database $database ) {
	}

	/**
	 * The steps to `time_sums`, one row a customer with time.
	 *
	 * @return array<string, string> Name => query, each reading the ones before and `first_orders`.
	 */
	public function steps( Scope $scope, Inputs $inputs ): array {
		return [
			'logged'         => "SELECT customer_id, ticket_id, agent_id, seconds, at, measured, MAX(measured) OVER (PARTITION BY ticket_id) AS best FROM {$this->entries()} WHERE {$scope->of( 'customer_id' )}",
			'numbered'       => $this->numbered( $scope ),
			'replies'        => $this->replies( $inputs ),
			'guessed'        => $this->guessed( $inputs ),
			'entries'        => 'SELECT customer_id, ticket_id, agent_id, seconds, at, 1 - measured AS estimated FROM logged WHERE measured = best
				UNION ALL SELECT customer_id, ticket_id, agent_id, CASE WHEN seconds > ' . Inputs::LONGEST_REPLY_SECONDS . ' THEN ' . Inputs::LONGEST_REPLY_SECONDS . ' ELSE seconds END AS seconds, at, 1 AS estimated FROM guessed',
			'entries_priced' => "SELECT n.customer_id, n.ticket_id, n.seconds, n.estimated, n.at, {$this->own_cost( $inputs )} AS own FROM entries n",
			'entries_parted' => $this->parted( $inputs ),
			'entries_cost'   => 'SELECT customer_id, seconds, estimated, guessed, part, ' . Integers::round_signed( 'worth', 3600 ) . ' AS cost FROM entries_parted',
			'time_sums'      => $this->sums( $scope ),
		];
	}

	/** Every message with how many replies came before it in its ticket. */
	private function numbered( Scope $scope ): string {
		return "SELECT customer_id, ticket_id, kind, author_id, at, chars, hangul,
			COALESCE(SUM(CASE WHEN kind = 'agent' THEN 1 ELSE 0 END) OVER (PARTITION BY ticket_id ORDER BY at, id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS reply
			FROM {$this->database->table( 'messages' )} WHERE {$scope->of( 'customer_id' )} AND kind IN ('customer', 'agent')";
	}

	/** Every reply, and the work of reading what the customer wrote since the one before. Automatic and machine-written messages cost nothing. */
	private function replies( Inputs $inputs ): string {
		$sum = static fn ( string $what ): string => "SUM(CASE WHEN kind = 'customer' THEN $what ELSE 0 END)";

		return "SELECT customer_id, ticket_id, COALESCE(MAX(CASE WHEN kind = 'agent' THEN author_id END), 0) AS agent_id, MAX(CASE WHEN kind = 'agent' THEN at END) AS at,
			60 * ({$sum( 'chars - hangul' )} * $inputs->chars_per_minute_hangul + {$sum( 'hangul' )} * $inputs->chars_per_minute) AS work
			FROM numbered GROUP BY customer_id, ticket_id, reply HAVING MAX(CASE WHEN kind = 'agent' THEN 1 ELSE 0 END) = 1";
	}

	/** One entry a reply, in tickets where nobody logged time. */
	private function guessed( Inputs $inputs ): string {
		$reading = Integers::round( 'work', $inputs->chars_per_minute * $inputs->chars_per_minute_hangul );

		return "SELECT customer_id, ticket_id, agent_id, $inputs->seconds_per_reply + $reading AS seconds, at FROM replies
			WHERE NOT EXISTS (SELECT 1 FROM {$this->entries()} l WHERE l.ticket_id = replies.ticket_id)";
	}

	/** What that agent's hour cost on that day, where somebody said so in the base currency. */
	private function own_cost( Inputs $inputs ): string {
		return $inputs->dated_costs
			? "(SELECT h.minor FROM {$this->database->table( 'hourly_costs' )} h WHERE h.agent_id = n.agent_id AND h.currency = '$inputs->base_currency' AND h.from_at <= n.at ORDER BY h.from_at DESC LIMIT 1)"
			: 'NULL';
	}

	/** Each entry with what it is part of: before the first purchase, our own fault, or counted; `worth` is seconds × hourly cost. */
	private function parted( Inputs $inputs ): string {
		$default = $inputs->hourly_cost === null ? 'NULL' : (string) $inputs->hourly_cost;
		$guess   = $inputs->guessed ? 1 : 0;

		return "SELECT e.customer_id, e.seconds, e.estimated, e.seconds * COALESCE(e.own, $default) AS worth, CASE WHEN e.own IS NULL THEN $guess ELSE 0 END AS guessed,
			CASE WHEN f.first_at IS NOT NULL AND e.at < f.first_at THEN 'before' WHEN t.cause = 'ours' THEN 'ours' ELSE 'counted' END AS part
			FROM entries_priced e JOIN {$this->database->table( 'tickets' )} t ON t.id = e.ticket_id AND t.status NOT IN ('spam', 'deleted')
			LEFT JOIN first_orders f ON f.customer_id = e.customer_id";
	}

	/** Seconds by part, cost, and how many entries rest on our guess or have no price at all. */
	private function sums( Scope $scope ): string {
		$sum     = static fn ( string $where, string $what, string $as ): string => "SUM(CASE WHEN $where THEN $what ELSE 0 END) AS $as";
		$counted = "part = 'counted'";

		return "SELECT {$scope->owner( 'customer_id' )}, {$sum( $counted, 'seconds', 'seconds' )}, {$sum( $counted, 'seconds * estimated', 'seconds_estimated' )}, {$sum( "part = 'ours'", 'seconds', 'seconds_ours' )},
			{$sum( "part = 'before'", 'seconds', 'seconds_before' )}, {$sum( $counted, 'COALESCE(cost, 0)', 'cost' )}, {$sum( "$counted AND cost IS NULL AND seconds <> 0", '1', 'unpriced' )}, {$sum( "$counted AND seconds <> 0", 'guessed', 'guessed' )}
			FROM entries_cost GROUP BY customer_id";
	}

	private function entries(): string {
		return $this->database->table( 'time_entries' );
	}
}
