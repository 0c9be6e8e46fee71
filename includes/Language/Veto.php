<?php
declare( strict_types=1 );

namespace Amicable\Language;

/** What, near a match, says that it means something else. */
final class Veto {

	private const ENDS = ".!?\n";
	private const NEAR = 160;

	/** Nobody writes longer ones, and whoever sends one without an end shall not make us read it again and again. */
	private const SENTENCE = 600;

	/** Patterns of plain letters read bytes; the others need whole characters. */
	private readonly bool $letters;

	public function __construct( private readonly string $scope, private readonly string $regex ) {
		$this->letters = str_ends_with( $regex, 'u' );
	}

	public function speaks( string $text, int $start, int $end, string $written ): bool {
		if ( $this->scope === 'written' ) {
			return Regex::matches( $this->regex, $written );
		}
		[ $from, $to ] = $this->place( $text, $start, $end );

		if ( $to <= $from ) {
			return false;
		}
		$place = substr( $text, $from, $to - $from );

		return Regex::matches( $this->regex, $this->letters ? mb_scrub( $place, 'UTF-8' ) : $place );
	}

	/** @return array{int, int} */
	private function place( string $text, int $start, int $end ): array {
		return match ( $this->scope ) {
			'message' => [ 0, strlen( $text ) ],
			'match'   => [ $start, $end ],
			'before'  => [ self::sentence_start( $text, $start ), $start ],
			'after'   => [ $end, self::sentence_end( $text, $end ) ],
			'around'  => [ max( 0, $start - self::NEAR ), min( strlen( $text ), $end + self::NEAR ) ],
			default   => [ self::sentence_start( $text, $start ), self::sentence_end( $text, $end ) ],
		};
	}

	private static function sentence_start( string $text, int $at ): int {
		$least  = max( 0, $at - self::SENTENCE );
		$before = strrev( substr( $text, $least, $at - $least ) );
		$length = strlen( $before );
		for ( $back = strcspn( $before, self::ENDS ); $back < $length; $back += 1 + strcspn( $before, self::ENDS, $back + 1 ) ) {
			if ( $before[ $back ] === "\n" || ! ctype_alnum( $text[ $at - $back ] ?? ' ' ) ) {
				return $at - $back;
			}
		}

		return $least;
	}

	/** With its closing mark: a question is known by it. */
	private static function sentence_end( string $text, int $at ): int {
		$most = min( strlen( $text ), $at + self::SENTENCE );
		$to   = max( 0, $at - 1 );
		for ( $to += strcspn( $text, self::ENDS, $to ); $to < $most; $to += 1 + strcspn( $text, self::ENDS, $to + 1 ) ) {
			if ( $text[ $to ] === "\n" || ! ctype_alnum( $text[ $to + 1 ] ?? ' ' ) ) {
				return $to + 1;
			}
		}

		return $most;
	}
}
