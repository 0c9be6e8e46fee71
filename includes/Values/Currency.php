<?php
declare( strict_types=1 );

namespace Amicable\Values;

use InvalidArgumentException;

/** ISO 4217 codes that stores sell in, with the number of decimals of each. */
final class Currency {

	private const ZERO = [ 'BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND', 'VUV', 'XAF', 'XOF', 'XPF' ];

	private const THREE = [ 'BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND' ];

	private const TWO = [
		'AED', 'AFN', 'ALL', 'AMD', 'ANG', 'AOA', 'ARS', 'AUD', 'AWG', 'AZN', 'BAM', 'BBD', 'BDT', 'BGN', 'BMD', 'BND', 'BOB', 'BRL', 'BSD', 'BTN',
		'BWP', 'BYN', 'BZD', 'CAD', 'CDF', 'CHF', 'CNY', 'COP', 'CRC', 'CUP', 'CVE', 'CZK', 'DKK', 'DOP', 'DZD', 'EGP', 'ERN', 'ETB', 'EUR', 'FJD',
		'FKP', 'GBP', 'GEL', 'GHS', 'GIP', 'GMD', 'GTQ', 'GYD', 'HKD', 'HNL', 'HRK', 'HTG', 'HUF', 'IDR', 'ILS', 'INR', 'IRR', 'JMD', 'KES', 'KGS',
		'KHR', 'KPW', 'KYD', 'KZT', 'LAK', 'LBP', 'LKR', 'LRD', 'LSL', 'MAD', 'MDL', 'MGA', 'MKD', 'MMK', 'MNT', 'MOP', 'MRU', 'MUR', 'MVR', 'MWK',
		'MXN', 'MYR', 'MZN', 'NAD', 'NGN', 'NIO', 'NOK', 'NPR', 'NZD', 'PAB', 'PEN', 'PGK', 'PHP', 'PKR', 'PLN', 'QAR', 'RON', 'RSD', 'RUB', 'SAR',
		'SBD', 'SCR', 'SDG', 'SEK', 'SGD', 'SHP', 'SLE', 'SOS', 'SRD', 'SSP', 'STN', 'SVC', 'SYP', 'SZL', 'THB', 'TJS', 'TMT', 'TOP', 'TRY', 'TTD',
		'TWD', 'TZS', 'UAH', 'USD', 'UYU', 'UZS', 'VES', 'WST', 'XCD', 'YER', 'ZAR', 'ZMW', 'ZWL',
	];

	public static function is_known( string $code ): bool {
		return in_array( $code, self::TWO, true ) || in_array( $code, self::ZERO, true ) || in_array( $code, self::THREE, true );
	}

	/**
	 * Decimals of a currency: 0, 2 or 3.
	 *
	 * @throws InvalidArgumentException For a code we do not know; guessing would move the decimal point.
	 */
	public static function decimals( string $code ): int {
		return match ( true ) {
			in_array( $code, self::TWO, true )   => 2,
			in_array( $code, self::ZERO, true )  => 0,
			in_array( $code, self::THREE, true ) => 3,
			default                              => throw new InvalidArgumentException( "Unknown currency: $code" ),
		};
	}

	/** @return list<string> */
	public static function codes(): array {
		$codes = [ ...self::TWO, ...self::ZERO, ...self::THREE ];
		sort( $codes );

		return $codes;
	}
}
