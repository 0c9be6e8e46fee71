<?php
declare( strict_types=1 );

namespace Amicable\Storage\Sums;

use Amicable\Ledger\Rate;

/**
 * Whole-number arithmetic that MariaDB, MySQL and SQLite do alike. A division is made exact first (`a - a % b`), since one of them divides integers and the others
 * decimals, cut at four digits.
 */
final class Integers {

	/** ⌊a ÷ b⌋ for a ≥ 0. */
	public static function floor( string $a, string|int $b ): string {
		return "CAST(($a - ($a) % $b) / $b AS SIGNED)";
	}

	/** a ÷ b for a ≥ 0, half rounded up. */
	public static function round( string $a, int $b ): string {
		return self::floor( "$a + " . intdiv( $b, 2 ), $b );
	}

	/** a ÷ b, half rounded away from zero. */
	public static function round_signed( string $a, int $b ): string {
		return "CASE WHEN ($a) < 0 THEN -(" . self::round( "-($a)", $b ) . ') ELSE ' . self::round( $a, $b ) . ' END';
	}

	/** The first half of what `Rate::convert()` does: what is left to divide. Apart, since the second half names it twice. */
	public static function multiply( string $minor, string $units, string $divisor ): string {
		$million = Rate::MILLION;

		return self::floor( "ABS($minor)", $million ) . " * $units + " . self::floor( "ABS($minor) % $million * $units", $million ) . " + $divisor / 2";
	}

	/** The second half. */
	public static function divide( string $product, string $divisor, string $minor ): string {
		return "CASE WHEN $minor < 0 THEN -1 ELSE 1 END * " . self::floor( $product, $divisor );
	}
}
