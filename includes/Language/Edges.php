<?php
declare( strict_types=1 );

namespace Amicable\Language;

/**
 * Folded text as the gates of Latin packs meet it: everything that is not part of a word is a space, and so are both ends.
 *
 * A cue then says with a space where a word begins or ends, and may be several words long.
 */
final class Edges {

	private const WORD = 'abcdefghijklmnopqrstuvwxyz0123456789_';

	private const SIGN = '/[\xC0-\xFF][\x80-\xBF]*/';

	private readonly string $others;

	private readonly string $spaces;

	public function __construct() {
		$this->others = implode( '', array_filter( array_map( chr( ... ), range( 0, 127 ) ), static fn ( string $byte ): bool => ! str_contains( self::WORD, $byte ) ) );
		$this->spaces = str_repeat( ' ', strlen( $this->others ) );
	}

	public function of( string $text ): string {
		return ' ' . $this->inner( $text ) . ' ';
	}

	/** Signs of other scripts stay, each by itself. */
	public function inner( string $text ): string {
		$spaced = strtr( $text, $this->others, $this->spaces );

		return Regex::matches( self::SIGN, $spaced ) ? (string) preg_replace( self::SIGN, ' $0 ', $spaced ) : $spaced;
	}
}
