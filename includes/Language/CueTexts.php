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

	/** So few cues are looked for in a whole text at once. In bytes of their texts. */
	private const FEW = 1000;

	/** Several lists of numbers. */
	private const LISTS = 2;

	/** @var array<int, int> Numbers of the texts by the checksum of the bytes that their cues have in common: no others of three bytes have it. */
	private readonly array $alike;

	/** @var array<int|string, string> Numbers by cue, of those that share no text. */
	private readonly array $short;

	/** @var array<string, list<int>> How long cues are, by how their text says it: many say the same. */
	private array $lengths = [];

	/** @param Texts $texts As packed. */
	public function __construct( private readonly Texts $texts, private readonly Bits $bits ) {
		$alike = [];
		for ( $number = 0, $count = $texts->count(); $number < $count; ++$number ) {
			$cues          = $texts->text( $number );
			$from          = (int) strpos( $cues, "\n" ) + 1;
			$begin         = substr( $cues, $from, min( self::ALIKE, strcspn( $cues, "\t", $from ) ) );
			if ( strlen( $begin ) < self::ALIKE ) {
				$short = $this->lines( $cues, "\n" );
			} else {
				$alike[ crc32( $begin ) ] = $number;
			}
		}
		$this->alike = $alike;
		$this->short = $short ?? [];
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

	/** An expression for any of the cues, where they are few. */
	public function any(): ?string {
		if ( $this->texts->size() > self::FEW ) {
			return null;
		}
		$cues = $this->short;
		foreach ( $this->alike as $number ) {
			$cues += $this->lines( $this->texts->text( $number ), "\n" );
		}

		return $cues === [] ? '/(?!)/' : '/' . implode( '|', array_map( static fn ( int|string $cue ): string => preg_quote( (string) $cue, '/' ), array_keys( $cues ) ) ) . '/';
	}

	/** @return list<string> The numbers of each cue that stands in a text. */
	public function within( string $text ): array {
		$found = [];
		foreach ( $this->short as $cue => $numbers ) {
			if ( str_contains( $text, (string) $cue ) ) {
				$found[] = $numbers;
			}
		}
		$seen = [];
		for ( $at = 0, $end = strlen( $text ) - self::ALIKE; $at <= $end; ++$at ) {
			$number = $this->alike[ crc32( substr( $text, $at, self::ALIKE ) ) ] ?? null;
			if ( $number === null ) {
				continue;
			}
			$cues = $this->texts->text( $number );
			foreach ( $this->lengths( $cues ) as $length ) {
				$cue = substr( $text, $at, $length );
				if ( isset( $seen[ $cue ] ) ) {
					continue;
				}

				$seen[ $cue ] = true;
				$numbers      = self::numbers( $cues, $cue );
				$found        = $numbers === '' ? $found : [ ...$found, $numbers ];
			}
		}

		return $found;
	}

	/** @return list<int> Of the cues that share a text. */
	private function lengths( string $cues ): array {
		$said = substr( $cues, 0, strcspn( $cues, "\n" ) );

		return $this->lengths[ $said ] ??= array_map( intval( ... ), explode( ',', $said ) );
	}

	/** Those that begin like something of three bytes or more. */
	private function cues( string $like ): string {
		$number = $this->alike[ crc32( substr( $like, 0, self::ALIKE ) ) ] ?? null;

		return $number === null ? '' : $this->texts->text( $number );
	}

	/** The numbers of a cue. */
	public function of( string $cue ): string {
		return strlen( $cue ) < self::ALIKE ? $this->short[ $cue ] ?? '' : self::numbers( $this->cues( $cue ), $cue );
	}

	/** Empty: there is no such cue. */
	private static function numbers( string $cues, string $cue ): string {
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
		$found = strlen( $with ) >= self::ALIKE ? $this->lines( $this->cues( $with ), "\n$with" ) : $this->of_many( $with );

		return array_map( strval( ... ), array_keys( $found ) );
	}

	/**
	 * Where a text is too short to tell with which the cues stand.
	 *
	 * @return array<int|string, string> Numbers by cue.
	 */
	private function of_many( string $with ): array {
		$found = array_filter( $this->short, static fn ( int|string $cue ): bool => strlen( (string) $cue ) > strlen( $with ) && str_starts_with( (string) $cue, $with ), ARRAY_FILTER_USE_KEY );
		foreach ( $this->alike as $number ) {
			$cues   = $this->texts->text( $number );
			$found += str_starts_with( substr( $cues, strcspn( $cues, "\n" ) ), "\n$with" ) ? $this->lines( $cues, "\n$with" ) : [];
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
