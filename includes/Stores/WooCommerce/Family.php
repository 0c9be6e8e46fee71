<?php
declare( strict_types=1 );

namespace Amicable\Stores\WooCommerce;

use WC_Payment_Gateway;

/**
 * The plugins whose traces we can read. Told by class, not by id: several plugins call themselves "stripe".
 */
enum Family: string {

	case Stripe      = 'stripe';
	case WooPayments = 'woopayments';
	case PayPal      = 'ppcp';

	public static function of( ?WC_Payment_Gateway $gateway ): ?self {
		return match ( true ) {
			$gateway === null                                                    => null,
			is_a( $gateway, 'WC_Stripe_Payment_Gateway' )                        => self::Stripe,
			is_a( $gateway, 'WC_Payment_Gateway_WCPay' )                         => self::WooPayments,
			str_starts_with( $gateway::class, 'WooCommerce\\PayPalCommerce\\' ) => self::PayPal,
			default                                                              => null,
		};
	}

	/** Whether asking for a refund of a reserved payment lets it go. */
	public function voids_by_refund(): bool {
		return $this !== self::WooPayments;
	}
}
