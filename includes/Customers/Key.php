<?php
declare( strict_types=1 );

namespace Amicable\Customers;

/** One thing a customer may be recognized by, hashed. */
final class Key {

	/** Below this, a key points at a customer but is no reason to doubt another one. */
	public const STRONG = 90;

	public function __construct(
		public readonly string $kind,
		public readonly string $hash,
		public readonly int $confidence,
	) {
	}

	public function is_strong(): bool {
		return $this->confidence >= self::STRONG;
	}
}
