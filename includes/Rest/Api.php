<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\CurrentMode;
use Amicable\Graph;
use Amicable\Hookable;
use Amicable\Mode;
use Closure;
use Throwable;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/** Puts the controllers' routes under `amicable/v1`. Both modes have the same routes; which graph acts is decided when WordPress knows who asks. */
final class Api implements Hookable {

	public const NAMESPACE = 'amicable/v1';

	/** @param Closure(Mode): Graph $graph */
	public function __construct(
		private readonly Closure $graph,
		private readonly CurrentMode $mode,
	) {
	}

	public function register(): void {
		add_action( 'rest_api_init', $this->register_routes( ... ) );
		add_filter( 'rest_request_before_callbacks', $this->leave_json_to_us( ... ), 10, 3 );
		add_filter( 'rest_request_after_callbacks', $this->never_stored( ... ), 10, 3 );
	}

	/** @return list<Route> */
	public function routes( Mode $mode ): array {
		return array_merge( ...array_map( static fn ( Controller $controller ): array => $controller->routes(), ( $this->graph )( $mode )->controllers() ) );
	}

	private function register_routes(): void {
		foreach ( $this->routes( Mode::Live ) as $route ) {
			register_rest_route(
				self::NAMESPACE,
				$route->path,
				[
					'schema' => fn (): array => $route->answer === null ? [] : ( $this->graph )( Mode::Live )->schema()->get( $route->answer ),
					[
						'methods'             => $route->method,
						'callback'            => fn ( WP_REST_Request $request ): WP_REST_Response => $this->answer( $route, $request ),
						'permission_callback' => static fn (): bool|WP_Error => current_user_can( $route->capability ) ? true : Errors::not_allowed(),
						// For whoever reads the index. Without a sanitizer WordPress judges nothing, and nothing is judged before the capability.
						'args'                => array_map( static fn ( array $schema ): array => [ 'sanitize_callback' => null ] + array_diff_key( $schema, [ 'required' => true, 'default' => true ] ), $route->query ),
					],
				],
			);
		}
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function answer( Route $route, WP_REST_Request $request ): WP_REST_Response {
		try {
			$mode  = $this->mode->of_request( $request );
			$graph = ( $this->graph )( $mode );

			return $graph->endpoint()->answer( $mode === Mode::Live ? $route : $this->twin( $route, $mode ), $request );
		} catch ( Throwable $thrown ) {
			return Endpoint::refusal( $thrown );
		}
	}

	/** The same route of another mode's controllers. */
	private function twin( Route $route, Mode $mode ): Route {
		foreach ( $this->routes( $mode ) as $other ) {
			if ( $other->method === $route->method && $other->path === $route->path ) {
				return $other;
			}
		}

		return $route;
	}

	/**
	 * WordPress refuses broken JSON before it asks who is there, and without naming the field. We read the body ourselves.
	 *
	 * @param array<string, mixed>                  $handler
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	private function leave_json_to_us( mixed $response, array $handler, WP_REST_Request $request ): mixed {
		return self::is_ours( $request ) && $response instanceof WP_Error && $response->get_error_code() === 'rest_invalid_json' ? null : $response;
	}

	/**
	 * @param array<string, mixed>                  $handler
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	private function never_stored( mixed $response, array $handler, WP_REST_Request $request ): mixed {
		if ( ! self::is_ours( $request ) ) {
			return $response;
		}
		$response = $response instanceof WP_Error ? rest_convert_error_to_response( $response ) : $response;
		if ( $response instanceof WP_REST_Response ) {
			$response->header( 'Cache-Control', 'no-store' );
		}

		return $response;
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private static function is_ours( WP_REST_Request $request ): bool {
		return str_starts_with( $request->get_route(), '/' . self::NAMESPACE . '/' );
	}
}
