<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\Support;

use EDD\Gateways\Stripe\Webhooks\Events\ChargeRefunded;
use EDD\Vendor\Stripe\Event;
use EDD\Vendor\Stripe\Exception\ApiConnectionException;
use EDD\Vendor\Stripe\HttpClient\ClientInterface;
use Exception;
use TypeError;

/** Stripe's side of the line, in place of the library's own curl. */
final class StripeWire implements ClientInterface {

	/** @var list<array{url: string, params: array<string, mixed>, headers: list<string>}> */
	public static array $sent = [];

	/** What became of refunds since, by their number. @var array<string, string> */
	public static array $fates = [];

	/**
	 * @param string               $method
	 * @param string               $absUrl
	 * @param list<string>         $headers
	 * @param array<string, mixed> $params
	 * @param bool                 $hasFile
	 * @return array{string, int, array<string, string>}
	 */
	public function request( $method, $absUrl, $headers, $params, $hasFile ): array {
		self::$sent[] = [
			'url'     => $absUrl,
			'params'  => $params,
			'headers' => $headers,
		];
		if ( strtolower( $method ) === 'get' ) {
			return [ (string) wp_json_encode( $this->told( basename( $absUrl ), (string) ( $params['charge'] ?? '' ) ) ), 200, [] ];
		}
		[ $mode, $order_id ] = array_slice( explode( '-', (string) $params['charge'] ), 1 );
		$way                 = (string) preg_replace( '/^stripe_?/', '', $mode );
		$minor               = (int) ( $params['amount'] ?? round( (float) edd_get_order( (int) $order_id )->total * 100 ) ) - ( $way === 'less' ? 1000 : 0 );
		if ( $way === 'decline' ) {
			return [ (string) wp_json_encode( [ 'error' => [ 'type' => 'invalid_request_error', 'message' => 'Charge has already been refunded.' ] ] ), 400, [] ];
		}
		$this->break_before( $way );
		if ( $way !== 'liar' ) {
			Bank::pay( (int) $order_id, number_format( $minor / 100, 2, '.', '' ) );
		}
		if ( str_starts_with( $way, 'early' ) ) {
			self::message( (int) $order_id, (string) $params['charge'] );
		}

		return match ( $way ) {
			'timeout', 'early_lost' => throw new ApiConnectionException( 'Operation timed out.' ),
			'exception'             => throw new Exception( 'The line broke.' ),
			'error'                 => throw new TypeError( 'The line broke badly.' ),
			'liar'                  => [ (string) wp_json_encode( [ 'object' => 'refund', 'amount' => $minor, 'currency' => 'usd', 'status' => 'succeeded' ] ), 200, [] ],
			default                 => [ (string) wp_json_encode( [ 'id' => "re_$order_id", 'object' => 'refund', 'amount' => $minor, 'currency' => 'usd', 'status' => 'succeeded' ] ), 200, [] ],
		};
	}

	/** Stripe's message that the whole charge went back, worked in by EDD's own class. */
	public static function message( int $order_id, string $charge ): void {
		$object = [ 'id' => $charge, 'object' => 'charge', 'captured' => true, 'refunded' => true, 'payment_intent' => "pi_$order_id" ];
		$event  = Event::constructFrom( [ 'id' => "evt_refunded_$order_id", 'object' => 'event', 'type' => 'charge.refunded', 'livemode' => true, 'created' => time(), 'data' => [ 'object' => $object ] ] );
		( new ChargeRefunded( $event ) )->process();
		do_action( 'edds_stripe_event_charge.refunded', $event );
	}

	private function break_before( string $way ): void {
		if ( $way === 'silent' ) {
			throw new ApiConnectionException( 'Could not connect.' );
		}
		if ( $way === 'broken' ) {
			throw new TypeError( 'The line broke before anything was sent.' );
		}
	}

	/** @return array<string, mixed> One refund, or those of a charge. */
	private function told( string $number, string $charge ): array {
		$refund = $charge === '' ? $number : 're_' . ( explode( '-', $charge )[2] ?? '' );
		$told   = [ 'id' => $refund, 'object' => 'refund', 'status' => self::$fates[ $refund ] ?? 'succeeded' ];

		return $charge === '' ? $told : [ 'object' => 'list', 'data' => [ $told ], 'has_more' => false, 'url' => '/v1/refunds' ];
	}
}
