<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Ledger\Inputs;
use Amicable\Patterns\PerSite;

/**
 * How many customers other thresholds would show, before anybody saves them: one count over a range of an indexed column of the accounts.
 * The accounts hold sums and not every ticket, so this is close, and what they cannot answer is null.
 */
final class PatternPreview {

	/** The only window that the accounts know the fullest of. */
	private const DAYS = 14;

	public function __construct( private readonly Database $database ) {
	}

	/**
	 * @param array{watch: int, flag: int, days: int, answered_percent: int, known: int} $threshold
	 * @return array{watch: int, flag: int}|null
	 */
	public function docs_questions( array $threshold ): ?array {
		if ( $threshold['days'] !== self::DAYS || $threshold['watch'] < Inputs::TICKETS_FOR_A_PEAK ) {
			return null;
		}
		$usual = PerSite::USUAL;
		$asked = "tickets_peak_14d * $usual >= %d * CASE WHEN sites > $usual THEN sites ELSE $usual END"; // `PerSite::line()` without a division.

		return $this->count(
			"$asked AND docs_known >= %d AND docs_answered * 100 >= docs_known * %d",
			[ $threshold['flag'], $threshold['known'], $threshold['answered_percent'] ],
			"tickets_peak_14d >= %d AND $asked",
			[ $threshold['watch'], $threshold['watch'] ],
		);
	}

	/**
	 * Both against paid and against gross, and above rather than at, as the rule itself.
	 *
	 * @param array{watch_millionths: int, flag_millionths: int, tickets: int, minutes: int} $threshold
	 * @return array{watch: int, flag: int}
	 */
	public function cost_over_paid( array $threshold ): array {
		$above = 'support_cost * 1000000 > paid_base * %d AND support_cost * 1000000 > gross_base * %d';
		[ $watch, $flag ] = [ $threshold['watch_millionths'], $threshold['flag_millionths'] ];

		return $this->count(
			$above,
			[ $flag, $flag ],
			"ratio >= %d AND $above AND tickets >= %d AND seconds >= %d",
			[ $watch, $watch, $watch, $threshold['tickets'], 60 * $threshold['minutes'] ],
		);
	}

	/**
	 * @param list<int> $flag_values
	 * @param list<int> $watch_values
	 * @return array{watch: int, flag: int} Nobody is counted twice.
	 */
	private function count( string $flag, array $flag_values, string $watch, array $watch_values ): array {
		$row   = $this->database->row( "SELECT COUNT(*) AS watched, SUM(CASE WHEN $flag THEN 1 ELSE 0 END) AS flagged FROM {$this->database->table( 'accounts' )} a LEFT JOIN {$this->database->table( 'site_counts' )} s ON s.customer_id = a.customer_id WHERE $watch", [ ...$flag_values, ...$watch_values ] );
		$flags = (int) ( $row['flagged'] ?? 0 );

		return [
			'watch' => (int) ( $row['watched'] ?? 0 ) - $flags,
			'flag'  => $flags,
		];
	}
}
