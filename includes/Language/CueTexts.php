<?php
declare( strict_types=1 );

namespace Amicable\Language;

/**
 * Cues and the numbers of their rules, packed into texts: ten thousand small entries would take four times the memory.
 *
 * Those that begin alike share a text. Its first line says how long they are; the others are "cue, rules that it opens, rules that want it beside their first cue".
 */
final class CueTexts {

	/** Bytes that the cues of one text have in common; shorter cues share a text without any. */
	private const ALIKE = 3;

	/** Several lists of numbers. */
	private const LISTS = 2;

	/** @var array<int|string, int> Numbers of the texts by the bytes that their cues have in common. */
	private readonly array $alike;

	/** @param Texts $texts As packed. */
	public function __construct( private readonly Texts $texts, private readonly Bits $bits ) {
		$alike = [];
		for ( $number = 0, $count = $texts->count(); $number < $count; ++$number ) {
			$cues          = $texts->text( $number );
			$from          = (int) strpos( $cues, "\n" ) + 1;
			$begin         = substr( $cues, $from, min( self::ALIKE, strcspn( $cues, "\t", $from ) ) );
			$alike[ strlen( $begin ) < self::ALIKE ? '' : $begin ] = $number;
		}
		$this->alike = $alike;
	}

	/**
	 * @param array<int|string, array{string, string}> $numbers By cue, like "3,17".
	 * @return array<int|string, string> By what the cues of each have in common.
	 */
	public static function packed( array $numbers ): array {
		$lengths = [];
		$lines   = [];
		foreach ( $numbers as $cue => $lists ) {
			$alike                                        = strlen( (string) $cue ) < self::ALIKE ? '' : substr( (string) $cue, 0, self::ALIKE );
			$lengths[ $alike ][ strlen( (string) $cue ) ] = true;
			$lines[ $alike ][]                            = "$cue\t" . implode( "\t", $lists );
		}
		foreach ( $lines as $alike => $of ) {
			ksort( $lengths[ $alike ] );
			$lines[ $alike ] = implode( ',', array_keys( $lengths[ $alike ] ) ) . "\n" . implode( "\n", $of ) . "\n";
		}

		return $lines;
	}

	/** @return list<string> The numbers of each cue that stands in a text. */
	public function within( string $text ): array {
		$found = [];
		foreach ( $this->lines( $this->cues( '' ), "\n" ) as $cue => $numbers ) {
			if ( str_contains( $text, (string) $cue ) ) {
				$found[] = $numbers;
			}
		}
		$known   = [];
		$lengths = [];
		for ( $at = 0, $end = strlen( $text ) - self::ALIKE; $at <= $end; ++$at ) {
			$alike = substr( $text, $at, self::ALIKE );
			foreach ( isset( $this->alike[ $alike ] ) ? $lengths[ $alike ] ??= $this->lengths( $alike ) : [] as $length ) {
				$cue           = substr( $text, $at, $length );
				$known[ $cue ] ??= $this->numbers( $alike, $cue );
			}
		}

		return [ ...$found, ...array_filter( array_values( $known ), static fn ( string $numbers ): bool => $numbers !== '' ) ];
	}

	/** @return list<int> Of the cues that begin alike. */
	private function lengths( string $alike ): array {
		return array_map( intval( ... ), explode( ',', (string) strstr( $this->cues( $alike ), "\n", true ) ) );
	}

	private function cues( string $alike ): string {
		return isset( $this->alike[ $alike ] ) ? $this->texts->text( $this->alike[ $alike ] ) : '';
	}

	/** The numbers of a cue. */
	public function of( string $cue ): string {
		return $this->numbers( strlen( $cue ) < self::ALIKE ? '' : substr( $cue, 0, self::ALIKE ), $cue );
	}

	/** Empty: there is no such cue. */
	private function numbers( string $alike, string $cue ): string {
		$cues = $this->cues( $alike );
		$line = strpos( $cues, "\n$cue\t" );
		$from = (int) $line + strlen( $cue ) + 2;

		return $line === false ? '' : substr( $cues, $from, (int) strpos( $cues, "\n", $from ) - $from );
	}

	/**
	 * Cues that begin with a text and go on.
	 *
	 * @return list<string>
	 */
	public function beginning( string $with ): array {
		$found = strlen( $with ) >= self::ALIKE ? $this->lines( $this->cues( substr( $with, 0, self::ALIKE ) ), "\n$with" ) : $this->of_many( $with );

		return array_map( strval( ... ), array_keys( $found ) );
	}

	/**
	 * Where a text is too short to tell with which the cues stand.
	 *
	 * @return array<int|string, string> Numbers by cue.
	 */
	private function of_many( string $with ): array {
		$found = [];
		foreach ( $this->alike as $alike => $number ) {
			$found += str_starts_with( "$alike", $with ) ? $this->lines( $this->texts->text( $number ), "\n$with" ) : [];
		}

		return $found;
	}

	/** Bits of each list, one after the other. */
	public function bits( string $lists ): string {
		$bits = '';
		foreach ( explode( "\t", $lists === '' ? str_repeat( "\t", self::LISTS - 1 ) : $lists ) as $numbers ) {
			$bits .= $this->bits->of( $numbers );
		}

		return $bits;
	}

	/**
	 * @param string $begin Of a line, with the end of the one before.
	 * @return array<int|string, string> Numbers by cue.
	 */
	private function lines( string $cues, string $begin ): array {
		$found = [];
		for ( $line = strpos( $cues, $begin ); $line !== false; $line = strpos( $cues, $begin, $line + 1 ) ) {
			$tab = (int) strpos( $cues, "\t", $line );
			$end = strpos( $cues, "\n", $tab );
			if ( $end !== false && $tab > $line + strlen( $begin ) ) {
				$found[ substr( $cues, $line + 1, $tab - $line - 1 ) ] = substr( $cues, $tab + 1, $end - $tab - 1 );
			}
		}

		return $found;
	}
}
