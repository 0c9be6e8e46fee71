<?php
declare( strict_types=1 );

namespace Amicable\Language;

/**
 * What the second look counts in a text: runs of one to three words and of three to five letters (Korean: two to four), each as a number.
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

	/** @return list<int> Each once, below `$buckets`, which is a power of two. */
	public static function of( string $text, string $language, int $buckets ): array {
		$plain = strtr( strtr( $text, self::CAPITALS, self::SMALL ), self::TURKISH );
		$plain = trim( (string) preg_replace( [ '/[0-9]+/', '/[^0-9a-z\x{3131}-\x{318E}\x{AC00}-\x{D7A3}]+/u' ], [ '0', ' ' ], $plain ) );
		$least = $language === 'ko' ? 2 : 3;
		$found = self::runs( explode( ' ', $plain ), 1, 3, ' ', $buckets - 1 )
			+ self::runs( Regex::texts( '/./u', " $plain " ), $least, $least + 2, '', $buckets - 1 );

		return array_keys( $found );
	}

	/**
	 * @param list<string> $parts
	 * @return array<int, true>
	 */
	private static function runs( array $parts, int $least, int $most, string $glue, int $mask ): array {
		$found = [];
		$count = count( $parts );
		foreach ( array_keys( $parts ) as $from ) {
			$run = '';
			for ( $length = 1; $length <= $most && $from + $length <= $count; $length++ ) {
				$run .= ( $length === 1 ? '' : $glue ) . $parts[ $from + $length - 1 ];
				if ( $length >= $least ) {
					$found[ crc32( $length . $glue . $run ) & $mask ] = true;
				}
			}
		}

		return $found;
	}
}
