<?php
declare( strict_types=1 );

namespace Amicable\Stores\WooCommerce;

use Amicable\Values\Money;
use WC_Order;

/** What gateways and other plugins leave on an order for us to read: fees, rates, test mode, renewals. */
final class OrderMeta {

	/** Fee of the gateway in the order's currency; null when nobody wrote it down. */
	public function fee( WC_Order $order ): ?Money {
		$currency = $order->get_currency();
		$stripe   = $order->get_meta( '_stripe_fee' );
		$in       = strtoupper( (string) $order->get_meta( '_stripe_currency' ) );
		if ( is_numeric( $stripe ) && ( $in === '' || $in === $currency ) ) {
			return Amount::of( $stripe, $currency );
		}
		foreach ( [ '_wcpay_transaction_fee', '_paypal_fee', 'PayPal Transaction Fee', '_paypal_transaction_fee' ] as $key ) {
			$fee = $order->get_meta( $key );
			if ( is_numeric( $fee ) ) {
				return Amount::of( $fee, $currency );
			}
		}

		return $this->paypal_fee( $order->get_meta( '_ppcp_paypal_fees' ), $currency );
	}

	/**
	 * The rate that a multi-currency plugin used, turned round: units of the shop's currency for one unit of the order's.
	 *
	 * @return array{string|null, string|null}
	 */
	public function rate( WC_Order $order ): array {
		$found = [
			[ $order->get_meta( '_wcpay_multi_currency_order_exchange_rate' ), $order->get_meta( '_wcpay_multi_currency_order_default_currency' ) ],
			[ $order->get_meta( '_woocs_order_rate' ), $order->get_meta( '_woocs_order_base_currency' ) ],
		];
		foreach ( $found as [ $per_base, $base ] ) {
			if ( is_numeric( $per_base ) && $per_base > 0 && is_string( $base ) && $base !== '' && $base !== $order->get_currency() ) {
				return [ sprintf( '%.12F', 1 / $per_base ), $base ];
			}
		}

		return [ null, null ];
	}

	public function is_test( WC_Order $order ): bool {
		return $order->get_meta( '_wcpay_mode' ) === 'test' || $order->get_meta( '_ppcp_paypal_payment_mode' ) === 'sandbox';
	}

	public function is_renewal( WC_Order $order ): bool {
		return (string) $order->get_meta( '_subscription_renewal' ) !== '';
	}

	private function paypal_fee( mixed $fees, string $currency ): ?Money {
		$fee = is_array( $fees ) && is_array( $fees['paypal_fee'] ?? null ) ? $fees['paypal_fee'] : [];

		return ( $fee['currency_code'] ?? null ) === $currency && is_numeric( $fee['value'] ?? null ) ? Amount::of( $fee['value'], $currency ) : null;
	}
}
