<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\TicketFile;

/** What a file most likely is, from what its pieces look like. A person sees the first rows and may say otherwise. */
final class EncodingGuess {

	public const ASCII = 'ascii';

	public const UTF8 = 'utf8';

	public const OTHER = 'other';

	private const MARKS = [
		"\xEF\xBB\xBF" => Encoding::Utf8,
		"\xFF\xFE"     => Encoding::Utf16Le,
		"\xFE\xFF"     => Encoding::Utf16Be,
	];

	/** What one piece looks like, letters at its borders torn apart or not. */
	public static function sign( string $piece ): string {
		if ( preg_match( '/[\x80-\xFF]/', $piece ) !== 1 ) {
			return self::ASCII;
		}
		$whole = (string) preg_replace( '/^[\x80-\xBF]{1,3}/', '', $piece );
		for ( $torn = 0; $torn <= 3; $torn++ ) {
			if ( preg_match( '//u', substr( $whole, 0, strlen( $whole ) - $torn ) ) === 1 ) {
				return self::UTF8;
			}
		}

		return self::OTHER;
	}

	/**
	 * @param string      $first The first piece.
	 * @param string|null $odd   The first piece that is no UTF-8, if there is one.
	 */
	public static function of( string $first, ?string $odd ): Encoding {
		foreach ( self::MARKS as $mark => $encoding ) {
			if ( str_starts_with( $first, $mark ) ) {
				return $encoding;
			}
		}

		return self::wide( substr( $first, 0, 4096 ) ) ?? ( $odd === null ? Encoding::Utf8 : self::narrow( $odd ) );
	}

	/** Without a mark: the zeros beside ASCII letters stand all on one side. */
	private static function wide( string $bytes ): ?Encoding {
		$zeros = substr_count( $bytes, "\0" );
		if ( $zeros * 10 < strlen( $bytes ) || $zeros === 0 ) {
			return null;
		}
		$odd = 0;
		foreach ( str_split( $bytes, 2 ) as $pair ) {
			$odd += ( $pair[1] ?? '' ) === "\0" ? 1 : 0;
		}

		return match ( true ) {
			$odd * 10 > $zeros * 9 => Encoding::Utf16Le,
			$odd * 10 < $zeros     => Encoding::Utf16Be,
			default                => null,
		};
	}

	/** Korean writes pairs of high bytes, most of them from the block of common syllables; Western letters stand alone among ASCII. */
	private static function narrow( string $bytes ): Encoding {
		$high  = (int) preg_match_all( '/[\x80-\xFF]/', $bytes );
		$pairs = (int) preg_match_all( '/[\xB0-\xC8][\xA1-\xFE]/', $bytes );
		if ( $pairs * 2 * 10 >= $high * 6 ) {
			return Encoding::Korean;
		}

		return CodePages::looks_turkish( $bytes ) ? Encoding::Windows1254 : Encoding::Windows1252;
	}
}
