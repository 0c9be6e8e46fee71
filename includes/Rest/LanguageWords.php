<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Locale;

/** Languages by name, and why an answer in one of them did not help. */
final class LanguageWords {

	/** @param string $gap Of `HelpDesks\DocsLanguages`: 'ko:en', ':en,de'. */
	public static function gap( string $gap ): string {
		[ $theirs, $docs ] = explode( ':', $gap ) + [ '', '' ];
		$docs              = wp_sprintf( '%l', array_map( self::name( ... ), explode( ',', $docs ) ) );

		return $theirs === ''
			/* translators: %s: names of languages, "English and German". */
			? sprintf( __( 'The docs answer it, but they are in %s, and the question was in another language: not counted.', 'amicable' ), $docs )
			/* translators: 1: names of languages, "English and German", 2: name of a language, "Korean". */
			: sprintf( __( 'The docs answer it, but they are in %1$s, and the question was in %2$s: not counted.', 'amicable' ), $docs, self::name( $theirs ) );
	}

	/** As the reader calls it, where the server knows; else its code. */
	public static function name( string $code ): string {
		if ( in_array( $code, [ 'en', 'ko', 'tr' ], true ) ) {
			return TemplateWords::language( $code );
		}
		$name = class_exists( Locale::class ) ? Locale::getDisplayLanguage( $code, get_user_locale() ) : '';

		return is_string( $name ) && $name !== '' ? $name : $code;
	}
}
