<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\TicketFile;

/** Reads how long something took: 90, 1:30, 1:30:00, 1.5 h, 1h 30m, 90 min, PT90M. */
final class Minutes {

	/** Seconds of what a bare number may count. */
	public const UNITS = [
		'minutes' => 60,
		'hours'   => 3600,
		'seconds' => 1,
	];

	private const WORDS = [
		3600 => 'hours?|hrs?|h|saat|sa|시간',
		60   => 'minutes?|mins?|m|dakika|dk|분',
		1    => 'seconds?|secs?|s|saniye|sn|초',
	];

	/** Rounded half up; null when this is no length of time. */
	public static function read( string $text, string $unit ): ?int {
		$text    = mb_strtolower( trim( $text ), 'UTF-8' );
		$seconds = match ( true ) {
			preg_match( '/^(\d{1,5}):([0-5]\d)(?::([0-5]\d))?$/D', $text, $part ) === 1 => (int) $part[1] * 3600 + (int) $part[2] * 60 + (int) ( $part[3] ?? 0 ),
			preg_match( '/^(\d{1,7})(?:[.,](\d{1,6}))?$/D', $text ) === 1               => self::number( $text ) * ( self::UNITS[ $unit ] ?? 60 ),
			default                                                                     => self::words( (string) preg_replace( '/^pt(?=\d)/', '', $text ) ),
		};

		return $seconds === null ? null : (int) floor( $seconds / 60 + 0.5 );
	}

	private static function words( string $text ): ?float {
		$seconds = 0.0;
		foreach ( self::WORDS as $worth => $words ) {
			if ( preg_match( "/^\s*(\d{1,7}(?:[.,]\d{1,6})?)\s*(?:$words)\.?(?!\p{L})\s*/u", $text, $part ) === 1 ) {
				$seconds += self::number( $part[1] ) * $worth;
				$text     = substr( $text, strlen( $part[0] ) );
				$found    = true;
			}
		}

		return isset( $found ) && $text === '' ? $seconds : null;
	}

	private static function number( string $text ): float {
		return (float) str_replace( ',', '.', $text );
	}
}
