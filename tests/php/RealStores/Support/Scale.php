<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\Support;

/** How much of it: all where `npm run evidence` or `npm run faults` writes the figure down, a part in `npm test`, which has minutes for everything. */
final class Scale {

	/** How many requests come at the same moment. */
	public static function starts(): int {
		return self::is_whole() ? 32 : 8;
	}

	/** How many times over the thirty orders of an import are there: 3,000 or 600. */
	public static function copies(): int {
		return self::is_whole() ? 100 : 20;
	}

	private static function is_whole(): bool {
		return getenv( 'AMICABLE_TEST_SCALE' ) !== 'part';
	}
}
