<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\Support;

use EDD\Vendor\Stripe\ApiRequestor;
use Exception;
use TypeError;
use WP_Error;

/**
 * PayPal and Stripe as EDD reaches them: over WordPress's HTTP, and over the library's own. Each payment says by its number how the
 * provider shall behave, and the bank remembers every payout.
 */
final class EddProviders {

	private const PAYPAL = '~^https://api-m\.paypal\.com/v2/payments/captures/CAP-(\w+?)-(\d+)/refund~';

	/** Everything else is PayPal. */
	private const GATEWAYS = [
		'none'             => 'manual',
		'standard'         => 'paypal',
		'standard_decline' => 'paypal',
		'standard_timeout' => 'paypal',
		'gone'           => 'somebody_elses',
		'stripe'         => 'stripe',
		'stripe_decline' => 'stripe',
		'stripe_timeout' => 'stripe',
		'stripe_less'    => 'stripe',
	];

	/** What was sent to PayPal's refund address. @var list<array<string, mixed>> */
	public static array $sent = [];

	/** In every process that may reach them: tests, and the web server that tests ask. */
	public static function listen(): void {
		add_filter( 'pre_http_request', self::paypal( ... ), 10, 3 );
		ApiRequestor::setHttpClient( new StripeWire() );
	}

	public static function open(): void {
		self::$sent = [];
		self::listen();
		edd_update_option( 'live_secret_key', 'sk_live_tests' );
		edd_update_option( 'paypal_live_client_id', 'client' );
		edd_update_option( 'paypal_live_client_secret', 'secret' );
		foreach ( [ 'username', 'password', 'signature' ] as $name ) {
			edd_update_option( "paypal_live_api_$name", 'tests' );
		}
	}

	public static function gateway( string $mode ): string {
		return self::GATEWAYS[ $mode ] ?? 'paypal_commerce';
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
		$currency = \Amicable\Values\Currency::is_known( $refund->currency ) ? $refund->currency : 'USD';
		$amount   = \Amicable\Values\Money::from_decimal( $value, $currency )->to_decimal();
		if ( $mode !== 'liar' ) {
			Bank::pay( $order_id, $amount );
		}

		return match ( $mode ) {
			'timeout'   => new WP_Error( 'http_request_failed', 'Operation timed out after 15001 milliseconds.' ),
			'exception' => throw new Exception( 'The line broke.' ),
			'error'     => throw new TypeError( 'The line broke badly.' ),
			'pending'   => self::json( [ 'id' => 'RF-1', 'status' => 'PENDING' ], 201 ),
			'liar'      => self::json( [ 'status' => 'COMPLETED' ], 201 ),
			default     => self::json( [ 'id' => "RF-$order_id-{$body['invoice_id']}", 'status' => 'COMPLETED', 'amount' => [ 'value' => $amount, 'currency_code' => $currency ] ], 201 ),
		};
	}

	/**
	 * PayPal's older address.
	 *
	 * @param array<string, string> $body
	 * @return array<string, mixed>|WP_Error
	 */
	private static function nvp( array $body ): array|WP_Error {
		[ $cap, $mode, $order_id ] = explode( '-', $body['TRANSACTIONID'] );
		if ( $mode === 'standard_decline' ) {
			return [ ...self::json( null ), 'body' => 'ACK=Failure&L_LONGMESSAGE0=Not+this+time' ];
		}
		$amount = number_format( (float) ( $body['AMT'] ?? edd_get_order( (int) $order_id )->total ), 2, '.', '' );
		Bank::pay( (int) $order_id, $amount );

		return $mode === 'standard_timeout' ? new WP_Error( 'http_request_failed', 'Operation timed out.' ) : [ ...self::json( null ), 'body' => "ACK=Success&REFUNDTRANSACTIONID=RF-$cap-$order_id&GROSSREFUNDAMT=$amount" ];
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
