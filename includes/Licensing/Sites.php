<?php
declare( strict_types=1 );

namespace Amicable\Licensing;

/** On how many sites licenses are in use. */
final class Sites {

	/**
	 * A site that uses three products is one, however its address was sent.
	 *
	 * @param list<License> $licenses
	 */
	public static function count( array $licenses ): int {
		$sites = [];
		foreach ( array_filter( $licenses, static fn ( License $license ): bool => $license->is_usable() ) as $license ) {
			foreach ( $license->activations as $activation ) {
				$sites[ SiteNames::of( $activation->site )[0] ?? $activation->site ] = true;
			}
		}

		return count( $sites );
	}
}
