<?php
declare( strict_types=1 );

namespace Amicable\Language;

/** A text in sentences: a rule that stays inside one is not tried on the others. */
final class Sentences {

	/** Stands for the number of a sentence: the whole text. */
	public const ALL = -1;

	private const END = '/[.!?]++(?=\s)/';

	/** Shorter ones are read together with the next, and so are those of a text that has more than this many. */
	private const LEAST = 24;
	private const MOST  = 60;

	/** @var list<Stretch> Sentences, and parts of long ones. */
	private readonly array $stretches;

	/** @var list<Stretch>|null */
	private ?array $whole = null;

	public function __construct( private readonly string $text ) {
		$length    = strlen( $text );
		$least     = max( self::LEAST, intdiv( $length, self::MOST ) );
		$from      = 0;
		$stretches = [];
		foreach ( Regex::all( self::END, $text ) as [ $mark, $at ] ) {
			$end = $at + strlen( $mark );
			if ( $end - $from < $least ) {
				continue;
			}

			array_push( $stretches, ...Stretch::all( $text, $from, $end + 1 ) );
			$from = $end;
		}
		array_push( $stretches, ...Stretch::all( $text, $from, $length ) );
		$this->stretches = $stretches;
	}

	/** @return list<string> */
	public function texts(): array {
		return array_map( static fn ( Stretch $stretch ): string => $stretch->own(), $this->stretches );
	}

	/**
	 * Matches of an expression, one after the other. Most have none, and cost no more than the search.
	 *
	 * @param list<int> $numbers The sentences to look in.
	 * @return iterable<array{int, int}> Where they begin and end in the text, in bytes.
	 */
	public function matches( string $regex, array $numbers ): iterable {
		$empty     = [];
		$stretches = $this->stretches( $numbers );
		$many      = count( $stretches ) > 1;
		foreach ( $stretches as $at => $stretch ) {
			$text = $stretch->text();
			$from = $stretch->from - $stretch->base();
			if ( $many && isset( $empty[ $from ][ $text ] ) ) {
				continue;
			}
			$found = Regex::first( $regex, $text, $from );
			if ( $found !== null ) {
				return self::from( $found, $many ? array_slice( $stretches, $at ) : $stretches, $regex );
			}
			if ( $many ) {
				$empty[ $from ][ $text ] = true;
			}
		}

		return [];
	}

	/**
	 * @param array{int, int}|null $found The first, in the first of the stretches.
	 * @param list<Stretch> $stretches
	 * @return iterable<array{int, int}>
	 */
	private static function from( ?array $found, array $stretches, string $regex ): iterable {
		$after = 0;
		$empty = [];
		foreach ( $stretches as $stretch ) {
			$text = $stretch->text();
			$base = $stretch->base();
			$from = max( $stretch->from, $after ) - $base;
			if ( isset( $empty[ $from ][ $text ] ) || $from > strlen( $text ) ) {
				continue;
			}
			$found ??= Regex::first( $regex, $text, $from );
			if ( $found === null ) {
				$empty[ $from ][ $text ] = true;
			}
			while ( $found !== null && $found[1] > $found[0] && $found[0] + $base < $stretch->limit ) {
				yield [ $found[0] + $base, $found[1] + $base ];
				$after = $stretch->limit === PHP_INT_MAX ? 0 : $found[1] + $base;
				$found = Regex::first( $regex, $text, $found[1] );
			}
			$found = null;
		}
	}

	/**
	 * @param list<int> $numbers
	 * @return list<Stretch>
	 */
	private function stretches( array $numbers ): array {
		if ( $numbers === [ self::ALL ] ) {
			return $this->whole ??= Stretch::all( $this->text, 0, strlen( $this->text ) );
		}

		return count( $numbers ) === count( $this->stretches ) ? $this->stretches : array_map( fn ( int $number ): Stretch => $this->stretches[ $number ], $numbers );
	}
}
