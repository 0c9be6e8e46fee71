<?php
declare( strict_types=1 );

namespace Amicable\Language\Compile;

use Amicable\Language\Cues;

/**
 * Expressions that find the cues of all rules in one pass each: a text without any cue never meets a rule.
 *
 * @phpstan-type Gate array{regex: string, cues: array<string, string>}
 * @phpstan-type CueRules array<int|string, array<string, list<int>>>
 */
final class Gates {

	/** Bytes of one expression: PCRE refuses much longer ones on some hosts. */
	private const MOST = 20000;

	/**
	 * Where one expression would be too long there are several, "folded", "folded 2" and so on. All of them are tried.
	 *
	 * @param array<string, CueRules> $cues By view.
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
	 * @param CueRules $cues
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
	 * @param CueRules $cues
	 * @return Gate
	 */
	private function gate( string $regex, array $cues ): array {
		// phpcs:ignore Generic.PHP.NoSilencedErrors -- the warning is the answer.
		if ( @preg_match( $regex, '' ) === false ) {
			throw new PackError( 'The gate does not compile.' );
		}

		return [
			'regex' => $regex,
			'cues'  => Cues::packed( $this->numbers( $cues ) ),
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
	 * @param CueRules $cues
	 * @return array<int|string, array{string, string}>
	 */
	private function numbers( array $cues ): array {
		$all = [];
		foreach ( array_keys( $cues ) as $cue ) {
			if ( strpbrk( (string) $cue, "\t\n" ) !== false ) {
				throw new PackError( "A cue holds a tab or the end of a line: $cue" );
			}
			$all[ $cue ] = [ $this->with_shorter( $cues, (string) $cue, 'cues' ), $this->with_shorter( $cues, (string) $cue, 'also' ) ];
		}
		ksort( $all, SORT_STRING );

		return $all;
	}

	/**
	 * The gate reports the longest cue at a place; its beginnings stand there, too.
	 *
	 * @param CueRules $cues
	 */
	private function with_shorter( array $cues, string $cue, string $as ): string {
		$rules = [];
		for ( $length = strlen( $cue ); $length > 0; $length-- ) {
			$rules = [ ...$rules, ...( $cues[ substr( $cue, 0, $length ) ][ $as ] ?? [] ) ];
		}

		return implode( ',', array_unique( $rules ) );
	}
}
