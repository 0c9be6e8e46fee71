<?php
declare( strict_types=1 );

namespace Amicable\Licensing\Freemius;

/** Which license of which product. */
final class LicenseName {

	private function __construct(
		public readonly Product $product,
		public readonly string $license,
	) {
	}

	/** Null: of no product that is set up here. */
	public static function from( string $id, FreemiusSettings $settings ): ?self {
		if ( preg_match( '/^([1-9]\d{0,17})-([1-9]\d{0,17})$/D', $id, $parts ) !== 1 || ! isset( $settings->products[ (int) $parts[1] ] ) ) {
			return null;
		}

		return new self( $settings->products[ (int) $parts[1] ], $parts[2] );
	}
}
