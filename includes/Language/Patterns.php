<?php
declare( strict_types=1 );

namespace Amicable\Language;

/** The expressions of a pack as they are kept: what many have in common stands there once and is put in when one is wanted. */
final class Patterns {

	public const NAME = '/\{#(\d+)\}/';

	public function __construct( private readonly Texts $parts ) {
	}

	public function whole( string $kept ): string {
		$whole = $kept;
		while ( str_contains( $whole, '{#' ) ) {
			$whole = (string) preg_replace_callback( self::NAME, fn ( array $name ): string => $this->parts->text( (int) $name[1] ), $whole );
		}

		return str_replace( ' ', '\s', $whole );
	}
}
