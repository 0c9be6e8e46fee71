<?php
declare( strict_types=1 );

namespace Amicable\Stores\WooCommerce;

use Amicable\Stores\Providers\Wire;
use Amicable\Stores\RefundRequest;
use Amicable\Values\Currency;
use Closure;
use Throwable;
use WC_Order;
use WC_Order_Refund;
use WP_Error;

/** The one call that moves money, with everything put round it that WooCommerce's function leaves open, and taken away again. */
final class GatewayCall {

	/** Kept on the refund record: our key, by which it is found again. */
	public const KEY = '_amicable_key';

	public function __construct(
		private readonly OrderReader $orders,
		private readonly RefundLines $lines,
	) {
	}

	public function refund( WC_Order $order, RefundRequest $request, bool $by_gateway ): Attempt {
		$wire  = new Wire( $request->key );
		$asked = false;
		$lines = Precision::of( Precision::READING, fn (): array => $this->lines->remaining( $order, $request->amount ) );
		$mark  = static function ( mixed $refund ) use ( $request ): void {
			if ( $refund instanceof WC_Order_Refund ) {
				$refund->update_meta_data( self::KEY, $request->key );
			}
		};
		// Runs last before the record is saved and the gateway is asked: whoever failed before this failed without a payout.
		$last = static function () use ( &$asked, $by_gateway ): void {
			$asked = $by_gateway;
		};
		$answer = $wire->around( fn () => $this->prepared( $request, $mark, $last, $this->create( $request, $lines, $by_gateway ) ) );

		return new Attempt( $answer, $asked, $wire );
	}

	/**
	 * @param array<int, array{qty: int, refund_total: string, refund_tax: array<int, string>}> $lines
	 * @return Closure(): (WC_Order_Refund|WP_Error)
	 */
	private function create( RefundRequest $request, array $lines, bool $by_gateway ): Closure {
		return function () use ( $request, $lines, $by_gateway ): WC_Order_Refund|WP_Error {
			// What somebody read before with the shop's own decimals is rounded.
			$this->orders->forget( [ $request->order->id ] );

			return wc_create_refund(
				[
					'order_id'       => $request->order->id,
					'amount'         => $request->amount->to_decimal(),
					'reason'         => $request->reason,
					'line_items'     => $lines,
					'refund_payment' => $by_gateway,
					'restock_items'  => false,
				]
			);
		};
	}

	/**
	 * In the name of the person who asked, with the decimals of the order's currency, and without deleting the log of downloads.
	 *
	 * @param Closure(mixed): void                       $mark
	 * @param Closure(): void                            $last
	 * @param Closure(): (WC_Order_Refund|WP_Error) $create
	 */
	private function prepared( RefundRequest $request, Closure $mark, Closure $last, Closure $create ): WC_Order_Refund|WP_Error|Throwable {
		$keep = static fn (): string => KeptDownloads::class;
		$user = get_current_user_id();
		wp_set_current_user( $request->actor_id );
		add_action( 'woocommerce_create_refund', $mark, 1 );
		add_action( 'woocommerce_create_refund', $last, PHP_INT_MAX );
		add_filter( 'woocommerce_customer-download_data_store', $keep, PHP_INT_MAX );
		try {
			return Precision::of( Currency::decimals( $request->amount->currency ), $create );
		} catch ( Throwable $thrown ) {
			return $thrown;
		} finally {
			remove_action( 'woocommerce_create_refund', $mark, 1 );
			remove_action( 'woocommerce_create_refund', $last, PHP_INT_MAX );
			remove_filter( 'woocommerce_customer-download_data_store', $keep, PHP_INT_MAX );
			wp_set_current_user( $user );
		}
	}
}
