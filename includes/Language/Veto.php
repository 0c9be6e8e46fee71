<?php
declare( strict_types=1 );

namespace Amicable\Language;

/** What, near a match, says that it means something else. */
final class Veto {

	private const SENTENCE_END = '.!?';
	private const NEAR         = 160;

	public function __construct( private readonly string $scope, private readonly string $regex ) {
	}

	public function speaks( string $text, int $start, int $end ): bool {
		[ $from, $to ] = $this->place( $text, $start, $end );

		return $to > $from && Regex::matches( $this->regex, mb_scrub( substr( $text, $from, $to - $from ), 'UTF-8' ) );
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
		for ( $from = $at - 1; $from >= 0; $from-- ) {
			if ( $text[ $from ] === "\n" || ( str_contains( self::SENTENCE_END, $text[ $from ] ) && ! ctype_alnum( $text[ $from + 1 ] ?? ' ' ) ) ) {
				return $from + 1;
			}
		}

		return 0;
	}

	/** With its closing mark: a question is known by it. */
	private static function sentence_end( string $text, int $at ): int {
		$length = strlen( $text );
		for ( $to = max( 0, $at - 1 ); $to < $length; $to++ ) {
			if ( $text[ $to ] === "\n" || ( str_contains( self::SENTENCE_END, $text[ $to ] ) && ! ctype_alnum( $text[ $to + 1 ] ?? ' ' ) ) ) {
				return $to + 1;
			}
		}

		return $length;
	}
}
