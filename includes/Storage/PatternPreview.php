<?php
declare( strict_types=1 );

namespace Amicable\Storage;

/** How many customers other lines of cost would show, before anybody saves them: one count over a range of an indexed column of the accounts. */
final class PatternPreview {

	public function __construct( private readonly Database $database ) {
	}

	/**
	 * Both against paid and against gross, and above rather than at, as the rule itself.
	 *
	 * @param array{watch_millionths: int, flag_millionths: int, tickets: int, minutes: int} $threshold
	 * @return array{watch: int, flag: int} Nobody is counted twice.
	 */
	public function cost_over_paid( array $threshold ): array {
		$above            = 'support_cost * 1000000 > paid_base * %d AND support_cost * 1000000 > gross_base * %d';
		[ $watch, $flag ] = [ $threshold['watch_millionths'], $threshold['flag_millionths'] ];
		$row              = $this->database->row(
			"SELECT COUNT(*) AS watched, SUM(CASE WHEN $above THEN 1 ELSE 0 END) AS flagged FROM {$this->database->table( 'accounts' )} WHERE ratio >= %d AND $above AND tickets >= %d AND seconds >= %d",
			[ $flag, $flag, $watch, $watch, $watch, $threshold['tickets'], 60 * $threshold['minutes'] ]
		);
		$flags            = (int) ( $row['flagged'] ?? 0 );

		return [
			'watch' => (int) ( $row['watched'] ?? 0 ) - $flags,
			'flag'  => $flags,
		];
	}
}
