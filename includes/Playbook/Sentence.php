<?php
declare( strict_types=1 );

namespace Amicable\Playbook;

/** The whole sentence around some words: a piece of one, quoted alone, reads as torn out. */
final class Sentence {

	/**
	 * @param int $start In code points, as `$end`.
	 * @return array{int, int} In code points.
	 */
	public static function around( string $text, int $start, int $end ): array {
		$before = mb_substr( $text, 0, $start, 'UTF-8' );
		$words  = mb_substr( $text, $start, $end - $start, 'UTF-8' );
		$after  = mb_substr( $text, $end, null, 'UTF-8' );
		$from   = preg_match( '/^.*(?:[.!?…。](?=\s)|\n)\s*/su', $before, $found ) === 1 ? mb_strlen( $found[0], 'UTF-8' ) : 0;
		$more   = preg_match( '/^[^.!?…。\n]*(?:[.!?…。](?!\s|$)[^.!?…。\n]*)*[.!?…。]*/u', $after, $found ) === 1 ? mb_strlen( $found[0], 'UTF-8' ) : 0;

		return [ $from, $end + ( preg_match( '/[.!?…。\n]$/u', $words ) === 1 ? 0 : $more ) ];
	}

	/** The sentence that some words stand in, without its full stop; the words alone where they are not found, or it would be too long. */
	public static function of( string $words, ?string $text, int $longest ): string {
		$at = $text === null || $words === '' ? false : mb_strpos( $text, $words, 0, 'UTF-8' );
		if ( $text === null || $at === false ) {
			return $words;
		}
		[ $start, $end ] = self::around( $text, $at, $at + mb_strlen( $words, 'UTF-8' ) );
		$sentence        = rtrim( trim( mb_substr( $text, $start, $end - $start, 'UTF-8' ) ), '.。' );

		return mb_strlen( $sentence, 'UTF-8' ) > $longest ? $words : $sentence;
	}
}
