<?php
declare( strict_types=1 );

namespace Amicable\Storage\Reports;

use Amicable\Cases\Report\ConcessionMonth;
use Amicable\Cases\Report\Months;
use Amicable\HelpDesks\Channel;
use Amicable\Patterns\Slug;
use Amicable\Storage\Database;
use DateTimeImmutable;

/** What was given and what was answered, added up by month where it stands. */
final class MonthSums {

	public function __construct( private readonly Database $database ) {
	}

	/** @return list<array{month: string, currency: string, threat: string, given: int, used: int, cost: int}> */
	public function concessions( Months $months ): array {
		[ $month, $names ] = self::month_of( 'g.created_at', $months );
		$threat            = $this->threat();
		$rows              = $this->database->rows(
			"WITH threatened AS ({$this->threatened()}),
				given AS (SELECT $month AS month, g.currency, CASE WHEN g.used > 0 THEN 1 ELSE 0 END AS used, g.cost, $threat AS threat
					FROM {$this->database->table( 'goodwill' )} g LEFT JOIN threatened h ON h.customer_id = g.customer_id WHERE g.created_at >= %s AND g.created_at < %s)
				SELECT month, currency, threat, COUNT(*) AS given, SUM(used) AS used, SUM(CASE WHEN used = 1 THEN cost ELSE 0 END) AS cost FROM given GROUP BY month, currency, threat ORDER BY month, currency, threat",
			[ ...$names, ...self::span( $months ) ]
		);

		return array_map(
			static fn ( array $row ): array => [
				'month'    => (string) $row['month'],
				'currency' => (string) $row['currency'],
				'threat'   => (string) $row['threat'],
				'given'    => (int) $row['given'],
				'used'     => (int) $row['used'],
				'cost'     => (int) $row['cost'],
			],
			$rows
		);
	}

	/**
	 * How fast we were: what was asked, answered within the hours that the owner promises, later, or not at all. What is not due yet is none of these three.
	 *
	 * @return array<string, array<string, string|null>> By month: asked, in_time, late, unanswered.
	 */
	public function answers( Months $months, int $hours, DateTimeImmutable $now ): array {
		[ $month, $names ] = self::month_of( 't.created_at', $months );
		$due               = "DATE_ADD(t.first_customer_at, INTERVAL $hours HOUR)";
		$elsewhere         = "EXISTS (SELECT 1 FROM {$this->database->table( 'case_entries' )} e WHERE e.ticket_id = t.id AND e.kind = 'answered')";
		$rows              = $this->database->rows(
			"SELECT month, COUNT(*) AS asked, SUM(CASE WHEN how = 'in_time' THEN 1 ELSE 0 END) AS in_time, SUM(CASE WHEN how = 'late' THEN 1 ELSE 0 END) AS late, SUM(CASE WHEN how = 'unanswered' THEN 1 ELSE 0 END) AS unanswered
				FROM (SELECT $month AS month, CASE WHEN t.first_agent_at <= $due THEN 'in_time' WHEN t.first_agent_at IS NOT NULL THEN 'late' WHEN $due >= %s OR $elsewhere THEN 'open' ELSE 'unanswered' END AS how
					FROM {$this->database->table( 'tickets' )} t WHERE t.created_at >= %s AND t.created_at < %s AND t.first_customer_at IS NOT NULL AND t.customer_id IS NOT NULL AND t.duplicate_of IS NULL
					AND t.channel <> %s AND t.status NOT IN ('spam', 'deleted', 'merged')) asked GROUP BY month",
			[ ...$names, Database::time( $now ), ...self::span( $months ), Channel::PublicPost->value ]
		);

		$by = [];
		foreach ( $rows as $row ) {
			$by[ (string) $row['month'] ] = $row;
		}

		return $by;
	}

	/** Whose messages were read as a threat that nobody called a mistake, and whether a person ever said that it is one. Whoever was merged counts as who they are now. */
	private function threatened(): string {
		$said = "EXISTS (SELECT 1 FROM {$this->database->table( 'log' )} l WHERE l.object = 'flag' AND l.object_id = f.id AND l.what = 'flag_confirmed')";

		return "SELECT COALESCE(k.merged_into, k.id) AS customer_id, MAX(CASE WHEN $said THEN 1 ELSE 0 END) AS confirmed FROM {$this->database->table( 'flags' )} f
			JOIN {$this->database->table( 'customers' )} k ON k.id = f.customer_id WHERE f.pattern = '" . Slug::ThreatWithDemand->value . "' AND f.state <> 'dismissed' GROUP BY COALESCE(k.merged_into, k.id)";
	}

	/** The message counts, not the day of the flag: a flag moves on with each new one. */
	private function threat(): string {
		$heard = "EXISTS (SELECT 1 FROM {$this->database->table( 'tickets' )} t JOIN {$this->database->table( 'evidence' )} e ON e.ticket_id = t.id
			WHERE t.customer_id = g.customer_id AND e.pattern = '" . Slug::ThreatWithDemand->value . "' AND e.muted = 0 AND e.at <= g.created_at AND e.at >= DATE_SUB(g.created_at, INTERVAL " . ConcessionMonth::DAYS . ' DAY))';

		return "CASE WHEN h.customer_id IS NULL OR NOT $heard THEN '" . ConcessionMonth::NONE . "' WHEN h.confirmed = 1 THEN '" . ConcessionMonth::CONFIRMED . "' ELSE '" . ConcessionMonth::UNJUDGED . "' END";
	}

	/** @return array{string, list<string>} SQL for the name of a moment's month, and its values. */
	private static function month_of( string $moment, Months $months ): array {
		$sql    = 'CASE';
		$values = [];
		foreach ( $months->begins as $name => $begin ) {
			$sql     .= " WHEN $moment >= %s THEN %s";
			$values[] = Database::time( $begin );
			$values[] = (string) $name;
		}

		return [ "$sql END", $values ];
	}

	/** @return array{string, string} */
	private static function span( Months $months ): array {
		return [ Database::time( $months->begin() ), Database::time( $months->end ) ];
	}
}
