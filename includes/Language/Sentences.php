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

	/** @var list<string> */
	public readonly array $texts;

	/** @var array<int, array{int, int}> Where each begins, and where the white space behind it ends. */
	private array $places = [];

	/** @var array<int, string> Everything up to there: what stands before a sentence may matter. */
	private array $heads = [];

	public function __construct( private readonly string $text ) {
		$length                    = strlen( $text );
		$least                     = max( self::LEAST, intdiv( $length, self::MOST ) );
		$from                      = 0;
		$texts                     = [];
		$this->places[ self::ALL ] = [ 0, $length ];
		foreach ( Regex::all( self::END, $text ) as [ $mark, $at ] ) {
			$end = $at + strlen( $mark );
			if ( $end - $from < $least ) {
				continue;
			}

			$texts[]        = substr( $text, $from, $end - $from );
			$this->places[] = [ $from, $end + 1 ];
			$from           = $end;
		}
		$texts[]        = substr( $text, $from );
		$this->places[] = [ $from, $length ];
		$this->texts    = $texts;
	}

	/**
	 * Matches of an expression, one after the other.
	 *
	 * @param list<int> $numbers The sentences to look in.
	 * @return iterable<array{int, int}> Where they begin and end in the text, in bytes.
	 */
	public function matches( string $regex, array $numbers ): iterable {
		foreach ( $numbers as $number ) {
			[ $from, $end ] = $this->places[ $number ];
			$text           = $this->heads[ $number ] ??= substr( $this->text, 0, $end );
			for ( $found = Regex::first( $regex, $text, $from ); $found !== null && $found[1] > $found[0]; $found = Regex::first( $regex, $text, $found[1] ) ) {
				yield $found;
			}
		}
	}
}
