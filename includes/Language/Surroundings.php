<?php
declare( strict_types=1 );

namespace Amicable\Language;

/** Sentences, and a stretch of a text in its sentence with those beside it. scripts/filter/windows.mjs cuts the same. */
final class Surroundings {

	/** Bytes before and behind: whoever writes without a full stop is not read whole. */
	private const MOST = 600;

	/** Read from its end, byte by byte: from every letter onward it would be looked for again. */
	private const BEFORE   = '/\A(?:[^.!?\n\xA6]|\xA6(?!\x80\xE2))*+(?:(?:[.!?\n]|\xA6\x80\xE2)++(?:[^.!?\n\xA6]|\xA6(?!\x80\xE2))++)?/';
	private const ENDED    = '/[.!?…\n] *$/Du';
	private const ONE_MORE = '/^[.!?…\n]*(?:[^.!?\n…]+[.!?…\n]*)?/u';
	private const TWO_MORE = '/^[^.!?\n…]*[.!?…\n]*(?:[^.!?\n…]+[.!?…\n]*)?/u';

	/** A mark within a number or a name ends nothing. */
	private const SENTENCE = '/(?:[^.!?\n…]|[.!?…](?![ \t\r\n]|\z))+[.!?…\n]*/u';

	/** What is left of a character that was cut through. */
	private const HEADLESS = '/^[\x80-\xBF]+/';
	private const TAILLESS = '/(?:[\xC2-\xDF]|[\xE0-\xEF][\x80-\xBF]?|[\xF0-\xF4][\x80-\xBF]{0,2})$/D';

	/**
	 * @param int $start In bytes.
	 * @param int $end   In bytes.
	 */
	public static function of( string $text, int $start, int $end ): string {
		$before = $start <= self::MOST ? substr( $text, 0, $start ) : (string) preg_replace( self::HEADLESS, '', substr( $text, $start - self::MOST, self::MOST ) );
		$behind = (string) preg_replace( self::TAILLESS, '', substr( $text, $end, self::MOST ) );
		$said   = substr( $text, $start, $end - $start );
		$ended  = Regex::matches( self::ENDED, $said ) || Regex::matches( '/^[.!?…\n]/u', $behind );

		return strrev( self::part( self::BEFORE, strrev( $before ) ) ) . $said . self::part( $ended ? self::ONE_MORE : self::TWO_MORE, $behind );
	}

	/** @return list<array{string, int}> Text and byte offset of each, with its end. */
	public static function sentences( string $text ): array {
		return Regex::all( self::SENTENCE, $text );
	}

	private static function part( string $regex, string $text ): string {
		return Regex::texts( $regex, $text )[0] ?? '';
	}
}
