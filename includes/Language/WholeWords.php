<?php
declare( strict_types=1 );

namespace Amicable\Language;

/** Widens what was found to whole words, so that nobody has to read half of one: rules end where they are sure, not where a word does. */
final class WholeWords {

	private const REACH = 24;

	private const AFTER = '/^[\p{L}\p{M}\p{N}]+/u';

	private const BEFORE = '/[\p{L}\p{M}\p{N}]+$/u';

	private const BLANK = '/^\s+/u';

	public static function of( Finding $finding, string $message ): Finding {
		$blank = self::length( self::BLANK, $finding->quote );
		$start = $finding->start + $blank;
		$end   = $finding->end - ( $blank === $finding->end - $finding->start ? 0 : mb_strlen( $finding->quote, 'UTF-8' ) - mb_strlen( rtrim( $finding->quote ), 'UTF-8' ) );
		$from  = max( 0, $start - self::REACH );
		$start = $start - ( $blank > 0 ? 0 : self::length( self::BEFORE, mb_substr( $message, $from, $start - $from, 'UTF-8' ) ) );
		$end   += ( $end < $finding->end ? 0 : self::length( self::AFTER, mb_substr( $message, $end, self::REACH, 'UTF-8' ) ) );

		return new Finding( $finding->label, $finding->kind, $finding->severity, $finding->rule, $finding->why, mb_substr( $message, $start, $end - $start, 'UTF-8' ), $start, $end, $finding->read_as, $finding->quoted );
	}

	/** Code points of what a pattern finds. */
	private static function length( string $regex, string $text ): int {
		return array_sum( array_map( static fn ( array $found ): int => mb_strlen( $found[0], 'UTF-8' ), Regex::all( $regex, $text ) ) );
	}
}
