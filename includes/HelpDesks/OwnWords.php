<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks;

/** What somebody wrote in a message, without what they quoted and without their signature. Cuts too little rather than too much. */
final class OwnWords {

	/** More than this of one message is not looked at. */
	private const LOOKED_AT = 262_144;

	/** More than this is not kept. */
	private const KEPT = 32_768;

	/** The line above a quoted mail, in the languages that desks write it in most. */
	private const ATTRIBUTION = '/^\s*(On\b.{4,200}\bwrote:|Am\b.{4,200}\bschrieb.{0,80}:|Le\b.{4,200}\ba écrit\s?:|.{4,200}(님이|님께서)?\s?(작성|썼습니다|쓴 글|보낸 메시지).{0,4}:|.{4,200}\b(şunu|şöyle)\s+yazdı:|.{4,200}\byazdı:)\s*$/u';

	/** Bars after which the rest is the old mail. */
	private const BAR = '/^\s*(-{2,}\s*(Original Message|Forwarded message|원본 메시지|Original Mail|Özgün İleti|Orijinal Mesaj)\s*-{2,}|_{10,}|#{2,}.{0,80}reply above this line.{0,80}#{2,})\s*$/iu';

	private const SIGNATURE = '/^(-- |--|Sent from my .{2,60}|.{0,30}(iPhone|Galaxy|iPad)(에서 보냄|\'?[a-zıiuü]{0,6}mdan gönderildi).{0,10})$/u';

	public static function of( string $text ): string {
		$kept  = [];
		$text  = mb_strcut( str_replace( [ "\r\n", "\r" ], "\n", $text ), 0, self::LOOKED_AT, 'UTF-8' );
		foreach ( explode( "\n", $text ) as $line ) {
			if ( preg_match( self::BAR, $line ) === 1 || preg_match( self::SIGNATURE, $line ) === 1 ) {
				break;
			}
			if ( str_starts_with( ltrim( $line ), '>' ) || ( strlen( $line ) < 600 && preg_match( self::ATTRIBUTION, $line ) === 1 ) ) {
				continue;
			}
			$kept[] = rtrim( $line );
		}

		return trim( implode( "\n", $kept ) );
	}

	/** As much of a text as is stored. */
	public static function kept( string $text ): string {
		return mb_strcut( $text, 0, self::KEPT, 'UTF-8' );
	}

	/** Letters to read, white space counted once. */
	public static function chars( string $own ): int {
		return mb_strlen( (string) preg_replace( '/\s+/u', ' ', $own ), 'UTF-8' );
	}

	/** How many of them are Hangul, which says more a letter and takes longer to read. */
	public static function hangul( string $own ): int {
		return (int) preg_match_all( '/\p{Hangul}/u', $own );
	}

	/** The beginning, as evidence shows it. */
	public static function quote( string $own ): string {
		$line = trim( (string) preg_replace( '/\s+/u', ' ', $own ) );

		return mb_strlen( $line, 'UTF-8' ) > 300 ? mb_substr( $line, 0, 299, 'UTF-8' ) . '…' : $line;
	}
}
