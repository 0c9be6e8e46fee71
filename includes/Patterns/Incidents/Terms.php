<?php
declare( strict_types=1 );

namespace Amicable\Patterns\Incidents;

use Amicable\Language\Regex;

/** The words of a subject by which many tickets may turn out to be about one thing: names, versions, error codes. */
final class Terms {

	/** Particles that Korean hangs on a noun; the longer ones first. */
	private const PARTICLES = '/(?<=\p{Hangul}{2})(?:에서|으로|이랑|하고|까지|부터|이|가|을|를|은|는|에|의|로|도|와|과)$/u';

	/** Said in any ticket of any shop. What is common here alone is told by how often it was said before. */
	private const COMMON = [ 'the', 'and', 'for', 'not', 'with', 'from', 'this', 'that', 'have', 'has', 'are', 'can', 'you', 'your', 'after', 'before', 'when', 'how', 'why', 'what', 'please', 'help', 'fwd', 'does', 'doesn', 'cannot', 'bir', 'için', 'nasıl', 'neden', 'sonra', 've', 'ile', 'lütfen', '문의', '도움', '관련', '안녕하세요' ];

	/** @return list<string> Each once. */
	public static function of( string $subject ): array {
		$subject = str_replace( "\u{307}", '', mb_strtolower( $subject, 'UTF-8' ) );
		$words   = Regex::texts( '/\d+(?:\.\d+)+|[\p{L}\p{N}][\p{L}\p{N}\p{M}_-]{2,39}|\p{Hangul}{2}/u', $subject );
		$words   = array_map( static fn ( string $word ): string => (string) preg_replace( self::PARTICLES, '', $word ), $words );

		return array_values( array_unique( array_filter( $words, static fn ( string $word ): bool => ! in_array( $word, self::COMMON, true ) && ! Regex::matches( '/^\d{1,3}$/', $word ) ) ) );
	}
}
