<?php
declare( strict_types=1 );

namespace Amicable\Stores\Providers;

use DateTimeImmutable;

/** PayPal gives nothing back of a payment of more than 180 days ago; no shop says so before it is asked. */
final class PayPalWindow {

	private const DAYS = 180;

	/** @param string $gateway As the shop calls it. */
	public static function is_over( string $gateway, ?DateTimeImmutable $paid_at, DateTimeImmutable $now ): bool {
		$is_paypal = str_starts_with( $gateway, 'paypal' ) || str_starts_with( $gateway, 'ppcp' );

		return $is_paypal && $paid_at !== null && $paid_at < $now->modify( sprintf( '-%d days', self::DAYS ) );
	}
}
