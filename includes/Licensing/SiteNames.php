<?php
declare( strict_types=1 );

namespace Amicable\Licensing;

/** The ways in which license systems write the address of one site: each keeps what the site sent. */
final class SiteNames {

	/** @return list<string> None when this is no address of a site. */
	public static function of( string $text ): array {
		$bare = strtolower( (string) preg_replace( '~^https?://~i', '', trim( $text ) ) );
		$bare = (string) preg_replace( '~^www\.~', '', rtrim( $bare, '/' ) );
		if ( preg_match( '~^[\p{L}\p{N}.-]+\.[\p{L}\p{N}-]{2,}(?::\d+)?(?:/[^\s]*)?$~uD', $bare ) !== 1 ) {
			return [];
		}
		$names = [];
		foreach ( [ '', 'http://', 'https://' ] as $scheme ) {
			foreach ( [ '', 'www.' ] as $www ) {
				foreach ( [ '', '/' ] as $end ) {
					$names[] = "$scheme$www$bare$end";
				}
			}
		}

		return $names;
	}
}
