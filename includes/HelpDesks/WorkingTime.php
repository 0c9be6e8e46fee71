<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks;

use DateTimeImmutable;
use DateTimeZone;

/** Time without Saturdays and Sundays, as the shop's own calendar has them. */
final class WorkingTime {

	/** After so long it is late under any promise; counting every weekend of years would be idle. */
	private const ENOUGH = 60 * 86400;

	public function __construct( private readonly DateTimeZone $zone ) {
	}

	/** Seconds from one moment to a later one. */
	public function between( int $from, int $until ): int {
		$until = min( $until, $from + self::ENOUGH );
		$sum   = 0;
		while ( $from < $until ) {
			$day  = ( new DateTimeImmutable( "@$from" ) )->setTimezone( $this->zone );
			$next = min( $until, max( $from + 1, $day->setTime( 0, 0 )->modify( '+1 day' )->getTimestamp() ) );
			$sum += (int) $day->format( 'N' ) > 5 ? 0 : $next - $from;
			$from = $next;
		}

		return $sum;
	}
}
