<?php
declare( strict_types=1 );

namespace Amicable\Away;

use DateTimeImmutable;

/** Which notice about a closing date is due. Pure: knows moments only. */
final class NoticePlan {

	/** Days before the end => how many days late a notice may still go out, so that what it says of the days stays true enough. */
	private const STEPS = [
		14 => 2,
		3  => 1,
		0  => 0,
	];

	/** Earlier than this nothing is due. */
	public const EARLIEST = 14;

	/**
	 * @return list<array{days: int, late: bool}> Every notice whose day has come, those included whose day is over.
	 */
	public static function due( DateTimeImmutable $opened, DateTimeImmutable $closes, DateTimeImmutable $now ): array {
		$due = [];
		foreach ( self::STEPS as $days => $grace ) {
			$day = $closes->modify( "-$days days" )->setTime( 0, 0 );
			// A short window never had its earlier notices: the explanation named the day.
			if ( $opened->setTime( 0, 0 ) <= $day && $day <= $now ) {
				$due[] = [
					'days' => $days,
					'late' => $now > $day->modify( "+$grace days" )->setTime( 23, 59, 59 ),
				];
			}
		}

		return $due;
	}
}
