<?php
declare( strict_types=1 );

namespace Amicable\Licensing\Proof;

use Amicable\Licensing\License;
use Amicable\Stores\Obligation;

/** The answer of a license system to the eighth check: what can still be used, and what is ended but still registered somewhere. */
final class OpenLicenses {

	/**
	 * @param list<License> $licenses
	 * @return non-empty-list<Obligation>
	 */
	public static function of( array $licenses ): array {
		$open = [];
		foreach ( $licenses as $license ) {
			if ( $license->is_usable() || $license->activations !== [] ) {
				$open[] = new Obligation( 8, true, "license:$license->system:$license->id", self::sentence( $license ), $license->orders[0] ?? null );
			}
		}

		return $open === [] ? [ new Obligation( 8, false, null, __( 'No license can be used.', 'amicable' ) ) ] : $open;
	}

	private static function sentence( License $license ): string {
		return $license->is_usable()
			/* translators: 1: part of a license key, 2: product. */
			? sprintf( __( 'License %1$s for %2$s can still be used.', 'amicable' ), $license->masked, $license->product )
			/* translators: 1: part of a license key, 2: product. */
			: sprintf( __( 'License %1$s for %2$s is ended, but a site is still registered.', 'amicable' ), $license->masked, $license->product );
	}
}
