<?php
declare( strict_types=1 );

namespace Amicable\Values;

use InvalidArgumentException;

/** An amount in minor units of one currency: 4900 USD is $49.00, 4900 KRW is ₩4,900. Never a float. */
final class Money {

	public function __construct(
		public readonly int $minor,
		public readonly string $currency,
	) {
		Currency::decimals( $currency );
	}

	public static function zero( string $currency ): self {
		return new self( 0, $currency );
	}

	/**
	 * Reads what stores keep: "49", "49.00", "-49.005000". Rounds half away from zero to the currency's decimals.
	 *
	 * @throws InvalidArgumentException When the text is no plain decimal number or too large for an integer.
	 */
	public static function from_decimal( string $decimal, string $currency ): self {
		if ( preg_match( '/^(-?)(\d{1,15})(?:\.(\d*))?$/D', trim( $decimal ), $part ) !== 1 ) {
			throw new InvalidArgumentException( "Not a decimal amount: $decimal" );
		}
		$decimals = Currency::decimals( $currency );
		$fraction = str_pad( $part[3] ?? '', $decimals + 1, '0' );
		$minor    = (int) ( $part[2] . substr( $fraction, 0, $decimals ) );
		$minor   += $fraction[ $decimals ] >= '5' ? 1 : 0;

		return new self( $part[1] === '-' ? -$minor : $minor, $currency );
	}

	/** The amount as stores write it, with the currency's own number of decimals and a dot. */
	public function to_decimal(): string {
		$decimals = Currency::decimals( $this->currency );
		$digits   = str_pad( (string) abs( $this->minor ), $decimals + 1, '0', STR_PAD_LEFT );
		$sign     = $this->minor < 0 ? '-' : '';

		return $decimals === 0 ? $sign . $digits : $sign . substr( $digits, 0, -$decimals ) . '.' . substr( $digits, -$decimals );
	}

	/** @throws CurrencyMismatch */
	public function plus( self $other ): self {
		return new self( $this->minor + $this->same( $other )->minor, $this->currency );
	}

	/** @throws CurrencyMismatch */
	public function minus( self $other ): self {
		return new self( $this->minor - $this->same( $other )->minor, $this->currency );
	}

	public function negated(): self {
		return new self( -$this->minor, $this->currency );
	}

	/**
	 * This amount × numerator ÷ denominator, rounded half away from zero in integers.
	 *
	 * @throws InvalidArgumentException On a denominator that is not positive, or a product that leaves the integers.
	 */
	public function times( int $numerator, int $denominator = 1 ): self {
		if ( $denominator < 1 || ( $numerator !== 0 && abs( $this->minor ) > intdiv( PHP_INT_MAX, abs( $numerator ) ) - $denominator ) ) {
			throw new InvalidArgumentException( 'The result is out of range.' );
		}
		$product = $this->minor * $numerator;
		$half    = intdiv( $denominator, 2 );
		$minor   = intdiv( abs( $product ) + $half, $denominator );

		return new self( $product < 0 ? -$minor : $minor, $this->currency );
	}

	/**
	 * -1, 0 or 1, as the spaceship operator.
	 *
	 * @throws CurrencyMismatch
	 */
	public function compare( self $other ): int {
		return $this->minor <=> $this->same( $other )->minor;
	}

	public function equals( self $other ): bool {
		return $this->minor === $other->minor && $this->currency === $other->currency;
	}

	public function is_zero(): bool {
		return $this->minor === 0;
	}

	public function is_positive(): bool {
		return $this->minor > 0;
	}

	/** @return array{minor: int, currency: string} The shape of REST. */
	public function to_array(): array {
		return [
			'minor'    => $this->minor,
			'currency' => $this->currency,
		];
	}

	private function same( self $other ): self {
		if ( $other->currency !== $this->currency ) {
			throw new CurrencyMismatch( "$this->currency and $other->currency cannot be added." );
		}

		return $other;
	}
}
