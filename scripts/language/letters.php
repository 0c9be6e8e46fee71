<?php
/** Writes includes/Language/packs/letters.txt: one table of letters for every host, with or without intl. Needs intl itself. */

declare( strict_types=1 );

use Amicable\Language\LetterTable;

require __DIR__ . '/autoload.php';

const TARGET = __DIR__ . '/../../includes/Language/packs/letters.txt';

/** Letters of other scripts that are drawn like Latin ones, as our own eyes found them. */
const LOOKALIKES = [
	'а' => 'a', 'в' => 'b', 'с' => 'c', 'ԁ' => 'd', 'е' => 'e', 'ё' => 'e', 'һ' => 'h', 'і' => 'i', 'ї' => 'i', 'ј' => 'j', 'к' => 'k', 'ӏ' => 'l', 'м' => 'm', 'н' => 'h', 'о' => 'o', 'р' => 'p', 'ԛ' => 'q', 'ѕ' => 's', 'т' => 't', 'у' => 'y', 'ѵ' => 'v', 'ԝ' => 'w', 'х' => 'x', 'г' => 'r', 'ц' => 'u', 'п' => 'n', 'ь' => 'b',
	'α' => 'a', 'β' => 'b', 'ϲ' => 'c', 'ε' => 'e', 'η' => 'n', 'ι' => 'i', 'κ' => 'k', 'ν' => 'v', 'ο' => 'o', 'ρ' => 'p', 'σ' => 'o', 'τ' => 't', 'υ' => 'u', 'χ' => 'x', 'γ' => 'y', 'ω' => 'w', 'μ' => 'u',
	'А' => 'a', 'В' => 'b', 'Е' => 'e', 'Ѕ' => 's', 'І' => 'i', 'Ј' => 'j', 'К' => 'k', 'М' => 'm', 'Н' => 'h', 'О' => 'o', 'Р' => 'p', 'С' => 'c', 'Т' => 't', 'Х' => 'x', 'У' => 'y',
	'Α' => 'a', 'Β' => 'b', 'Ε' => 'e', 'Ζ' => 'z', 'Η' => 'h', 'Ι' => 'i', 'Κ' => 'k', 'Μ' => 'm', 'Ν' => 'n', 'Ο' => 'o', 'Ρ' => 'p', 'Τ' => 't', 'Υ' => 'y', 'Χ' => 'x',
	'ս' => 'u', 'օ' => 'o', 'հ' => 'h', 'ո' => 'n', 'ց' => 'g', 'զ' => 'q', 'Տ' => 's', 'Օ' => 'o',
	'ı' => 'i', 'ł' => 'l', 'Ł' => 'l', 'ø' => 'o', 'Ø' => 'o', 'đ' => 'd', 'Đ' => 'd', 'ß' => 'ss', 'æ' => 'ae', 'Æ' => 'ae', 'œ' => 'oe', 'Œ' => 'oe', 'ɑ' => 'a', 'ɡ' => 'g', 'ɩ' => 'i', 'ʏ' => 'y', 'ᴀ' => 'a', 'ʙ' => 'b', 'ᴄ' => 'c', 'ᴅ' => 'd', 'ᴇ' => 'e', 'ꜰ' => 'f', 'ɢ' => 'g', 'ʜ' => 'h', 'ɪ' => 'i', 'ᴊ' => 'j', 'ᴋ' => 'k', 'ʟ' => 'l', 'ᴍ' => 'm', 'ɴ' => 'n', 'ᴏ' => 'o', 'ᴘ' => 'p', 'ʀ' => 'r', 'ꜱ' => 's', 'ᴛ' => 't', 'ᴜ' => 'u', 'ᴠ' => 'v', 'ᴡ' => 'w', 'ᴢ' => 'z',
	'€' => 'e', '£' => 'l', '¡' => 'i', '¢' => 'c',
];

/** Marks of writing, not letters: the same in every view. */
const MARKS = [
	'“' => '"', '”' => '"', '„' => '"', '«' => '"', '»' => '"', '‟' => '"', '＂' => '"', '‘' => "'", '’' => "'", '‚' => "'", '‛' => "'", 'ʼ' => "'", '＇' => "'", '`' => "'", '´' => "'",
	'–' => '-', '—' => '-', '‐' => '-', '‑' => '-', '−' => '-', '…' => '...', '。' => '.', '！' => '!', '？' => '?', '，' => ',', '、' => ',', '※' => ' ', '•' => '*', '∗' => '*', '＊' => '*', '✱' => '*', '●' => '*', '○' => '*', '★' => '★', '☆' => '☆',
];

const RANGES = [ [ 0x00A0, 0x024F ], [ 0x1E00, 0x1EFF ], [ 0x2000, 0x206F ], [ 0x2070, 0x209F ], [ 0x2100, 0x214F ], [ 0x2460, 0x24FF ], [ 0x3000, 0x3000 ], [ 0xFF01, 0xFF5E ], [ 0x1D400, 0x1D7FF ], [ 0x1F130, 0x1F189 ] ];

/** Nothing to see: zero-width, direction marks, variation selectors, soft hyphen, Hangul fillers. */
const NOTHING = [ 0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064, 0x2066, 0x2067, 0x2068, 0x2069, 0x3164, 0xFE00, 0xFE01, 0xFE0E, 0xFE0F, 0xFEFF, 0xFFA0 ];

function plain_of( string $letter ): string {
	$lower = mb_strtolower( str_replace( 'İ', 'i', (string) Normalizer::normalize( $letter, Normalizer::FORM_KC ) ) );
	return preg_match( '/^\s$/u', $lower ) === 1 ? ' ' : $lower;
}

function folded_of( string $plain ): string {
	$bare = (string) preg_replace( '/\p{Mn}+/u', '', (string) Normalizer::normalize( $plain, Normalizer::FORM_D ) );
	return preg_match( '/^[\x20-\x7e]+$/', $bare ) === 1 ? strtolower( $bare ) : $plain;
}

function squared_of( int $code ): ?string {
	foreach ( [ 0x1F130, 0x1F150, 0x1F170 ] as $first ) {
		if ( $code >= $first && $code < $first + 26 ) {
			return chr( 97 + $code - $first );
		}
	}
	return null;
}

$plain  = [];
$folded = [];
foreach ( RANGES as [ $first, $last ] ) {
	for ( $code = $first; $code <= $last; $code++ ) {
		$letter = mb_chr( $code );
		if ( $letter === false || isset( MARKS[ $letter ] ) || IntlChar::charType( $code ) === IntlChar::CHAR_CATEGORY_UNASSIGNED ) {
			continue;
		}
		$plain[ $letter ]  = squared_of( $code ) ?? plain_of( $letter );
		$folded[ $letter ] = folded_of( $plain[ $letter ] );
	}
}
foreach ( LOOKALIKES as $letter => $latin ) {
	$folded[ $letter ] = $latin;
}
foreach ( MARKS as $mark => $ascii ) {
	$plain[ $mark ]  = $ascii;
	$folded[ $mark ] = $ascii;
}
foreach ( NOTHING as $code ) {
	$plain[ mb_chr( $code ) ]  = '';
	$folded[ mb_chr( $code ) ] = '';
}
for ( $code = 0x300; $code <= 0x36F; $code++ ) {
	$folded[ mb_chr( $code ) ] = '';
}
foreach ( [ &$plain, &$folded ] as &$table ) {
	$table = array_filter( $table, static fn ( string $to, string $from ): bool => $to !== $from, ARRAY_FILTER_USE_BOTH );
	ksort( $table, SORT_STRING );
}
unset( $table );
file_put_contents( TARGET, LetterTable::lines( 'plain', $plain ) . LetterTable::lines( 'folded', $folded ) );
printf( "%d plain, %d folded\n", count( $plain ), count( $folded ) );
