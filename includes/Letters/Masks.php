<?php
declare( strict_types=1 );

namespace Amicable\Letters;

use Amicable\Playbook\Litmus\Draft;
use Amicable\Playbook\Litmus\PrivateDataCheck;

/** Takes names, addresses, numbers and keys out of a text, as whoever makes a screenshot public would. */
final class Masks {

	public const MASK = '███';

	/** Words of two letters stand in too many places. */
	private const SHORTEST = 3;

	/** Shorter names are words too, "Will" and "May": masked as they are written, or in capitals. */
	private const NO_WORD = 5;

	/** @param list<string> $names In full. */
	public function __construct( private readonly array $names ) {
	}

	public function over( string $text ): string {
		$text = mb_scrub( str_replace( "\r\n", "\n", $text ), 'UTF-8' );
		foreach ( $this->expressions() as $expression ) {
			$text = (string) preg_replace( $expression, self::MASK, $text );
		}
		$remarks = ( new PrivateDataCheck() )->look( new Draft( $text, 'en', public: true ) );
		usort( $remarks, static fn ( $one, $other ): int => $other->start <=> $one->start );
		foreach ( $remarks as $remark ) {
			$text = mb_substr( $text, 0, $remark->start ) . self::MASK . mb_substr( $text, $remark->end );
		}

		return $text;
	}

	/**
	 * Full names first. Korean particles follow a name without a space.
	 *
	 * @return list<string>
	 */
	private function expressions(): array {
		$words = [];
		foreach ( $this->names as $name ) {
			$name  = trim( $name );
			$parts = array_filter( (array) preg_split( '/\s+/u', $name ), static fn ( mixed $part ): bool => mb_strlen( (string) $part ) >= self::SHORTEST || preg_match( '/^\p{Hangul}{2}$/u', (string) $part ) === 1 );
			$words = [ ...$words, ...( mb_strlen( $name ) >= 2 ? [ $name ] : [] ), ...array_map( strval( ... ), $parts ) ];
		}
		$words = array_unique( $words );
		usort( $words, static fn ( string $one, string $other ): int => mb_strlen( $other ) <=> mb_strlen( $one ) );

		return array_values( array_map( self::expression( ... ), $words ) );
	}

	private static function expression( string $word ): string {
		$end = preg_match( '/\p{Hangul}$/u', $word ) === 1 ? '' : '(?![\p{L}\p{N}])';
		if ( mb_strlen( $word ) >= self::NO_WORD ) {
			return '/(?<![\p{L}\p{N}])' . preg_quote( $word, '/' ) . $end . '/iu';
		}

		return '/(?<![\p{L}\p{N}])(?:' . preg_quote( $word, '/' ) . '|' . preg_quote( mb_strtoupper( $word ), '/' ) . ")$end/u";
	}
}
