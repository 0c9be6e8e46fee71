<?php
declare( strict_types=1 );

namespace Amicable\Language;

/** Sets of small numbers as strings of bits: PHP joins two of them in one step. */
final class Bits {

	/** The lowest bit of a byte, by what is left when all others are taken away. */
	private const PLACES = [
		1   => 0,
		2   => 1,
		4   => 2,
		8   => 3,
		16  => 4,
		32  => 5,
		64  => 6,
		128 => 7,
	];

	public readonly int $bytes;

	/** @param int $most More than any number. */
	public function __construct( int $most ) {
		$this->bytes = intdiv( $most, 8 ) + 1;
	}

	/** @param string $numbers Like "3,17". */
	public function of( string $numbers ): string {
		$bits = str_repeat( "\0", $this->bytes );
		foreach ( $numbers === '' ? [] : explode( ',', $numbers ) as $number ) {
			$byte          = (int) $number >> 3;
			$bits[ $byte ] = chr( ord( $bits[ $byte ] ) | 1 << ( (int) $number & 7 ) );
		}

		return $bits;
	}

	/** @return list<int> In order. */
	public static function listed( string $bits ): array {
		$numbers = [];
		$end     = strlen( $bits );
		for ( $at = strspn( $bits, "\0" ); $at < $end; $at += 1 + strspn( $bits, "\0", $at + 1 ) ) {
			for ( $byte = ord( $bits[ $at ] ); $byte > 0; $byte &= $byte - 1 ) {
				$numbers[] = 8 * $at + self::PLACES[ $byte & -$byte ];
			}
		}

		return $numbers;
	}
}
