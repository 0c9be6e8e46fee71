<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\AmicableException;
use Throwable;
use WP_REST_Request;
use WP_REST_Response;

/** What every route has in common, for one request: read, judge, act at most once, answer. */
final class Endpoint {

	public function __construct(
		private readonly Schema $schema,
		private readonly Idempotency $idempotency,
	) {
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	public function answer( Route $route, WP_REST_Request $request ): WP_REST_Response {
		try {
			$clean = $this->clean( $route, $request );
			$act   = static fn (): Reply => ( $route->handle )( $clean );
			$reply = $route->reread === null ? $act() : $this->idempotency->once( $route, $clean, $act, $route->reread );

			return new WP_REST_Response( $reply->body, $reply->status, $reply->headers );
		} catch ( Throwable $thrown ) {
			return self::refusal( $thrown );
		}
	}

	public static function refusal( Throwable $thrown ): WP_REST_Response {
		$response = rest_convert_error_to_response( Errors::from( $thrown ) );
		$after    = $thrown instanceof AmicableException ? $thrown->data['retry_after'] ?? null : null;
		if ( is_int( $after ) ) {
			$response->header( 'Retry-After', (string) $after );
		}

		return $response;
	}

	/**
	 * A request that holds only what was judged. WordPress would let a body or query field `id` stand before the id in the path.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request
	 * @return WP_REST_Request<array<string, mixed>>
	 */
	private function clean( Route $route, WP_REST_Request $request ): WP_REST_Request {
		$clean = new WP_REST_Request( $request->get_method(), $request->get_route() );
		$clean->set_headers( $request->get_headers() );
		$clean->set_url_params( $request->get_url_params() );
		$clean->set_query_params( array_diff_key( $this->schema->accept_query( $request->get_query_params(), $route->query ), $request->get_url_params() ) );
		$body = $route->body === null ? null : $this->schema->accept( $route->body, Body::read( $request->get_body(), $route->mends_text ) );
		if ( is_array( $body ) ) {
			$clean->set_header( 'Content-Type', 'application/json' );
			$clean->set_body( (string) wp_json_encode( array_diff_key( $body, $request->get_url_params() ) ) );
		}

		return $clean;
	}
}
