<?php
declare( strict_types=1 );

namespace Amicable\Patterns;

/** Something that speaks for the customer, or that has to be known before anybody judges. */
final class Mitigator {

	/** @param array<string, int> $figures What its sentence mentions. */
	public function __construct(
		public readonly string $key,
		public readonly array $figures = [],
	) {
	}
}
