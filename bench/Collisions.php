<?php
declare( strict_types=1 );

namespace Amicable\Bench;

use Amicable\Language\Label;
use Amicable\Language\Pack;
use Amicable\Language\Reader;
use Amicable\Language\Sentences;

/** Ordinary words that a pack takes for something else, gathered by rule and by what the rule saw in them. */
final class Collisions {

	/** Quotes that begin with the same letters count as one. */
	private const ALIKE   = 5;
	private const SAMPLES = 6;
	private const STEP    = 1_000_000;

	private readonly Reader $reader;

	/** @var array<string, array<string, array{int, list<string>}>> Rule, beginning of the quote: how many words, and some of them. */
	private array $found = [];

	private int $read = 0;

	public function __construct( private readonly Pack $pack ) {
		$this->reader = Reader::by_rules();
	}

	/**
	 * A scan may take an hour, and whoever stops it early shall keep what it found.
	 *
	 * @param iterable<string> $words
	 * @param callable(string): void $say Gets each collision when it is first met, and how far the scan is.
	 */
	public function scan( iterable $words, callable $say ): void {
		foreach ( $words as $word ) {
			if ( ++$this->read % self::STEP === 0 ) {
				$say( "$this->read forms read, at $word" );
			}
			if ( $this->has_cue( $word ) ) {
				$this->look( $word, $say );
			}
		}
	}

	public function report(): string {
		$text = "$this->read forms read\n";
		ksort( $this->found );
		foreach ( $this->found as $rule => $quotes ) {
			foreach ( $quotes as $stem => [ $count, $words ] ) {
				$text .= "$rule\t$stem\t$count\t" . implode( ' ', $words ) . "\n";
			}
		}

		return $text;
	}

	/** Most Korean words have none, and Korean words are read as they stand; Latin ones are folded first. */
	private function has_cue( string $word ): bool {
		return $this->pack->language() !== 'ko' || $this->pack->candidates( new Sentences( $word ), 'folded' )->expressions !== [];
	}

	/** @param callable(string): void $say */
	private function look( string $word, callable $say ): void {
		foreach ( $this->reader->read( $word, $this->pack->language() )->findings as $finding ) {
			if ( ! str_starts_with( $finding->rule, $this->pack->language() . '.' ) || $finding->label === Label::Praise ) {
				continue;
			}
			$stem                                   = mb_substr( $finding->quote, 0, self::ALIKE, 'UTF-8' );
			[ $count, $words ]                      = $this->found[ $finding->rule ][ $stem ] ?? [ 0, [] ];
			if ( $count === 0 ) {
				$say( "$finding->rule\t$finding->quote\t$word" );
			}
			$this->found[ $finding->rule ][ $stem ] = [ $count + 1, count( $words ) < self::SAMPLES ? [ ...$words, $word ] : $words ];
		}
	}
}
