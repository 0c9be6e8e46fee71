<?php
declare( strict_types=1 );

namespace Amicable\Language\Compile;

/**
 * Cues of all expressions of a pack, as they are gathered.
 *
 * @phpstan-import-type CueRules from Gates
 */
final class CueList {

	/** Three syllables say as much as a word, and keep the gate small. */
	private const SYLLABLES = 3;

	/** @var array<string, CueRules> By gate. */
	private array $cues = [];

	/** @var list<int> Numbers of those that have a second cue. */
	private array $paired = [];

	/** @var list<int> Numbers of those that may go on after the end of a sentence. */
	private array $across = [];

	public function __construct( private readonly string $language ) {
	}

	/**
	 * @param int          $number  Of the expression.
	 * @param list<string> $gates   Where it is asked for.
	 * @param array{list<string>, list<string>|null} $needed One of the first stands in every match, and one of the second elsewhere in it.
	 */
	public function add( int $number, string $expression, array $gates, array $needed ): void {
		[ $cues, $also ] = $needed;
		foreach ( $gates as $gate ) {
			$this->note( $gate, 'cues', $cues, $number );
			$this->note( $gate, 'also', $also ?? [], $number );
		}
		if ( $also !== null ) {
			$this->paired[] = $number;
		}
		if ( ! Across::never( $expression ) ) {
			$this->across[] = $number;
		}
	}

	/** @return array{gates: array<string, array<int|string, string>>, paired: list<int>, across: list<int>} */
	public function compiled(): array {
		return [
			'gates'  => ( new Gates() )->of( $this->cues ),
			'paired' => $this->paired,
			'across' => $this->across,
		];
	}

	/**
	 * @param string       $as    Whether they open the gate or are wanted beside what does.
	 * @param list<string> $words
	 */
	private function note( string $gate, string $as, array $words, int $number ): void {
		foreach ( $words as $word ) {
			$this->cues[ $gate ][ $this->short( $word ) ][ $as ][] = $number;
		}
	}

	/** A cue of several words begins where a word does: of one that does not, the longer part is certain, too. */
	private function short( string $cue ): string {
		if ( $this->language === 'ko' ) {
			return mb_substr( $cue, 0, self::SYLLABLES, 'UTF-8' );
		}
		if ( preg_match( '/^([^ ]+ )(.*[^ ].*)$/s', $cue, $found ) !== 1 ) {
			return $cue;
		}

		return strlen( $found[1] ) < strlen( $found[2] ) ? ' ' . ltrim( $found[2] ) : $found[1];
	}
}
