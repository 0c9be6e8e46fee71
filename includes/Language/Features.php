<?php
declare( strict_types=1 );

namespace Amicable\Language;

/**
 * What is counted in a sentence: each word, its runs of three to five letters (Korean: two to four), and runs of two and three words, each as a number.
 *
 * scripts/filter/features.mjs, which learns the weights, does the same to the byte. Both go by tables of their
 * own and by no library's idea of a letter, so that every host and every version reads alike.
 */
final class Features {

	private const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
	private const SMALL    = 'abcdefghijklmnopqrstuvwxyz';

	/** Many type Turkish without its accents: with and without must weigh the same. */
	private const TURKISH = [
		'ç' => 'c',
		'ğ' => 'g',
		'ı' => 'i',
		'ö' => 'o',
		'ş' => 's',
		'ü' => 'u',
		'â' => 'a',
		'î' => 'i',
		'û' => 'u',
		'Ç' => 'c',
		'Ğ' => 'g',
		'İ' => 'i',
		'Ö' => 'o',
		'Ş' => 's',
		'Ü' => 'u',
		'Â' => 'a',
		'Î' => 'i',
		'Û' => 'u',
	];

	/** With which those begin. */
	private const TURKISH_BYTES = "\xC3\xC4\xC5";

	/** Of a longer word its beginning is enough; nobody writes one in earnest. In letters. */
	private const LONGEST = 40;

	/** @return list<string> Small plain letters, a nought for every number. */
	public static function words( string $text ): array {
		$plain = strtr( $text, self::CAPITALS, self::SMALL );
		$plain = strpbrk( $plain, self::TURKISH_BYTES ) === false ? $plain : strtr( $plain, self::TURKISH );
		$plain = trim( (string) preg_replace( [ '/[0-9]+/', '/[^0-9a-z\x{3131}-\x{318E}\x{AC00}-\x{D7A3}]+/u' ], [ '0', ' ' ], $plain ) );

		return $plain === '' ? [] : explode( ' ', $plain );
	}

	/** @return list<int> Of one word, below `$buckets`, which is a power of two. */
	public static function of_word( string $word, string $language, int $buckets ): array {
		$mask    = $buckets - 1;
		$found   = [ crc32( "1 $word" ) & $mask ];
		$letters = array_slice( Regex::texts( '/./u', " $word " ), 0, self::LONGEST );
		$count   = count( $letters );
		$least   = $language === 'ko' ? 2 : 3;
		for ( $length = $least; $length <= $least + 2; $length++ ) {
			for ( $from = 0; $from <= max( 0, $count - $length ); $from++ ) {
				$found[] = crc32( $length . implode( '', array_slice( $letters, $from, $length ) ) ) & $mask;
			}
			if ( $length >= $count ) {
				break;
			}
		}

		return $found;
	}

	/**
	 * @param list<string> $words
	 * @return list<int> Of words beside each other.
	 */
	public static function of_neighbors( array $words, int $buckets ): array {
		$found = [];
		$last  = null;
		foreach ( $words as $word ) {
			if ( $last !== null ) {
				$found[] = crc32( "2 $last $word" ) & ( $buckets - 1 );
			}
			$last = $word;
		}

		return $found;
	}
}
