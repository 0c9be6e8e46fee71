<?php
declare( strict_types=1 );

namespace Amicable\Language;

/**
 * Which rules the cues in a text let in.
 *
 * Cues and the numbers of their rules are packed into a few texts: ten thousand small entries would take four times the memory.
 * Those that begin alike share a text of lines "cue, rules that it opens, rules that want it beside their first cue".
 *
 * @phpstan-import-type Gate from Compile\Gates
 */
final class Cues {

	/** Bytes that the cues of one text have in common. */
	private const ALIKE = 4;

	/** So many cues are kept unpacked: the same few stand in most messages, and each takes 300 bytes. */
	private const KEPT = 1000;

	/** @var array<string, string> Bits of the rules by cue: those that it opens, then those that want it, too. */
	private array $unpacked = [];

	private readonly int $bytes;

	/** Nothing is opened, and rules without a second cue want none. */
	private readonly string $begun;

	/**
	 * @param array<string, Gate> $gates
	 * @param list<int> $paired Numbers of rules that have a second cue.
	 * @param int $rules How many there are.
	 */
	public function __construct( private readonly array $gates, array $paired, int $rules ) {
		$this->bytes = intdiv( $rules, 8 ) + 1;
		$this->begun = $this->bits( '' ) . ~$this->bits( implode( ',', $paired ) );
	}

	/** @return list<int> The rules whose cues stand in a text, in order: both cues, where a rule has two. */
	public function rules_in( string $text ): array {
		$bits = $this->begun;
		foreach ( $this->gates as $gate ) {
			foreach ( Regex::texts( $gate['regex'], $text, 1 ) as $cue ) {
				$bits |= $this->unpacked[ $cue ] ?? $this->unpack( $gate['cues'], $cue );
			}
		}

		return self::listed( substr( $bits, 0, $this->bytes ) & substr( $bits, $this->bytes ) );
	}

	/**
	 * @param array<int|string, array{string, string}> $numbers By cue, like "3,17".
	 * @return array<string, string>
	 */
	public static function packed( array $numbers ): array {
		$texts = [];
		foreach ( $numbers as $cue => [ $first, $also ] ) {
			$alike           = substr( (string) $cue, 0, self::ALIKE );
			$texts[ $alike ] = ( $texts[ $alike ] ?? "\n" ) . "$cue\t$first\t$also\n";
		}

		return $texts;
	}

	/**
	 * @param array<string, string> $texts As packed.
	 * @return array{string, string}
	 */
	public static function numbers( array $texts, string $cue ): array {
		$text = $texts[ substr( $cue, 0, self::ALIKE ) ] ?? '';
		$at   = strpos( $text, "\n$cue\t" );
		if ( $at === false ) {
			return [ '', '' ];
		}
		$first = $at + strlen( $cue ) + 2;
		$also  = (int) strpos( $text, "\t", $first ) + 1;

		return [ substr( $text, $first, $also - $first - 1 ), substr( $text, $also, (int) strpos( $text, "\n", $also ) - $also ) ];
	}

	/** @param array<string, string> $texts As packed. */
	private function unpack( array $texts, string $cue ): string {
		if ( count( $this->unpacked ) >= self::KEPT ) {
			$this->unpacked = [];
		}
		[ $first, $also ] = self::numbers( $texts, $cue );

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
