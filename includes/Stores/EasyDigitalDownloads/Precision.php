<?php
declare( strict_types=1 );

namespace Amicable\Stores\EasyDigitalDownloads;

use Amicable\Values\Currency;
use Closure;

/** EDD rounds what is left of an item to the shop's decimals, whatever the order was paid in. Inside here it is the order's. */
final class Precision {

	/**
	 * @template T
	 * @param Closure(): T $work
	 * @return T
	 */
	public static function of( string $currency, Closure $work ): mixed {
		$decimals = static fn (): int => Currency::decimals( $currency );
		add_filter( 'edd_currency_decimal_count', $decimals, PHP_INT_MAX );
		try {
			return $work();
		} finally {
			remove_filter( 'edd_currency_decimal_count', $decimals, PHP_INT_MAX );
		}
	}
}
