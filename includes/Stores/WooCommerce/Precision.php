<?php
declare( strict_types=1 );

namespace Amicable\Stores\WooCommerce;

use Closure;

/**
 * WooCommerce rounds every total to the decimals of the *store*, in reading too: 12.345 KWD in a dollar store reads 12.35.
 * Here the rounding is put off around our own call.
 */
final class Precision {

	/** Enough for everything a store keeps; nothing is lost before we round to the order's own currency. */
	public const READING = 8;

	/**
	 * @template T
	 * @param Closure(): T $call
	 * @return T
	 */
	public static function of( int $decimals, Closure $call ): mixed {
		$filter = static fn (): int => $decimals;
		add_filter( 'wc_get_price_decimals', $filter, PHP_INT_MAX );
		try {
			return $call();
		} finally {
			remove_filter( 'wc_get_price_decimals', $filter, PHP_INT_MAX );
		}
	}
}
