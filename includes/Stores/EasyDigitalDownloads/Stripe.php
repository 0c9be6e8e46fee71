<?php
declare( strict_types=1 );

namespace Amicable\Stores\EasyDigitalDownloads;

use Amicable\Stores\Providers\FailedRefund;
use EDD\Orders\Order;
use EDD\Vendor\Stripe\Exception\ApiErrorException;
use Throwable;

/** EDD's Stripe asks with the keys of the mode that the shop is in now, and counts with the decimals of the shop's own currency. */
final class Stripe implements Gateway {

	/** Stripe counts these in thousandths; EDD would send a tenth. */
	private const THREE_DECIMALS = [ 'BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND' ];

	/** Answers that say nothing about whether the first try went through. */
	private const NO_ANSWER = [ 408, 409, 425, 429 ];

	public function is_ready( OrderRecord $record ): bool {
		$currency = $record->text( 'currency' );

		return function_exists( 'edd_refund_stripe_purchase' )
			&& edds_has_met_requirements()
			&& ( $record->text( 'mode' ) === 'test' ) === edd_is_test_mode()
			&& trim( (string) edd_get_option( edd_is_test_mode() ? 'test_secret_key' : 'live_secret_key' ) ) !== ''
			&& ! in_array( $currency, self::THREE_DECIMALS, true )
			&& edds_is_zero_decimal_currency( $currency ) === edds_is_zero_decimal_currency();
	}

	public function pay( Order $order, Order $refund, string $key ): void {
		$carry = static fn ( mixed $args ): array => [ ...( is_array( $args ) ? $args : [] ), 'idempotency_key' => $key ];
		add_filter( 'edds_create_refund_secondary_args', $carry, PHP_INT_MAX );
		try {
			edd_refund_stripe_purchase( $order, $refund );
		} finally {
			remove_filter( 'edds_create_refund_secondary_args', $carry, PHP_INT_MAX );
		}
	}

	public function was_refused( Throwable $thrown ): bool {
		$status = $thrown instanceof ApiErrorException ? (int) $thrown->getHttpStatus() : 0;

		return $status >= 400 && $status < 500 && ! in_array( $status, self::NO_ANSWER, true );
	}

	public function took_back( OrderRecord $order, string $payout ): bool {
		if ( $payout !== $order->transaction_id() ) {
			return FailedRefund::is_undone( edds_api_request( 'Refund', 'retrieve', $payout )->status ?? null );
		}
		// Stripe's message came before its answer: EDD kept the number of the charge.
		$refunds = edds_api_request( 'Refund', 'all', [ 'charge' => $payout ] )->data ?? [];
		$undone  = array_filter( $refunds, static fn ( object $refund ): bool => FailedRefund::is_undone( $refund->status ?? null ) );

		return $refunds !== [] && count( $undone ) === count( $refunds );
	}
}
