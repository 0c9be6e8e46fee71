<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks;

/** Whether two subjects are about the same thing. Pairs of letters, so that it works in Korean as in English. */
final class Subjects {

	private const ALIKE_PERCENT = 60;

	public static function are_alike( string $one, string $other ): bool {
		$one   = self::plain( $one );
		$other = self::plain( $other );
		if ( $one === $other ) {
			return true; // Both empty too: a second chat while the first waits.
		}
		$pairs  = self::pairs( $one );
		$others = self::pairs( $other );
		$shared = 0;
		foreach ( $pairs as $pair => $times ) {
			$shared += min( $times, $others[ $pair ] ?? 0 );
		}
		$all = array_sum( $pairs ) + array_sum( $others );

		return $all > 0 && 200 * $shared >= self::ALIKE_PERCENT * $all;
	}

	/** Without marks of replies and forwards, numbers of tickets, signs and case. */
	private static function plain( string $subject ): string {
		$subject = mb_strtolower( $subject, 'UTF-8' );
		$subject = (string) preg_replace( '/^(\s*(re|fw|fwd|aw|wg|ynt|ilt|답장|회신|전달)\s*[:：]\s*)+/u', '', $subject );
		$subject = (string) preg_replace( '/[\[(#][^\])]{0,24}\d[^\])]{0,24}[\])]|#\d+/u', ' ', $subject );

		return trim( (string) preg_replace( '/[^\p{L}\p{N}]+/u', ' ', $subject ) );
	}

	/** @return array<string, int> */
	private static function pairs( string $text ): array {
		$letters = mb_str_split( str_replace( ' ', '', $text ), 1, 'UTF-8' );
		$pairs   = [];
		for ( $i = 0, $last = count( $letters ) - 1; $i < $last; $i++ ) {
			$pair           = $letters[ $i ] . $letters[ $i + 1 ];
			$pairs[ $pair ] = ( $pairs[ $pair ] ?? 0 ) + 1;
		}

		return $pairs;
	}
}
