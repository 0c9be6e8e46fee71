<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\Support;

use Exception;
use TypeError;
use WC_Order;
use WC_Payment_Gateway;
use WP_Error;

/** A payment gateway that breaks in one chosen way, and a bank that remembers every payout. */
final class FakeGateway extends WC_Payment_Gateway {

	public const MODES = [ 'ok', 'proof', 'decline', 'timeout', 'exception', 'error', 'liar', 'none', 'breaks' ];

	/** Where a gateway of mode 'proof' keeps its own refund ids. */
	public const IDS = '_fake_refund_ids';

	public function __construct( private readonly string $mode ) {
		$this->id           = self::id_of( $mode );
		$this->method_title = "Fake $mode";
		$this->title        = "Fake $mode";
		$this->enabled      = 'yes';
		$this->supports     = [ 'products', 'subscriptions', 'subscription_cancellation', 'subscription_suspension', 'subscription_reactivation', 'subscription_amount_changes', 'subscription_date_changes', ...( $mode === 'none' ? [] : [ 'refunds' ] ) ];
	}

	public static function id_of( string $mode ): string {
		return "fake_$mode";
	}

	/** Called by every process that needs the gateways: tests, and the web server that tests ask. */
	public static function register(): void {
		add_filter( 'woocommerce_payment_gateways', static fn ( array $gateways ): array => [ ...$gateways, ...array_map( static fn ( string $mode ): self => new self( $mode ), self::MODES ) ] );
		add_filter(
			'amicable_woocommerce_refund_ids',
			static fn ( ?array $ids, WC_Order $order ): ?array => $order->get_payment_method() === self::id_of( 'proof' ) ? self::ids( $order ) : $ids,
			10,
			2
		);
		add_action(
			'woocommerce_subscription_cancelled_' . self::id_of( 'breaks' ),
			static function (): never {
				throw new Exception( 'The provider did not answer.' );
			}
		);
	}

	public function process_refund( $order_id, $amount = null, $reason = '' ): bool|WP_Error {
		$latency = (int) getenv( 'AMICABLE_TEST_LATENCY' );
		usleep( $latency * 1000 );
		if ( ! in_array( $this->mode, [ 'decline', 'liar' ], true ) ) {
			Bank::pay( (int) $order_id, (string) $amount );
		}
		if ( $this->mode === 'proof' ) {
			$order = wc_get_order( $order_id );
			assert( $order instanceof WC_Order );
			$order->update_meta_data( self::IDS, [ ...self::ids( $order ), uniqid( 're_', true ) ] );
			$order->save_meta_data();
		}

		return match ( $this->mode ) {
			'decline'   => new WP_Error( 'declined', 'Not this time.' ),
			'timeout'   => new WP_Error( 'timeout', 'Operation timed out after 30001 milliseconds.' ),
			'exception' => throw new Exception( 'The gateway broke.' ),
			'error'     => throw new TypeError( 'The gateway broke badly.' ),
			default     => true,
		};
	}

	/** @return list<string> */
	private static function ids( WC_Order $order ): array {
		$ids = $order->get_meta( self::IDS );

		return is_array( $ids ) ? array_values( $ids ) : [];
	}
}
