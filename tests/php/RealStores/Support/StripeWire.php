<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\Support;

use EDD\Vendor\Stripe\Exception\ApiConnectionException;
use EDD\Vendor\Stripe\HttpClient\ClientInterface;

/** Stripe's side of the line, in place of the library's own curl. */
final class StripeWire implements ClientInterface {

	/** @var list<array{url: string, params: array<string, mixed>, headers: list<string>}> */
	public static array $sent = [];

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
		$charge   = explode( '-', (string) $params['charge'] );
		$mode     = $charge[1];
		$order_id = $charge[2];
		if ( $mode === 'stripe_decline' ) {
			return [ (string) wp_json_encode( [ 'error' => [ 'type' => 'invalid_request_error', 'message' => 'Charge has already been refunded.' ] ] ), 400, [] ];
		}
		$order = edd_get_order( (int) $order_id );
		$minor = (int) ( $params['amount'] ?? round( (float) $order->total * 100 ) ) - ( $mode === 'stripe_less' ? 1000 : 0 );
		Bank::pay( (int) $order_id, number_format( $minor / 100, 2, '.', '' ) );
		if ( $mode === 'stripe_timeout' ) {
			throw new ApiConnectionException( 'Operation timed out.' );
		}

		return [ (string) wp_json_encode( [ 'id' => "re_$order_id", 'object' => 'refund', 'amount' => $minor, 'currency' => 'usd', 'status' => 'succeeded' ] ), 200, [] ];
	}
}
