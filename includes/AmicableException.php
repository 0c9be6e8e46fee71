<?php
declare( strict_types=1 );

namespace Amicable;

use RuntimeException;

/**
 * A refusal with a stable code for programs, a translated sentence for people and an HTTP status.
 *
 * `params` names fields of the request: field path => translated sentence.
 */
final class AmicableException extends RuntimeException {

	/**
	 * @param string                $reason Stable code, `amicable_…`.
	 * @param array<string, string> $params Field path => translated sentence.
	 * @param array<string, mixed>  $data   Anything else the client needs (no personal data).
	 */
	public function __construct(
		public readonly string $reason,
		string $message,
		public readonly int $status = 400,
		public readonly array $params = [],
		public readonly array $data = [],
	) {
		parent::__construct( $message );
	}
}
