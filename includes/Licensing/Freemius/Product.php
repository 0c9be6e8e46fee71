<?php
declare( strict_types=1 );

namespace Amicable\Licensing\Freemius;

/** One product at Freemius, with the token that opens it and no other. */
final class Product {

	/** @param string $token Sealed. */
	public function __construct(
		public readonly int $id,
		public readonly string $name,
		public readonly string $token,
	) {
	}
}
