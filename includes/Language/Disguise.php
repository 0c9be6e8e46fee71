<?php
declare( strict_types=1 );

namespace Amicable\Language;

/** Undoes what people do to words so that filters miss them: figures for letters, stars, spaces, stretching. */
final class Disguise {

	private const FIGURES = [
		'0' => 'o',
		'1' => 'i',
		'3' => 'e',
		'4' => 'a',
		'5' => 's',
		'7' => 't',
		'8' => 'b',
		'@' => 'a',
		'$' => 's',
		'!' => 'i',
		'|' => 'l',
	];

	private const SUSPECT = '/[a-z][@$!|*#]+[a-z*]|[a-z][0134578]+[a-z]|(?<![a-z0-9])[@$13450][a-z]{2}|[a-z]{2}[013457@](?![a-z0-9])|[a-z]\*|([a-z])\1\1|(?<![a-z0-9])[a-z][ .\-_*][a-z0-9@$][ .\-_*][a-z0-9](?![a-z])|[a-z]\.[a-z]\.?[a-z]|[a-z]-[a-z]/';

	private const SPACED  = '/(?<![a-z0-9\'])[a-z@$!0134](?:[ .\-_*][a-z0-9@$!]){2,40}(?![a-z0-9])/';
	private const STRETCH = '/[a-z]*([a-z])\1\1[a-z]*/';
	private const TOKEN   = '/(?<![a-z0-9])(?=[a-z0-9@$!|]{0,40}[a-z])(?:[a-z]{1,30}[0134578@$!|]{1,4}(?=[a-z]|(?<=[013457@])(?![a-z0-9@$!|]))|[@$013457]{1,2}(?=[a-z]{2}|[a-z][013457]{1,3}[a-z]))[a-z0-9@$|]{0,30}(?:!(?=[a-z])[a-z0-9@$|]{0,30})?/';
	private const MASKED  = '/(?<![a-z0-9*#])[a-z][a-z0-9@$]{0,12}[*#]{1,5}[a-z0-9@$]{0,14}(?![a-z0-9*#])/';
	private const DOTTED  = '/(?<![a-z0-9.])[a-z]{1,6}(?:[.\-_][a-z]{1,6}){1,8}(?![a-z0-9]|\.[a-z0-9])/';

	/** @var list<string> Longest first. */
	private array $words;

	/** @var array<string, true> */
	private array $known;

	/** @param list<string> $words What may hide behind a star: the pack's own hard words. */
	public function __construct( array $words ) {
		usort( $words, static fn ( string $a, string $b ): int => strlen( $b ) <=> strlen( $a ) );
		$this->words = $words;
		$this->known = array_fill_keys( $words, true );
	}

	public function undone( Text $text ): Text {
		if ( ! Regex::matches( self::SUSPECT, $text->bytes ) ) {
			return $text;
		}

		return $text
			->replaced( self::SPACED, $this->once( $this->join( ... ) ) )
			->replaced( self::DOTTED, $this->once( $this->undot( ... ) ) )
			->replaced( self::MASKED, $this->once( $this->unmask( ... ) ) )
			->replaced( self::TOKEN, $this->once( $this->spell( ... ) ) )
			->replaced( self::STRETCH, $this->once( $this->shrink( ... ) ) );
	}

	/** `l o s e r`; in a long run the hard word is set apart. */
	private function join( string $run ): string {
		$word = $this->spell( (string) preg_replace( '/[ .\-_*]/', '', $run ) );
		if ( isset( $this->known[ $word ] ) ) {
			return $word;
		}
		foreach ( $this->words as $hard ) {
			if ( strlen( $hard ) > 3 && str_contains( $word, $hard ) ) {
				return trim( str_replace( $hard, " $hard ", $word ) );
			}
		}

		return $word;
	}

	/** `f.u.c.k`, `id.iot`: only when a hard word comes out. */
	private function undot( string $run ): ?string {
		$word = (string) preg_replace( '/[.\-_]/', '', $run );

		return isset( $this->known[ $word ] ) ? $word : null;
	}

	private function spell( string $token ): string {
		foreach ( [ self::FIGURES, [ '1' => 'l' ] + self::FIGURES, [ '4' => 'a', '@' => 'a', '8' => 'b', '!' => 'l' ] + self::FIGURES ] as $figures ) {
			$word = strtr( $token, $figures );
			if ( isset( $this->known[ $word ] ) ) {
				return $word;
			}
		}

		return strtr( $token, self::FIGURES );
	}

	/** `f**k`, `b*st4rds`: the first letter is given, a star inside is one to three letters, at the end just one. */
	private function unmask( string $token ): ?string {
		$at     = strcspn( $token, '*#' );
		$stars  = strspn( $token, '*#', $at );
		$before = strtr( substr( $token, 0, $at ), self::FIGURES );
		$after  = strtr( substr( $token, $at + $stars ), self::FIGURES );
		foreach ( $after === '' ? [ $stars ] : array_unique( [ $stars, 1, 2, 3 ] ) as $hidden ) {
			$word = $this->completed( $before, $hidden, $after );
			if ( $word !== null ) {
				return $word;
			}
		}

		return null;
	}

	/**
	 * The same token is looked up once a message: somebody may send thousands.
	 *
	 * @param callable(string): ?string $by
	 * @return callable(string): ?string
	 */
	private function once( callable $by ): callable {
		$known = [];

		return static function ( string $token ) use ( $by, &$known ): ?string {
			if ( ! array_key_exists( $token, $known ) ) {
				$known[ $token ] = $by( $token );
			}

			return $known[ $token ];
		};
	}

	private function completed( string $before, int $hidden, string $after ): ?string {
		foreach ( $this->words as $word ) {
			$tail = substr( $word, strlen( $before ) + $hidden );
			if ( strlen( $word ) < strlen( $before ) + $hidden || ! str_starts_with( $word, $before ) ) {
				continue;
			}
			if ( $tail === $after || ( $tail !== '' && str_starts_with( $after, $tail ) ) ) {
				return $word . substr( $after, strlen( $tail ) );
			}
		}

		return null;
	}

	private function shrink( string $word ): string {
		$single = (string) preg_replace( '/([a-z])\1{2,}/', '$1', $word );
		$double = (string) preg_replace( '/([a-z])\1{2,}/', '$1$1', $word );

		return isset( $this->known[ $double ] ) ? $double : $single;
	}
}
