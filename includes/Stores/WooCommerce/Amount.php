<?php
declare( strict_types=1 );

namespace Amicable\Stores\WooCommerce;

use Amicable\Values\Money;

/** Where WooCommerce's decimals, given as text or as float, become minor units. */
final class Amount {

	public static function of( mixed $value, string $currency ): Money {
		if ( is_int( $value ) || is_float( $value ) ) {
			return Money::from_decimal( number_format( $value, Precision::READING, '.', '' ), $currency );
		}
		$text = is_string( $value ) ? trim( $value ) : '';
		if ( preg_match( '/^-?\d+(\.\d*)?$/D', $text ) !== 1 ) {
			$text = is_numeric( $text ) ? number_format( (float) $text, Precision::READING, '.', '' ) : '0';
		}

		return Money::from_decimal( $text, $currency );
	}

	/** Refund records hold positive amounts in one storage and negative ones in the other. */
	public static function positive( mixed $value, string $currency ): Money {
		$amount = self::of( $value, $currency );

		return $amount->minor < 0 ? $amount->negated() : $amount;
	}
}
