<?php
declare( strict_types=1 );

namespace Amicable\Language;

use SplFileObject;
use UnexpectedValueException;

/** Many texts in one place, a line each: one is cut out when it is wanted. As strings of their own they would take twice the memory and ten times as long to load. */
final class Texts {

	/** Where each begins, and where one more would, four bytes each: as a list they would take as much again as some of the texts. */
	private readonly string $places;

	private readonly int $count;

	/**
	 * @param string|SplFileObject $source Where they stand, beside other things.
	 * @param int $from Where the first begins.
	 * @param list<int> $lengths In bytes, without the end of the line.
	 */
	private function __construct( private readonly string|SplFileObject $source, int $from, array $lengths ) {
		$places = pack( 'V', $from );
		foreach ( $lengths as $length ) {
			$from   += $length + 1;
			$places .= pack( 'V', $from );
		}
		$this->places = $places;
		$this->count  = count( $lengths );
	}

	/** @param array<string> $texts In order, whatever their keys. */
	public static function of( array $texts ): self {
		return new self( self::lines( $texts ), 0, array_map( strlen( ... ), array_values( $texts ) ) );
	}

	/**
	 * Read one by one, when they are wanted.
	 *
	 * @param list<int> $lengths
	 */
	public static function left_in( SplFileObject $file, int $from, array $lengths ): self {
		return new self( $file, $from, $lengths );
	}

	/**
	 * Read at once: most of them are wanted soon.
	 *
	 * @param list<int> $lengths
	 */
	public static function taken_from( SplFileObject $file, int $from, array $lengths ): self {
		return new self( self::read( $file, $from, array_sum( $lengths ) + count( $lengths ) ), 0, $lengths );
	}

	/** @param array<string> $texts As they are kept. */
	public static function lines( array $texts ): string {
		return $texts === [] ? '' : implode( "\n", $texts ) . "\n";
	}

	public function count(): int {
		return $this->count;
	}

	/** Of all together, in bytes. */
	public function size(): int {
		return $this->place( $this->count ) - $this->place( 0 );
	}

	public function text( int $number ): string {
		$from = $this->place( $number );
		$next = $this->place( $number + 1 );

		return is_string( $this->source ) ? substr( $this->source, $from, $next - $from - 1 ) : substr( self::read( $this->source, $from, $next - $from ), 0, -1 );
	}

	private function place( int $number ): int {
		/** @var array{1: int} $place */
		$place = unpack( 'V', $this->places, 4 * $number );

		return $place[1];
	}

	/** Whole lines: whoever changes the file under our hands shall not change what a rule says. */
	private static function read( SplFileObject $file, int $from, int $length ): string {
		$file->fseek( $from );
		$bytes = $length === 0 ? '' : $file->fread( $length );
		if ( $bytes === false || strlen( $bytes ) !== $length || ( $length > 0 && $bytes[ $length - 1 ] !== "\n" ) ) {
			throw new UnexpectedValueException( $file->getFilename() . ' is not whole.' );
		}

		return $bytes;
	}
}
