<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\TicketFile;

/** Reads UTF-16 with nothing but PHP itself. */
final class Utf16 {

	/**
	 * The letters of one piece of a file, in UTF-8. Pieces have an even length, so only a pair of surrogates can be torn apart: it belongs
	 * to the piece that it begins in.
	 *
	 * @param string $next The first two bytes after this piece, or nothing.
	 */
	public static function text( string $bytes, string $next, bool $is_little ): string {
		$units = unpack( $is_little ? 'v*' : 'n*', substr( $bytes, 0, strlen( $bytes ) & ~1 ) . substr( $next, 0, 2 ) );
		$units = array_values( array_filter( $units === false ? [] : $units, is_int( ... ) ) );
		$ends  = intdiv( strlen( $bytes ), 2 );
		$text  = '';
		$at    = self::is_low( $units[0] ?? 0 ) ? 1 : 0;
		while ( $at < $ends ) {
			$unit   = $units[ $at ];
			$second = $units[ $at + 1 ] ?? 0;
			$pair   = self::is_high( $unit ) && self::is_low( $second );
			$text  .= match ( true ) {
				$unit < 0x80                                => chr( $unit ),
				$pair                                       => self::letter( 0x10000 + ( ( $unit - 0xD800 ) << 10 ) + $second - 0xDC00 ),
				self::is_high( $unit ), self::is_low( $unit ) => "\xFF",
				default                                     => self::letter( $unit ),
			};
			$at += $pair ? 2 : 1;
		}

		return $text;
	}

	public static function letter( int $code ): string {
		return match ( true ) {
			$code < 0x80    => chr( $code ),
			$code < 0x800   => chr( 0xC0 | $code >> 6 ) . chr( 0x80 | $code & 0x3F ),
			$code < 0x10000 => chr( 0xE0 | $code >> 12 ) . chr( 0x80 | $code >> 6 & 0x3F ) . chr( 0x80 | $code & 0x3F ),
			default         => chr( 0xF0 | $code >> 18 ) . chr( 0x80 | $code >> 12 & 0x3F ) . chr( 0x80 | $code >> 6 & 0x3F ) . chr( 0x80 | $code & 0x3F ),
		};
	}

	private static function is_high( int $unit ): bool {
		return $unit >= 0xD800 && $unit <= 0xDBFF;
	}

	private static function is_low( int $unit ): bool {
		return $unit >= 0xDC00 && $unit <= 0xDFFF;
	}
}
