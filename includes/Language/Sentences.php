<?php
declare( strict_types=1 );

namespace Amicable\Language;

/** A text in sentences: a rule that stays inside one is not tried on the others. */
final class Sentences {

	/** Stands for the number of a sentence: the whole text. */
	public const ALL = -1;

	private const END = '/[.!?]++(?=\s)/';

	/** @var list<string> */
	public readonly array $texts;

	/** @var array<int, array{int, string}> Where each begins, and everything up to the white space behind it: what stands before may matter. */
	private readonly array $parts;

	public function __construct( string $text ) {
		$from  = 0;
		$texts = [];
		$parts = [ self::ALL => [ 0, $text ] ];
		foreach ( Regex::all( self::END, $text ) as [ $mark, $at ] ) {
			$end     = $at + strlen( $mark );
			$texts[] = substr( $text, $from, $end - $from );
			$parts[] = [ $from, substr( $text, 0, $end + 1 ) ];
			$from    = $end;
		}
		$texts[] = substr( $text, $from );
		$parts[] = [ $from, $text ];

		$this->texts = $texts;
		$this->parts = $parts;
	}

	/**
	 * Matches of an expression, one after the other.
	 *
	 * @param list<int> $numbers The sentences to look in.
	 * @return iterable<array{int, int}> Where they begin and end in the text, in bytes.
	 */
	public function matches( string $regex, array $numbers ): iterable {
		foreach ( $numbers as $number ) {
			[ $from, $text ] = $this->parts[ $number ];
			for ( $found = Regex::first( $regex, $text, $from ); $found !== null && $found[1] > $found[0]; $found = Regex::first( $regex, $text, $found[1] ) ) {
				yield $found;
			}
		}
	}
}
