<?php
declare( strict_types=1 );

namespace Amicable\Language\Compile;

/**
 * Expressions that find the cues of all rules in one pass each: a text without any cue never meets a rule.
 * The numbers of a cue's rules stand in one text, "3,17": thousands of small lists would be heavy.
 *
 * @phpstan-type Gate array{regex: string, cues: array<string, string>, also: array<string, string>}
 * @phpstan-type Cues array<int|string, array<string, list<int>>>
 */
final class Gates {

	/** Bytes of one expression: PCRE refuses much longer ones on some hosts. */
	private const MOST = 20000;

	/**
	 * Where one expression would be too long there are several, "folded", "folded 2" and so on. All of them are tried.
	 *
	 * @param array<string, Cues> $cues By view.
	 * @return array<string, Gate>
	 */
	public function of( array $cues, string $language ): array {
		$gates = [];
		foreach ( $cues as $view => $of ) {
			foreach ( $this->halves( $of, $language ) as $at => $gate ) {
				$gates[ $at === 0 ? $view : "$view " . ( $at + 1 ) ] = $gate;
			}
		}

		return $gates;
	}

	/**
	 * Halved between two first letters: a cue and its own beginnings stay together.
	 *
	 * @param Cues $cues
	 * @return list<Gate>
	 */
	private function halves( array $cues, string $language ): array {
		$regex = $this->regex( array_map( strval( ... ), array_keys( $cues ) ), $language );
		if ( strlen( $regex ) <= self::MOST ) {
			return [ $this->gate( $regex, $cues ) ];
		}
		ksort( $cues, SORT_STRING );
		$first  = static fn ( int|string $cue ): string => mb_substr( (string) $cue, 0, 1, 'UTF-8' );
		$middle = $first( array_keys( $cues )[ intdiv( count( $cues ), 2 ) ] );
		$before = array_filter( $cues, static fn ( int|string $cue ): bool => strcmp( $first( $cue ), $middle ) < 0, ARRAY_FILTER_USE_KEY );
		if ( $before === [] ) {
			throw new PackError( "The gate is too long: too many cues begin with $middle." );
		}

		return [ ...$this->halves( $before, $language ), ...$this->halves( array_diff_key( $cues, $before ), $language ) ];
	}

	/** @param list<string> $words */
	private function regex( array $words, string $language ): string {
		return $language === 'ko' ? $this->by_letters( $words ) : $this->by_bytes( $words );
	}

	/**
	 * The cues of the rules of one view.
	 *
	 * @param Cues $cues
	 * @return Gate
	 */
	private function gate( string $regex, array $cues ): array {
		// phpcs:ignore Generic.PHP.NoSilencedErrors -- the warning is the answer.
		if ( @preg_match( $regex, '' ) === false ) {
			throw new PackError( 'The gate does not compile.' );
		}

		return [
			'regex' => $regex,
			'cues'  => $this->with_shorter( $cues, 'cues' ),
			'also'  => $this->with_shorter( $cues, 'also' ),
		];
	}

	/** @param list<string> $words */
	private function by_bytes( array $words ): string {
		sort( $words, SORT_STRING );

		return '/(?=(' . ( new Trie( $words ) )->regex() . '))./s';
	}

	/**
	 * The longest first, as a trie has it.
	 *
	 * @param list<string> $words
	 */
	private function by_letters( array $words ): string {
		rsort( $words, SORT_STRING );
		$quoted = array_map( static fn ( string $word ): string => preg_quote( $word, '/' ), $words );

		return '/(?=(' . ( new Branches() )->sorted( implode( '|', $quoted ) ) . '))./su';
	}

	/**
	 * The gate reports the longest cue at a place; its beginnings stand there, too.
	 *
	 * @param Cues $cues
	 * @return array<string, string>
	 */
	private function with_shorter( array $cues, string $as ): array {
		$all = [];
		foreach ( $cues as $cue => $of ) {
			$cue   = (string) $cue;
			$rules = $of[ $as ] ?? [];
			for ( $length = strlen( $cue ) - 1; $length > 0; $length-- ) {
				$rules = [ ...$rules, ...( $cues[ substr( $cue, 0, $length ) ][ $as ] ?? [] ) ];
			}
			if ( $rules !== [] ) {
				$all[ $cue ] = implode( ',', array_unique( $rules ) );
			}
		}
		ksort( $all, SORT_STRING );

		return $all;
	}
}
