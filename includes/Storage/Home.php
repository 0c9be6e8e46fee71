<?php
declare( strict_types=1 );

namespace Amicable\Storage;

/** Which site this database belongs to, so that a copy of it can be told from the site itself. */
final class Home {

	public const OPTION = 'amicable_home_hash';

	/** Of the site's address, without scheme and case: a move to https is no other site. */
	public static function hash(): string {
		$home = (string) get_option( 'home' );

		return hash( 'sha256', strtolower( rtrim( (string) preg_replace( '#^https?://#i', '', $home ), '/' ) ) );
	}

	public static function is_where_it_was(): bool {
		$kept = get_option( self::OPTION );

		return is_string( $kept ) && hash_equals( $kept, self::hash() );
	}

	/**
	 * Whether this looks like a copy of the shop, which moves no money and writes to nobody. An administrator can say that it is none,
	 * and AMICABLE_LIVE in wp-config.php says it for good.
	 */
	public static function is_copy(): bool {
		if ( defined( 'AMICABLE_LIVE' ) && (bool) constant( 'AMICABLE_LIVE' ) ) {
			return false;
		}

		return ! self::is_where_it_was() || ( in_array( wp_get_environment_type(), [ 'staging', 'development' ], true ) && self::hash() !== get_option( 'amicable_live_confirmed' ) );
	}

	/** Says that here is home: at activation, and when an administrator confirms the live site. */
	public static function settle(): void {
		update_option( self::OPTION, self::hash(), false );
	}
}
