<?php
declare( strict_types=1 );

namespace Amicable\Language;

/**
 * The writer's own words without what says who they are: names that are known, addresses, numbers, keys. What was quoted, forwarded, pasted or signed is left out
 * whole. Takes away too much rather than too little.
 */
final class Impersonal {

	private const GONE = '…';

	/** Addresses without a scheme and file names, whatever holds a digit or an at sign, keys in capital letters, strings too long for a word. */
	private const REVEALING = '~\S*@\S*|\b(?:[\w-]+\.)+[a-z]{2,}\b(?:[/?#]\S*)?|\S*\p{N}\S*|\b[A-Z]{3,}(?:-[A-Z]{2,})+\b|\b[A-Za-z_-]{24,}\b~u';

	public function __construct( private readonly Segmenter $segmenter ) {
	}

	/** @param list<string> $names Of people: the customer, whoever answers; an email counts by its first half. '': nothing is left. */
	public function words( string $message, array $names ): string {
		$text     = mb_scrub( $message, 'UTF-8' );
		$segments = $this->segmenter->segments( $text );
		foreach ( $segments as $segment ) {
			if ( $segment->kind === SegmentKind::Quotation ) {
				$text = substr_replace( $text, str_repeat( ' ', $segment->end - $segment->start ), $segment->start, $segment->end - $segment->start );
			}
		}
		$own = mb_scrub( $this->segmenter->own( $text, $segments ), 'UTF-8' );
		foreach ( [ self::REVEALING, ...array_map( self::name( ... ), self::parts( $names ) ), '~(?:\s*' . self::GONE . ')+~u' ] as $regex ) {
			$own = preg_replace( $regex, ' ' . self::GONE, $own ) ?? throw new RegexError( preg_last_error_msg() );
		}
		$words = trim( (string) preg_replace( '~\s+~u', ' ', $own ) );

		return preg_match( '~\p{L}~u', $words ) === 1 ? $words : '';
	}

	/**
	 * @param list<string> $names
	 * @return list<string> The longest first.
	 */
	private static function parts( array $names ): array {
		$parts = [];
		foreach ( $names as $name ) {
			$said = explode( '@', mb_scrub( $name, 'UTF-8' ) )[0];
			foreach ( [ trim( $said ), ...(array) preg_split( '~[^\p{L}\'’]+~u', $said ) ] as $part ) {
				$parts[] = (string) $part;
				$parts[] = preg_match( '~^\p{Hangul}{3,4}$~u', (string) $part ) === 1 ? mb_substr( (string) $part, 1 ) : ''; // Without the family name.
			}
		}
		$parts = array_values( array_unique( array_filter( $parts, static fn ( string $part ): bool => mb_strlen( $part ) > 1 ) ) );
		usort( $parts, static fn ( string $a, string $b ): int => strlen( $b ) <=> strlen( $a ) );

		return $parts;
	}

	/** With an ending after an apostrophe or in Hangul it is the same name; inside a longer word it is another word. Turkish has four letters i. */
	private static function name( string $name ): string {
		$any = preg_replace( '~[iıİI]~u', '[iıİI]', preg_quote( $name, '~' ) );

		return "~(?<![\p{L}\p{N}])$any(?!\p{Latin})~iu";
	}
}
