<?php
declare( strict_types=1 );

namespace Amicable\Patterns;

/** A pattern does not hold, or must not speak; why, in words for programs. */
final class Silence {

	public const BELOW = 'below_threshold';

	public function __construct( public readonly string $reason = self::BELOW ) {
	}
}
