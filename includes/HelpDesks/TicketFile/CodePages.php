<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\TicketFile;

/** The two Windows code pages, letter by letter, so that no extension of PHP is needed to read them. */
final class CodePages {

	/** 0x80 to 0x9F; `0` where there is no letter. */
	private const LOW = [
		Encoding::Windows1252->value => [ 0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178 ],
		Encoding::Windows1254->value => [ 0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0, 0x0178 ],
	];

	/** Where Turkish differs from Latin-1 above 0x9F: Ğ İ Ş ğ ı ş. */
	private const TURKISH = [
		0xD0 => 0x11E,
		0xDD => 0x130,
		0xDE => 0x15E,
		0xF0 => 0x11F,
		0xFD => 0x131,
		0xFE => 0x15F,
	];

	/** @return array<array-key, string> Byte => letter in UTF-8, for `strtr()`; what is no letter becomes a byte that UTF-8 never has. */
	public static function table( Encoding $encoding ): array {
		$table = [];
		for ( $byte = 0x80; $byte <= 0xFF; $byte++ ) {
			$letter = $byte < 0xA0 ? self::LOW[ $encoding->value ][ $byte - 0x80 ] ?? 0 : $byte;
			$letter = $encoding === Encoding::Windows1254 ? self::TURKISH[ $byte ] ?? $letter : $letter;

			$table[ chr( $byte ) ] = $letter === 0 ? "\xFF" : Utf16::letter( $letter );
		}

		return $table;
	}

	/** Whether this many of the bytes above ASCII are letters that only Turkish writes so. */
	public static function looks_turkish( string $bytes ): bool {
		$high = preg_match_all( '/[\x80-\xFF]/', $bytes );
		$ours = preg_match_all( '/[\xD0\xDD\xDE\xF0\xFD\xFE]/', $bytes );

		return $high > 0 && $ours !== false && $ours * 5 >= $high;
	}
}
