<?php
declare( strict_types=1 );

namespace Amicable\Rest;

/** What a handler answers. Empty maps are given as `new stdClass()`. */
final class Reply {

	/**
	 * @param mixed                 $body
	 * @param array<string, string> $headers
	 * @param int|null              $object_id What was made, for a replay of the same Idempotency-Key.
	 */
	public function __construct(
		public readonly mixed $body,
		public readonly int $status = 200,
		public readonly array $headers = [],
		public readonly ?int $object_id = null,
	) {
	}
}
