<?php
declare( strict_types=1 );

namespace Amicable\Language;

/** Which rules the cues in a text let in. */
final class Cues {

	private readonly CueWords $words;

	private readonly int $bytes;

	/** Nothing is opened, and rules without a second cue want none. */
	private readonly string $begun;

	/** Rules whose matches may go on after the end of a sentence. */
	private readonly string $across;

	/**
	 * @param Texts $cues As packed.
	 * @param string $paired Numbers of rules that have a second cue, like "3,17".
	 * @param string $across Numbers of rules that want the whole text.
	 * @param int $rules How many there are.
	 * @param Edges|null $edges Where the cues know where words begin and end.
	 */
	public function __construct( Texts $cues, string $paired, string $across, int $rules, ?Edges $edges ) {
		$bits         = new Bits( $rules );
		$this->bytes  = $bits->bytes;
		$this->begun  = $bits->of( '' ) . ~$bits->of( $paired );
		$this->across = $bits->of( $across );
		$this->words  = new CueWords( new CueTexts( $cues, $bits ), $edges );
	}

	/**
	 * The rules whose cues stand in a text, in order: both cues, where a rule has two.
	 *
	 * @return array<int, list<int>> In which sentences each of them is to be tried.
	 */
	public function rules_in( Sentences $sentences ): array {
		$all   = $this->begun;
		$opens = [];
		$known = [];
		foreach ( $sentences->texts() as $text ) {
			$bits    = $known[ $text ] ??= $this->words->bits_in( $text, $this->begun );
			$all    |= $bits;
			$opens[] = $this->opened( $bits );
		}
		if ( count( $opens ) === 1 ) {
			return array_fill_keys( Bits::listed( $opens[0] ), [ 0 ] );
		}

		return $this->by_rule( $opens, $this->opened( $all ) & $this->across );
	}

	/**
	 * @param list<string> $opens Bits of the rules by sentence.
	 * @param string $across Those that want the whole text.
	 * @return array<int, list<int>>
	 */
	private function by_rule( array $opens, string $across ): array {
		$rules = array_fill_keys( Bits::listed( $across ), [ Sentences::ALL ] );
		foreach ( $opens as $at => $open ) {
			foreach ( Bits::listed( $open & ~$this->across ) as $number ) {
				$rules[ $number ][] = $at;
			}
		}
		ksort( $rules );

		return $rules;
	}

	private function opened( string $bits ): string {
		return substr( $bits, 0, $this->bytes ) & substr( $bits, $this->bytes );
	}
}
