<?php
declare( strict_types=1 );

namespace Amicable\Language;

/**
 * Cues and the numbers of the rules that they let in, packed into a few texts: ten thousand small entries would take four times the memory.
 *
 * Cues that begin alike share a text of lines "cue, rules that it opens, rules that want it beside their first cue".
 */
final class Cues {

	/** Bytes that the cues of one text have in common. */
	private const ALIKE = 4;

	/**
	 * @param array<int|string, array{string, string}> $numbers By cue, like "3,17".
	 * @return array<string, string>
	 */
	public static function packed( array $numbers ): array {
		$texts = [];
		foreach ( $numbers as $cue => [ $first, $also ] ) {
			$alike           = substr( (string) $cue, 0, self::ALIKE );
			$texts[ $alike ] = ( $texts[ $alike ] ?? "\n" ) . "$cue\t$first\t$also\n";
		}

		return $texts;
	}

	/**
	 * @param array<string, string> $texts As packed.
	 * @return array{string, string}
	 */
	public static function numbers( array $texts, string $cue ): array {
		$text = $texts[ substr( $cue, 0, self::ALIKE ) ] ?? '';
		$at   = strpos( $text, "\n$cue\t" );
		if ( $at === false ) {
			return [ '', '' ];
		}
		$first = $at + strlen( $cue ) + 2;
		$also  = (int) strpos( $text, "\t", $first ) + 1;

		return [ substr( $text, $first, $also - $first - 1 ), substr( $text, $also, (int) strpos( $text, "\n", $also ) - $also ) ];
	}
}
