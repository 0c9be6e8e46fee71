<?php
declare( strict_types=1 );

namespace Amicable\Patterns;

/** Whoever looks after many sites has more to ask. Up to five sites a line holds as it is; with every further one it rises by what five share. */
final class PerSite {

	public const USUAL = 5;

	/** Fifteen questions at five sites are three a site: at forty sites it takes a hundred and twenty. */
	public static function line( int $line, int $sites ): int {
		return $sites <= self::USUAL ? $line : intdiv( $line * $sites + self::USUAL - 1, self::USUAL );
	}

	/** Whether so many sites raise lines. */
	public static function is_agency( int $sites ): bool {
		return $sites > self::USUAL;
	}
}
