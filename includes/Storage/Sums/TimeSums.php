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

	public function __construct(
		private readonly Database $database,
		private readonly OrderSums $orders,
	) {
	}

	/** One row a customer with time: seconds by kind, cost, and how many entries rest on our guess or have no price at all. */
	public function totals( Scope $scope, Inputs $inputs ): string {
		$counted = 'before_purchase = 0 AND ours = 0';

		return "SELECT customer_id,
			SUM(CASE WHEN $counted THEN seconds ELSE 0 END) AS seconds,
			SUM(CASE WHEN $counted THEN seconds * estimated ELSE 0 END) AS seconds_estimated,
			SUM(CASE WHEN before_purchase = 0 AND ours = 1 THEN seconds ELSE 0 END) AS seconds_ours,
			SUM(CASE WHEN before_purchase = 1 THEN seconds ELSE 0 END) AS seconds_before,
			SUM(CASE WHEN $counted AND seconds <> 0 AND hourly IS NOT NULL THEN " . Integers::round_signed( 'seconds * hourly', 3600 ) . " ELSE 0 END) AS cost,
			SUM(CASE WHEN $counted AND seconds <> 0 AND hourly IS NULL THEN 1 ELSE 0 END) AS unpriced,
			SUM(CASE WHEN $counted AND seconds <> 0 THEN guessed ELSE 0 END) AS guessed
			FROM ({$this->priced( $scope, $inputs )}) priced GROUP BY customer_id";
	}

	private function priced( Scope $scope, Inputs $inputs ): string {
		$default = null === $inputs->hourly_cost ? 'NULL' : (string) $inputs->hourly_cost;
		$guess   = $inputs->guessed ? 1 : 0;

		return "SELECT e.customer_id, e.seconds, e.estimated, COALESCE(e.own, $default) AS hourly, CASE WHEN e.own IS NULL THEN $guess ELSE 0 END AS guessed,
			CASE WHEN COALESCE(t.cause, '') = 'ours' THEN 1 ELSE 0 END AS ours, CASE WHEN f.first_at IS NOT NULL AND e.at < f.first_at THEN 1 ELSE 0 END AS before_purchase
			FROM (SELECT n.customer_id, n.ticket_id, n.seconds, n.estimated, n.at, {$this->own_cost( $inputs )} AS own FROM ({$this->entries( $scope, $inputs )}) n) e
			JOIN {$this->database->table( 'tickets' )} t ON t.id = e.ticket_id AND t.status NOT IN ('spam', 'deleted')
			LEFT JOIN ({$this->orders->first( $scope )}) f ON f.customer_id = e.customer_id";
	}

	/** What that agent's hour cost on that day, where somebody said so in the base currency. */
	private function own_cost( Inputs $inputs ): string {
		return $inputs->dated_costs
			? "(SELECT h.minor FROM {$this->database->table( 'hourly_costs' )} h WHERE h.agent_id = n.agent_id AND h.currency = '$inputs->base_currency' AND h.from_at <= n.at ORDER BY h.from_at DESC LIMIT 1)"
			: 'NULL';
	}

	private function entries( Scope $scope, Inputs $inputs ): string {
		return "SELECT customer_id, ticket_id, agent_id, seconds, at, 1 - measured AS estimated FROM (
				SELECT customer_id, ticket_id, agent_id, seconds, at, measured, MAX(measured) OVER (PARTITION BY ticket_id) AS best FROM {$this->database->table( 'time_entries' )} WHERE {$scope->of( 'customer_id' )}
			) logged WHERE measured = best
			UNION ALL {$this->estimates( $scope, $inputs )}";
	}

	/** One entry a reply: so many minutes, and the time to read what the customer wrote since the reply before, up to a limit. */
	private function estimates( Scope $scope, Inputs $inputs ): string {
		$longest = Inputs::LONGEST_REPLY_SECONDS;
		$reading = Integers::round( "60 * (chars * $inputs->chars_per_minute_hangul + hangul * $inputs->chars_per_minute)", $inputs->chars_per_minute * $inputs->chars_per_minute_hangul );

		return "SELECT customer_id, ticket_id, agent_id, CASE WHEN seconds > $longest THEN $longest ELSE seconds END AS seconds, at, 1 AS estimated FROM (
				SELECT customer_id, ticket_id, agent_id, at, $inputs->seconds_per_reply + $reading AS seconds FROM ({$this->replies( $scope )}) replies
			) guesses WHERE NOT EXISTS (SELECT 1 FROM {$this->database->table( 'time_entries' )} logged WHERE logged.ticket_id = guesses.ticket_id)";
	}

	/** Every agent's message with the letters of the customer's messages that came before it and after the reply before. */
	private function replies( Scope $scope ): string {
		return "SELECT customer_id, ticket_id, reply, COALESCE(MAX(CASE WHEN kind = 'agent' THEN author_id END), 0) AS agent_id, MAX(CASE WHEN kind = 'agent' THEN at END) AS at,
			SUM(CASE WHEN kind = 'customer' THEN chars - hangul ELSE 0 END) AS chars, SUM(CASE WHEN kind = 'customer' THEN hangul ELSE 0 END) AS hangul
			FROM (
				SELECT customer_id, ticket_id, kind, author_id, at, chars, hangul,
				COALESCE(SUM(CASE WHEN kind = 'agent' THEN 1 ELSE 0 END) OVER (PARTITION BY ticket_id ORDER BY at, id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS reply
				FROM {$this->database->table( 'messages' )} WHERE {$scope->of( 'customer_id' )} AND kind IN ('customer', 'agent')
			) numbered GROUP BY customer_id, ticket_id, reply HAVING MAX(CASE WHEN kind = 'agent' THEN 1 ELSE 0 END) = 1";
	}
}
