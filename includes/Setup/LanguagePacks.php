<?php
declare( strict_types=1 );

namespace Amicable\Setup;

use Amicable\ErrorLog;
use Amicable\Language\OwnPacks;
use Amicable\Language\Shelf;

/** Languages that this site taught us to read, besides those that the plugin brings. */
final class LanguagePacks {

	private const FOLDER = '/amicable/packs';

	/** @return list<string> Compiled packs, there or not. */
	public static function files(): array {
		$files = apply_filters( 'amicable_language_packs', glob( WP_CONTENT_DIR . self::FOLDER . '/*.txt' ) );

		return array_values( array_filter( is_array( $files ) ? $files : [], static fn ( mixed $file ): bool => is_string( $file ) && $file !== '' ) );
	}

	public static function own(): OwnPacks {
		return new OwnPacks( self::files(), Shelf::shipped()->languages() );
	}

	/** All there are to read by; what cannot be used is told in the site's log. */
	public static function shelf(): Shelf {
		$own = self::own();
		foreach ( $own->refused as $file => $why ) {
			ErrorLog::note( 'the language pack ' . basename( $file ) . " is not used: $why" );
		}

		return Shelf::with( $own, ErrorLog::teller( 'a message was not read by a language pack of this site' ) );
	}

	/** @return list<string> */
	public static function languages(): array {
		return [ ...Shelf::shipped()->languages(), ...array_keys( self::own()->files ) ];
	}
}
