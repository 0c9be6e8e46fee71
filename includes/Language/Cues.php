<?php
declare( strict_types=1 );

namespace Amicable\Language;

/**
 * Which rules the cues in a text let in.
 *
 * Cues and the numbers of their rules are packed into texts: ten thousand small entries would take four times the memory.
 * Those that begin alike share a text of lines "cue, rules that it opens, rules that want it beside their first cue".
 */
final class Cues {

	/** Bytes that the cues of one text have in common; shorter cues share a text without any. */
	private const ALIKE = 3;

	/** So many cues are kept unpacked: the same few stand in most messages, and each takes 300 bytes. */
	private const KEPT = 1000;

	/** @var array<string, array{list<int>, array<int|string, int>}> Of cues that begin alike: how long they are, and where the numbers of each stand. */
	private array $alike = [];

	/** @var array<string, string> Bits of the rules by cue: those that it opens, then those that want it, too. */
	private array $unpacked = [];

	private readonly int $bytes;

	/** Nothing is opened, and rules without a second cue want none. */
	private readonly string $begun;

	/** Rules whose matches may go on after the end of a sentence. */
	private readonly string $across;

	/**
	 * @param array<string, string> $cues As packed.
	 * @param list<int> $paired Numbers of rules that have a second cue.
	 * @param list<int> $across Numbers of rules that want the whole text.
	 * @param int $rules How many there are.
	 * @param Edges|null $edges Where the cues know where words begin and end.
	 */
	public function __construct( private readonly array $cues, array $paired, array $across, int $rules, private readonly ?Edges $edges ) {
		$this->bytes  = intdiv( $rules, 8 ) + 1;
		$this->begun  = $this->bits( '' ) . ~$this->bits( implode( ',', $paired ) );
		$this->across = $this->bits( implode( ',', $across ) );
	}

	/**
	 * The rules whose cues stand in a text, in order: both cues, where a rule has two.
	 *
	 * @return array<int, list<int>> In which sentences each of them is to be tried.
	 */
	public function rules_in( Sentences $sentences ): array {
		$all   = $this->begun;
		$opens = [];
		foreach ( $sentences->texts as $text ) {
			$bits    = $this->bits_in( $text );
			$all    |= $bits;
			$opens[] = $this->opened( $bits );
		}
		if ( count( $opens ) === 1 ) {
			return array_fill_keys( self::listed( $opens[0] ), [ 0 ] );
		}

		return $this->by_rule( $opens, $this->opened( $all ) & $this->across );
	}

	/**
	 * @param list<string> $opens Bits of the rules by sentence.
	 * @param string $across Those that want the whole text.
	 * @return array<int, list<int>>
	 */
	private function by_rule( array $opens, string $across ): array {
		$rules = array_fill_keys( self::listed( $across ), [ Sentences::ALL ] );
		foreach ( $opens as $at => $open ) {
			foreach ( self::listed( $open & ~$this->across ) as $number ) {
				$rules[ $number ][] = $at;
			}
		}
		ksort( $rules );

		return $rules;
	}

	private function bits_in( string $text ): string {
		$text = $this->edges === null ? $text : $this->edges->of( $text );
		$bits = $this->begun;
		$end  = strlen( $text ) - self::ALIKE;
		foreach ( ( $this->alike[''] ?? $this->alike( '' ) )[1] as $cue => $place ) {
			if ( str_contains( $text, (string) $cue ) ) {
				$bits |= $this->unpacked[ $cue ] ?? $this->unpack( (string) $cue, $this->cues[''], $place );
			}
		}
		for ( $at = 0; $at <= $end; ++$at ) {
			$alike = substr( $text, $at, self::ALIKE );
			if ( ! isset( $this->cues[ $alike ] ) ) {
				continue;
			}
			[ $lengths, $places ] = $this->alike[ $alike ] ?? $this->alike( $alike );
			foreach ( $lengths as $length ) {
				$cue = substr( $text, $at, $length );
				if ( isset( $places[ $cue ] ) ) {
					$bits |= $this->unpacked[ $cue ] ?? $this->unpack( $cue, $this->cues[ $alike ], $places[ $cue ] );
				}
			}
		}

		return $bits;
	}

	private function opened( string $bits ): string {
		return substr( $bits, 0, $this->bytes ) & substr( $bits, $this->bytes );
	}

	/**
	 * @param array<int|string, array{string, string}> $numbers By cue, like "3,17".
	 * @return array<string, string>
	 */
	public static function packed( array $numbers ): array {
		$texts = [];
		foreach ( $numbers as $cue => [ $first, $also ] ) {
			$alike           = strlen( (string) $cue ) < self::ALIKE ? '' : substr( (string) $cue, 0, self::ALIKE );
			$texts[ $alike ] = ( $texts[ $alike ] ?? "\n" ) . "$cue\t$first\t$also\n";
		}

		return $texts;
	}

	/**
	 * @param string $text As packed.
	 * @return array<int|string, int> Where the numbers of each cue stand.
	 */
	public static function places( string $text ): array {
		$places = [];
		for ( $at = 1, $end = strlen( $text ); $at < $end; $at = (int) strpos( $text, "\n", $at ) + 1 ) {
			$tab                                       = (int) strpos( $text, "\t", $at );
			$places[ substr( $text, $at, $tab - $at ) ] = $tab + 1;
		}

		return $places;
	}

	/** @return array{list<int>, array<int|string, int>} */
	private function alike( string $alike ): array {
		$places  = self::places( $this->cues[ $alike ] ?? '' );
		$lengths = [];
		foreach ( $places as $cue => $place ) {
			$lengths[ strlen( (string) $cue ) ] = true;
		}

		return $this->alike[ $alike ] = [ array_keys( $lengths ), $places ];
	}

	private function unpack( string $cue, string $text, int $place ): string {
		if ( count( $this->unpacked ) >= self::KEPT ) {
			$this->unpacked = [];
		}
		[ $first, $also ] = explode( "\t", substr( $text, $place, (int) strpos( $text, "\n", $place ) - $place ) );

		return $this->unpacked[ $cue ] = $this->bits( $first ) . $this->bits( $also );
	}

	private function bits( string $numbers ): string {
		$bits = str_repeat( "\0", $this->bytes );
		foreach ( $numbers === '' ? [] : explode( ',', $numbers ) as $number ) {
			$byte          = intdiv( (int) $number, 8 );
			$bits[ $byte ] = chr( ord( $bits[ $byte ] ) | 1 << (int) $number % 8 );
		}

		return $bits;
	}

	/** @return list<int> */
	private static function listed( string $bits ): array {
		$numbers = [];
		$end     = strlen( $bits );
		for ( $at = strspn( $bits, "\0" ); $at < $end; $at += 1 + strspn( $bits, "\0", $at + 1 ) ) {
			for ( $number = 8 * $at, $byte = ord( $bits[ $at ] ); $byte > 0; ++$number, $byte >>= 1 ) {
				if ( $byte % 2 === 1 ) {
					$numbers[] = $number;
				}
			}
		}

		return $numbers;
	}
}
