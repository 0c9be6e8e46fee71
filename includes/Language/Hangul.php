<?php
declare( strict_types=1 );

namespace Amicable\Language;

/** Korean letters by arithmetic: what keyboards split is put together again. */
final class Hangul {

	private const INITIALS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
	private const FINALS   = ' ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ';
	private const SYLLABLE = '/[ㄱ-ㅎ][ㅏ-ㅣ](?:[ㄱ-ㅎ](?![ㅏ-ㅣ]))?|[가-힣][ㄱ-ㅎ](?![ㅏ-ㅣㄱ-ㅎ])|[가-힣](?:\x{11A8}|[\x{11A9}-\x{11C2}])|[\x{1100}-\x{1112}][\x{1161}-\x{1175}][\x{11A8}-\x{11C2}]?|[\x{1100}-\x{1112}]/u';

	/** @var array<string, int> */
	private array $initials;

	/** @var array<string, int> */
	private array $finals;

	public function __construct() {
		$this->initials = array_flip( mb_str_split( self::INITIALS, 1, 'UTF-8' ) );
		$this->finals   = array_flip( mb_str_split( self::FINALS, 1, 'UTF-8' ) );
	}

	public static function is_in( string $text ): bool {
		return Regex::matches( '/[\x{AC00}-\x{D7A3}ㄱ-ㅣ\x{1100}-\x{11FF}]/u', $text );
	}

	/** `ㅅㅣㅂㅏㄹ`, `ㅁㅓㅇ청` and decomposed syllables as whole ones; lone consonants stay what they are. */
	public function joined( Text $text ): Text {
		if ( ! Regex::matches( '/[ㄱ-ㅣ\x{1100}-\x{11FF}]/u', $text->bytes ) ) {
			return $text;
		}

		return $text->replaced( self::SYLLABLE, $this->syllable( ... ) );
	}

	private function syllable( string $letters ): ?string {
		$parts = array_map( $this->code( ... ), mb_str_split( $letters, 1, 'UTF-8' ) );
		if ( $parts[0] >= 0xAC00 ) {
			return $this->closed( $parts[0], $parts[1] ?? 0 );
		}
		if ( count( $parts ) === 1 ) {
			return mb_chr( $this->compatible( $parts[0] ), 'UTF-8' );
		}
		$initial = $this->initial( $parts[0] );
		if ( $initial === null ) {
			return null;
		}
		$vowel = $parts[1] >= 0x314F ? $parts[1] - 0x314F : $parts[1] - 0x1161;

		return mb_chr( 0xAC00 + $initial * 588 + $vowel * 28 + $this->final( $parts[2] ?? 0 ), 'UTF-8' );
	}

	/** An open syllable takes the consonant that follows it; a closed one leaves it alone. */
	private function closed( int $syllable, int $consonant ): ?string {
		$final = $this->final( $consonant );

		return ( $syllable - 0xAC00 ) % 28 === 0 && $final > 0 ? mb_chr( $syllable + $final, 'UTF-8' ) : null;
	}

	private function code( string $letter ): int {
		return mb_ord( $letter, 'UTF-8' );
	}

	private function initial( int $code ): ?int {
		return $code >= 0x3131 ? $this->initials[ mb_chr( $code, 'UTF-8' ) ] ?? null : $code - 0x1100;
	}

	private function final( int $code ): int {
		return $code >= 0x3131 ? $this->finals[ mb_chr( $code, 'UTF-8' ) ] ?? 0 : max( 0, $code - 0x11A7 );
	}

	private function compatible( int $code ): int {
		return mb_ord( mb_substr( self::INITIALS, $code - 0x1100, 1, 'UTF-8' ), 'UTF-8' );
	}
}
