<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\Support;

use Amicable\Values\Currency;
use Amicable\Values\Money;
use EDD\Gateways\PayPal\Webhooks\Webhook_Handler;
use EDD\Vendor\Stripe\ApiRequestor;
use Exception;
use RuntimeException;
use TypeError;
use WP_Error;
use WP_REST_Request;

/**
 * PayPal and Stripe as EDD reaches them: over WordPress's HTTP, and over the library's own. Each payment says by its number how the
 * provider shall behave, and the bank remembers every payout.
 */
final class EddProviders {

	private const PAYPAL = '~^https://api-m\.paypal\.com/v2/payments/captures/CAP-(\w+?)-(\d+)/refund~';

	private const CAPTURE = '~^https://api-m\.paypal\.com/v2/payments/captures/(CAP-\w+?-(\d+))$~';

	/** Nothing goes out by these. */
	private const PAYS_NOBODY = [ 'liar', 'silent', 'broken' ];

	/** By how a mode begins; everything else is PayPal. */
	private const GATEWAYS = [
		'none'     => 'manual',
		'standard' => 'paypal',
		'gone'     => 'somebody_elses',
		'stripe'   => 'stripe',
	];

	/** What became of PayPal's refunds since, by their number. @var array<string, string> */
	public static array $fates = [];

	/** What was sent to PayPal's refund address. @var list<array<string, mixed>> */
	public static array $sent = [];

	/** In every process that may reach them: tests, and the web server that tests ask. */
	public static function listen(): void {
		add_filter( 'pre_http_request', self::paypal( ... ), 10, 3 );
		ApiRequestor::setHttpClient( new StripeWire() );
	}

	public static function open(): void {
		self::$sent         = [];
		self::$fates        = [];
		StripeWire::$fates  = [];
		self::listen();
		edd_update_option( 'live_secret_key', 'sk_live_tests' );
		edd_update_option( 'paypal_live_client_id', 'client' );
		edd_update_option( 'paypal_live_client_secret', 'secret' );
		foreach ( [ 'username', 'password', 'signature' ] as $name ) {
			edd_update_option( "paypal_live_api_$name", 'tests' );
		}
	}

	public static function gateway( string $mode ): string {
		return self::GATEWAYS[ explode( '_', $mode )[0] ] ?? 'paypal_commerce';
	}

	public static function transaction( int $order_id, string $mode ): string {
		return ( self::gateway( $mode ) === 'stripe' ? 'ch' : 'CAP' ) . "-$mode-$order_id";
	}

	/** @param array<string, mixed> $args */
	private static function paypal( mixed $short, array $args, string $url ): mixed {
		if ( str_ends_with( $url, 'paypal.com/v1/oauth2/token' ) ) {
			return self::json( [ 'access_token' => 'token', 'token_type' => 'Bearer', 'expires_in' => 32_000, 'created' => time() ] );
		}
		if ( $url === 'https://api-3t.paypal.com/nvp' ) {
			return self::nvp( (array) $args['body'] );
		}
		if ( str_starts_with( $url, 'https://api-m.paypal.com/v2/payments/refunds/' ) ) {
			return self::json( [ 'status' => self::$fates[ basename( $url ) ] ?? 'COMPLETED' ] );
		}
		if ( preg_match( self::CAPTURE, $url, $found ) === 1 && ( $args['method'] ?? '' ) === 'GET' ) {
			return self::json( [ 'id' => $found[1], 'custom_id' => $found[2] ] );
		}
		if ( preg_match( self::PAYPAL, $url, $found ) !== 1 ) {
			return $short;
		}
		self::$sent[] = $args;
		usleep( (int) getenv( 'AMICABLE_TEST_LATENCY' ) * 1000 );

		return self::answer( $found[1], (int) $found[2], json_decode( (string) ( $args['body'] ?? '{}' ), true ) );
	}

	/**
	 * @param array<string, mixed> $body
	 * @return array<string, mixed>|WP_Error
	 */
	private static function answer( string $mode, int $order_id, array $body ): array|WP_Error {
		if ( $mode === 'decline' ) {
			return self::json( [ 'name' => 'UNPROCESSABLE_ENTITY', 'message' => 'Not this time.' ], 422 );
		}
		$refund   = edd_get_order( (int) $body['invoice_id'] );
		$value    = (string) ( $body['amount']['value'] ?? abs( (float) $refund->total ) );
		$currency = Currency::is_known( $refund->currency ) ? $refund->currency : 'USD';
		$asked    = Money::from_decimal( $value, $currency );
		$amount   = ( $mode === 'less' ? $asked->minus( new Money( 1000, $currency ) ) : $asked )->to_decimal();
		$number   = "RF-$order_id-{$body['invoice_id']}";
		if ( ! in_array( $mode, self::PAYS_NOBODY, true ) ) {
			Bank::pay( $order_id, $amount );
		}
		if ( str_starts_with( $mode, 'early' ) ) {
			self::message( $order_id, $mode, $amount, $currency, $number );
		}

		return match ( $mode ) {
			'timeout', 'early_lost', 'silent' => new WP_Error( 'http_request_failed', 'Operation timed out after 15001 milliseconds.' ),
			'exception' => throw new Exception( 'The line broke.' ),
			'error'     => throw new TypeError( 'The line broke badly.' ),
			'broken'    => throw new TypeError( 'The line broke before anything was sent.' ),
			'pending'   => self::json( [ 'id' => 'RF-1', 'status' => 'PENDING' ], 201 ),
			'liar'      => self::json( [ 'status' => 'COMPLETED' ], 201 ),
			default     => self::json( [ 'id' => $number, 'status' => 'COMPLETED', 'amount' => [ 'value' => $amount, 'currency_code' => $currency ] ], 201 ),
		};
	}

	/** PayPal's message about a refund, through EDD's own receiver. */
	public static function message( int $order_id, string $mode, string $amount, string $currency, string $number ): void {
		$request = new WP_REST_Request( 'POST', '/edd/webhooks/v1/paypal' );
		$request->set_header( 'Content-Type', 'application/json' );
		$capture = [ 'rel' => 'up', 'method' => 'GET', 'href' => "https://api-m.paypal.com/v2/payments/captures/CAP-$mode-$order_id" ];
		$request->set_body( (string) wp_json_encode( [ 'id' => "WH-$number", 'event_type' => 'PAYMENT.CAPTURE.REFUNDED', 'resource_type' => 'refund', 'create_time' => gmdate( 'Y-m-d\TH:i:s\Z' ), 'resource' => [ 'id' => $number, 'amount' => [ 'value' => $amount, 'currency_code' => $currency ], 'links' => [ $capture ] ] ] ) );
		$answer = ( new Webhook_Handler() )->handle_request( $request );
		if ( $answer->get_status() !== 200 ) {
			throw new RuntimeException( (string) wp_json_encode( $answer->get_data() ) );
		}
	}

	/**
	 * PayPal's older address.
	 *
	 * @param array<string, string> $body
	 * @return array<string, mixed>|WP_Error
	 */
	private static function nvp( array $body ): array|WP_Error {
		[ $cap, $mode, $order_id ] = explode( '-', $body['TRANSACTIONID'] );
		$way                       = (string) preg_replace( '/^standard_?/', '', $mode );
		if ( $way === 'decline' ) {
			return [ ...self::json( null ), 'body' => 'ACK=Failure&L_LONGMESSAGE0=Not+this+time' ];
		}
		$amount = number_format( (float) ( $body['AMT'] ?? edd_get_order( (int) $order_id )->total ) - ( $way === 'less' ? 10 : 0 ), 2, '.', '' );
		if ( ! in_array( $way, self::PAYS_NOBODY, true ) ) {
			Bank::pay( (int) $order_id, $amount );
		}
		if ( str_starts_with( $way, 'early' ) ) {
			self::ipn( (int) $order_id, $amount );
		}

		return match ( $way ) {
			'timeout', 'early_lost', 'silent' => new WP_Error( 'http_request_failed', 'Operation timed out.' ),
			'exception' => throw new Exception( 'The line broke.' ),
			'error'     => throw new TypeError( 'The line broke badly.' ),
			'broken'    => throw new TypeError( 'The line broke before anything was sent.' ),
			'liar'      => [ ...self::json( null ), 'body' => "ACK=Success&GROSSREFUNDAMT=$amount" ],
			default     => [ ...self::json( null ), 'body' => "ACK=Success&REFUNDTRANSACTIONID=RF-$cap-$order_id&GROSSREFUNDAMT=$amount" ],
		};
	}

	/** The older message, by EDD's own function for it. */
	public static function ipn( int $order_id, string $amount ): void {
		edd_process_paypal_refund( [ 'mc_gross' => "-$amount", 'parent_txn_id' => "CAP-$order_id", 'reason_code' => 'refund', 'txn_id' => "RF-$order_id" ], $order_id );
	}

	/** @return array<string, mixed> */
	private static function json( mixed $body, int $status = 200 ): array {
		return [
			'headers'  => [],
			'body'     => (string) wp_json_encode( $body ),
			'response' => [
				'code'    => $status,
				'message' => '',
			],
			'cookies'  => [],
			'filename' => null,
		];
	}
}
