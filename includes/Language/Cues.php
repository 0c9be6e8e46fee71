<?php
declare( strict_types=1 );

namespace Amicable\Language;

/** Which rules the cues in a text let in. */
final class Cues {

	private readonly CueWords $words;

	private readonly int $bytes;

	/** Nothing is opened, and rules without a second cue want none. */
	private readonly string $begun;

	/** Rules whose matches may go on after the end of a sentence, and all others. */
	private readonly string $across;
	private readonly string $within;

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
		$this->within = ~$this->across;
		$this->words  = new CueWords( new CueTexts( $cues, $bits ), $edges );
	}

	/**
	 * The rules whose cues stand in a text, in order: both cues, where a rule has two.
	 *
	 * @return array<int, list<int>> In which sentences each of them is to be tried.
	 */
	public function rules_in( Sentences $sentences ): array {
		$texts = $sentences->texts();
		if ( count( $texts ) === 1 ) {
			return array_fill_keys( Bits::listed( $this->opened( $this->words->bits_in( $texts[0], $this->begun ) ) ), [ 0 ] );
		}
		$all   = $this->begun;
		$opens = [];
		$known = [];
		foreach ( $texts as $text ) {
			$bits    = $known[ $text ] ??= $this->words->bits_in( $text, $this->begun );
			$all    |= $bits;
			$opens[] = $this->opened( $bits );
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
			foreach ( Bits::listed( $open & $this->within ) as $number ) {
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
