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

	public const MODES = [ 'ok', 'proof', 'decline', 'timeout', 'exception', 'error', 'liar', 'none', 'breaks', 'silent', 'broken', 'less', 'early', 'twice', 'decline_proof', 'timeout_proof', 'exception_proof', 'error_proof', 'liar_proof', 'silent_proof', 'broken_proof', 'less_proof', 'early_proof', 'twice_proof', 'early_lost_proof' ];

	/** Where a gateway that leaves its own refund ids keeps them. */
	public const IDS = '_fake_refund_ids';

	/** So much less, in major units, than it was asked for. */
	private const LESS = 10;

	/** Nothing goes out by these. */
	private const PAYS_NOBODY = [ 'decline', 'liar', 'silent', 'broken' ];

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
			static fn ( ?array $ids, WC_Order $order ): ?array => str_starts_with( $order->get_payment_method(), self::id_of( '' ) ) && str_ends_with( $order->get_payment_method(), 'proof' ) ? self::ids( $order ) : $ids,
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
		$way  = (string) preg_replace( '/_?proof$/', '', $this->mode );
		$paid = $way === 'less' ? (string) ( (float) $amount - self::LESS ) : (string) $amount;
		$mark = uniqid( 're_', true );
		if ( ! in_array( $way, self::PAYS_NOBODY, true ) ) {
			Bank::pay( (int) $order_id, $paid );
		}
		if ( str_starts_with( $way, 'early' ) ) {
			$this->message( (int) $order_id, $paid, $mark );
		}
		if ( ! in_array( $way, [ ...self::PAYS_NOBODY, 'timeout', 'exception', 'error', 'less', 'early_lost' ], true ) ) {
			$this->write_down( (int) $order_id, $mark );
		}
		if ( $way === 'twice' ) {
			// The plugin hears of it after its call, when WooCommerce has written everything.
			$hear = function () use ( &$hear, $order_id, $paid, $mark ): void {
				remove_action( 'woocommerce_refund_created', $hear );
				$this->message( (int) $order_id, $paid, $mark );
				$this->message( (int) $order_id, $paid, $mark );
			};
			add_action( 'woocommerce_refund_created', $hear );
		}

		return match ( $way ) {
			'decline'               => new WP_Error( 'declined', 'Not this time.' ),
			'timeout', 'early_lost' => new WP_Error( 'timeout', 'Operation timed out after 30001 milliseconds.' ),
			'silent'                => new WP_Error( 'timeout', 'Operation timed out before the gateway was reached.' ),
			'exception'             => throw new Exception( 'The gateway broke.' ),
			'error'                 => throw new TypeError( 'The gateway broke badly.' ),
			'broken'                => throw new TypeError( 'The gateway broke before it asked.' ),
			default                 => true,
		};
	}

	/** The provider's message about the refund, as plugins work it in: unknown to the shop it is booked, without paying; then its number is kept. */
	private function message( int $order_id, string $amount, string $mark ): void {
		$order = wc_get_order( $order_id );
		assert( $order instanceof WC_Order );
		if ( in_array( $mark, self::ids( $order ), true ) ) {
			return;
		}
		wc_create_refund( [ 'order_id' => $order_id, 'amount' => $amount, 'reason' => 'Refunded at the provider' ] );
		$this->write_down( $order_id, $mark );
	}

	private function write_down( int $order_id, string $mark ): void {
		if ( ! str_ends_with( $this->mode, 'proof' ) ) {
			return;
		}
		$order = wc_get_order( $order_id );
		assert( $order instanceof WC_Order );
		$order->update_meta_data( self::IDS, array_values( array_unique( [ ...self::ids( $order ), $mark ] ) ) );
		$order->save_meta_data();
	}

	/** @return list<string> */
	private static function ids( WC_Order $order ): array {
		$ids = $order->get_meta( self::IDS );

		return is_array( $ids ) ? array_values( $ids ) : [];
	}
}
