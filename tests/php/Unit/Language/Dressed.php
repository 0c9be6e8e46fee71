<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Language;

/** The same message as somebody writes it who wants to slip past a filter. */
final class Dressed {

	private const FIGURES  = [
		'a' => '4',
		'e' => '3',
		'i' => '1',
		'o' => '0',
	];
	private const CYRILLIC = [
		'a' => 'а',
		'e' => 'е',
		'o' => 'о',
		'c' => 'с',
		'p' => 'р',
	];

	/**
	 * Of each example: its first hard word, dressed in every way.
	 *
	 * @param list<string> $words
	 * @return array<string, string>
	 */
	public static function up( string $language, string $example, array $words ): array {
		return $language === 'ko' ? self::korean( $example ) : self::latin( $example, $words );
	}

	/**
	 * @param list<string> $words
	 * @return array<string, string>
	 */
	private static function latin( string $example, array $words ): array {
		$plain = strtr( mb_strtolower( str_replace( [ 'I', 'İ' ], [ 'ı', 'i' ], $example ) ), [ 'ı' => 'i', 'ş' => 's', 'ğ' => 'g', 'ç' => 'c', 'ö' => 'o', 'ü' => 'u' ] );
		usort( $words, static fn ( string $a, string $b ): int => strlen( $b ) <=> strlen( $a ) );
		foreach ( $words as $word ) {
			if ( strlen( $word ) > 3 && preg_match( "/\b$word\b/", $plain ) === 1 ) {
				return array_map( static fn ( string $dressed ): string => (string) preg_replace( "/\b$word\b/", $dressed, $plain, 1 ), self::ways( $word ) );
			}
		}

		return [];
	}

	/** @return array<string, string> */
	private static function ways( string $word ): array {
		$inner = substr( $word, 1, -1 );

		return [
			'figures'    => $word[0] . strtr( $inner, self::FIGURES ) . substr( $word, -1 ),
			'star'       => $word[0] . '*' . substr( $word, 2 ),
			'zero width' => implode( "\u{200b}", str_split( $word ) ),
			'Cyrillic'   => strtr( $word, self::CYRILLIC ),
			'spaced'     => implode( ' ', str_split( $word ) ),
			'stretched'  => $word[0] . str_repeat( $word[1], 4 ) . substr( $word, 2 ),
			'capitals'   => strtoupper( $word ),
		];
	}

	/** @return array<string, string> */
	private static function korean( string $example ): array {
		return [
			'zero width' => (string) preg_replace( '/(?<=[가-힣])(?=[가-힣])/u', "\u{200b}", $example ),
			'signs'      => (string) preg_replace( '/([가-힣])([가-힣])/u', '$1.$2', $example, 1 ),
			'decomposed' => (string) preg_replace_callback( '/[가-힣]/u', static fn ( array $found ): string => self::decomposed( mb_ord( $found[0] ) - 0xAC00 ), $example ),
		];
	}

	private static function decomposed( int $syllable ): string {
		$final = $syllable % 28;

		return mb_chr( 0x1100 + intdiv( $syllable, 588 ) ) . mb_chr( 0x1161 + intdiv( $syllable % 588, 28 ) ) . ( $final === 0 ? '' : mb_chr( 0x11A7 + $final ) );
	}
}
