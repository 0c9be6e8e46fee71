<?php
declare( strict_types=1 );

namespace Amicable\Ledger;

use Amicable\Values\Currency;
use Amicable\Values\Money;
use InvalidArgumentException;

/**
 * An exchange rate between the minor units of two currencies, as two integers that PHP, MariaDB and SQLite reckon with alike:
 * minor units there = minor units here × `units` ÷ (`divisor` × 1,000,000), rounded half up. Nine significant digits are kept.
 */
final class Rate {

	/** What a million of minor units is taken apart by, so that no product leaves 64 bits. */
	public const MILLION = 1_000_000;

	private const DIGITS = 9;

	public function __construct(
		public readonly int $units,
		public readonly int $divisor,
	) {
		if ( $units < 1 || $divisor < 10 ) {
			throw new InvalidArgumentException( "Not a rate: $units / $divisor" );
		}
	}

	public static function one(): self {
		return new self( 10_000_000, 10 );
	}

	/**
	 * Reads "1.0857": units of `$to` for one unit of `$from`. Null for what is no rate, or so extreme that integers would not hold.
	 */
	public static function try_from( string $decimal, string $from, string $to ): ?self {
		if ( preg_match( '/^(\d{1,15})(?:\.(\d{0,20}))?$/D', trim( $decimal ), $part ) !== 1 ) {
			return null;
		}
		$fraction = $part[2] ?? '';
		$digits   = ltrim( $part[1] . $fraction, '0' );
		$below    = strlen( $fraction ) + Currency::decimals( $from ) - Currency::decimals( $to );
		if ( strlen( $digits ) > self::DIGITS ) {
			$below -= strlen( $digits ) - self::DIGITS;
			$digits = self::rounded( $digits );
		}
		$power = max( 1, self::DIGITS - 6 - strlen( $digits ) + $below );
		$zeros = $power + 6 - $below;

		return $digits === '' || $power > 15 || strlen( $digits ) + $zeros > 13 ? null : new self( (int) $digits * 10 ** $zeros, 10 ** $power );
	}

	/** Minor units of the other currency, half rounded away from zero. */
	public function convert( int $minor ): int {
		$size  = abs( $minor );
		$whole = intdiv( $size, self::MILLION ) * $this->units + intdiv( $size % self::MILLION * $this->units, self::MILLION );
		$there = intdiv( $whole + intdiv( $this->divisor, 2 ), $this->divisor );

		return $minor < 0 ? -$there : $there;
	}

	public function convert_money( Money $amount, string $to ): Money {
		return new Money( $this->convert( $amount->minor ), $to );
	}

	/** The first digits, the last of them rounded half up; one digit more when nines carry over is cut again by ten. */
	private static function rounded( string $digits ): string {
		$kept = (int) substr( $digits, 0, self::DIGITS ) + ( $digits[ self::DIGITS ] >= '5' ? 1 : 0 );

		return (string) min( $kept, 10 ** self::DIGITS - 1 );
	}
}
