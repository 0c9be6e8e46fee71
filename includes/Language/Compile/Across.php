<?php
declare( strict_types=1 );

namespace Amicable\Language\Compile;

/** Whether what a pattern finds may go on after the end of a sentence: most cannot, and are tried on one sentence at a time. */
final class Across {

	/** Opens a group; its marks are no part of any text. */
	private const OPENING = '/\(\?(?:[:=!]|<[=!])/';

	/** Looks back, looks at the very next character, and a point inside a name such as wordpress.org. */
	private const HARMLESS = '/\(\?<[=!](?:[^()\\\\]|\\\\.)*\)|\(\?[=!](?:\[(?:[^\]\\\\]|\\\\.)*\]|\\\\[a-zA-Z.!?]|\$|[^()\[\]\\\\|.?*+{}])(?:\|(?:\[(?:[^\]\\\\]|\\\\.)*\]|\\\\[a-zA-Z.!?]|\$|[^()\[\]\\\\|.?*+{}]))*\)|\\\\\.(?=[a-z0-9])/u';

	private const SET = '/\[(\^?)((?:[^\]\\\\]|\\\\.)*)\]/u';

	public static function never( string $pattern ): bool {
		$rest = (string) preg_replace( [ self::HARMLESS, self::OPENING ], [ '', '(' ], $pattern );
		if ( preg_match_all( self::SET, $rest, $sets, PREG_SET_ORDER ) > 0 ) {
			foreach ( $sets as $set ) {
				$not     = $set[1];
				$letters = $set[2];
				if ( $not === '^' ? ! self::holds_all( $letters ) : preg_match( '/[.!?]|\\\\[A-Z]/', $letters ) === 1 ) {
					return false;
				}
			}
		}

		return preg_match( '/(?<!\\\\)\.|!|\\\\[.?A-Z]/', (string) preg_replace( self::SET, '', $rest ) ) !== 1;
	}

	private static function holds_all( string $letters ): bool {
		return str_contains( $letters, '.' ) && str_contains( $letters, '!' ) && str_contains( $letters, '?' );
	}
}
