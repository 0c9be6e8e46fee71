<?php
declare( strict_types=1 );

namespace Amicable\Offboarding;

use DateTimeImmutable;

/** When a run that is over is looked at again: gateways fail, and people wake licenses up, hours and days later. */
final class Rounds {

	private const AFTER = [ '+1 hour', '+1 day', '+7 days' ];

	public static function count(): int {
		return count( self::AFTER );
	}

	/** Null: all rounds are over. */
	public static function due( DateTimeImmutable $ended, int $round ): ?DateTimeImmutable {
		$after = self::AFTER[ $round ] ?? null;

		return $after === null ? null : $ended->modify( $after );
	}
}
