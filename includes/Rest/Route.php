<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Closure;
use WP_REST_Request;

/** One route: who may, what comes in, what goes out. `Api` registers it and does everything that routes have in common. */
final class Route {

	/**
	 * @param 'GET'|'POST'|'PUT'|'DELETE'         $method
	 * @param non-falsy-string                    $path       Below `amicable/v1`, '/cases/(?P<id>\d+)/events'.
	 * @param string                              $capability One of Capability; objects are checked by the handler's service.
	 * @param Closure(WP_REST_Request<array<string, mixed>>): Reply $handle
	 * @param string|null                         $body       Name of the request's schema, 'cases.event'; null: no body is read.
	 * @param string|null                         $answer     Name of the answer's schema (of one item for collections), for OPTIONS and tests.
	 * @param array<string, array<string, mixed>> $query      JSON schema of each query parameter.
	 * @param (Closure(int, WP_REST_Request<array<string, mixed>>): Reply)|null $reread Set: an Idempotency-Key is demanded, and a replay answers with this for the object made first.
	 * @param bool                                $mends_text Broken UTF-8 arrives as U+FFFF instead of being refused, for a handler that judges item by item.
	 */
	public function __construct(
		public readonly string $method,
		public readonly string $path,
		public readonly string $capability,
		public readonly Closure $handle,
		public readonly ?string $body = null,
		public readonly ?string $answer = null,
		public readonly array $query = [],
		public readonly ?Closure $reread = null,
		public readonly bool $mends_text = false,
	) {
	}
}
