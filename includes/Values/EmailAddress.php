<?php
declare( strict_types=1 );

namespace Amicable\Values;

/** An address normalized for comparison: trimmed, lower case, domain in ASCII where the name is plain. */
final class EmailAddress {

	private function __construct( public readonly string $normalized ) {
	}

	/** Null for what is no address. Unicode is lower-cased as a whole; nothing else is folded, so ÉA and EA stay two people. */
	public static function try_from( string $text ): ?self {
		$text = trim( $text );
		if ( ! mb_check_encoding( $text, 'UTF-8' ) || strlen( $text ) > 254 || preg_match( '/^[^\s@"<>(),;:\\\\]+@[^\s@"<>(),;:\\\\]+\.[^\s@"<>(),;:\\\\.]+$/Du', $text ) !== 1 ) {
			return null;
		}

		return new self( mb_strtolower( $text, 'UTF-8' ) );
	}
}
