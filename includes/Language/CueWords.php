<?php
declare( strict_types=1 );

namespace Amicable\Language;

/** Which cues the words of a text hold. What a word holds is kept, for the same words come again and again. */
final class CueWords {

	/** So many words are kept, and no longer ones: somebody may send thousands that nobody else writes. */
	private const KEPT    = 1000;
	private const LONGEST = 40;

	/** @var array<int|string, string> By word: the bits of its cues, less the zeros at their end; empty: there are none. */
	private array $known = [];

	/** @var array<int|string, list<int>> By word: how long the cues are that begin with it and go on. */
	private array $longer = [];

	/** @var array<string, list<int>> Such lengths, for many words have the same. */
	private array $lengths = [];

	/** @var array<int, true> Checksums of those cues, which take a third of what the cues would. */
	private array $begun = [];

	/** @var array<int|string, string> Bits by cue of several words. */
	private array $several = [];

	/** Any cue, where they are so few that no words need be kept. */
	private readonly ?string $any;

	/** @param Edges|null $edges Where the cues know where words begin and end, and may be several words long. */
	public function __construct( private readonly CueTexts $texts, private readonly ?Edges $edges ) {
		$this->any = $edges === null ? $texts->any() : null;
	}

	/** @param string $bits Those that are there already. */
	public function bits_in( string $text, string $bits ): string {
		if ( $this->any !== null ) {
			return Regex::matches( $this->any, $text ) ? $bits | $this->bits_of( $text ) : $bits;
		}
		if ( $this->edges === null ) {
			foreach ( explode( ' ', strtr( $text, "\n\t", '  ' ) ) as $word ) {
				$known = $this->known[ $word ] ?? $this->learned( $word, $word );
				$bits  = $known === '' ? $bits : $bits | $known;
			}

			return $bits;
		}

		return $this->bits_of_words( $this->edges->inner( $text ), $bits );
	}

	private function bits_of_words( string $text, string $bits ): string {
		$whole = " $text ";
		$at    = 0;
		foreach ( explode( ' ', $text ) as $word ) {
			$known = $this->known[ $word ] ?? $this->learned( $word, " $word " );
			$bits  = $known === '' ? $bits : $bits | $known;
			foreach ( $this->longer[ $word ] ?? [] as $length ) {
				$cue = substr( $whole, $at, $length );
				if ( isset( $this->begun[ crc32( $cue ) ] ) ) {
					$bits |= $this->several[ $cue ] ?? $this->learned_several( $cue );
				}
			}
			$at += strlen( $word ) + 1;
		}

		return $bits;
	}

	/** A text that is no cue may have the checksum of one: it has no bits, and is not kept. */
	private function learned_several( string $cue ): string {
		$numbers = $this->texts->of( $cue );
		if ( $numbers === '' ) {
			return '';
		}

		return $this->several[ $cue ] = rtrim( $this->texts->bits( $numbers ), "\0" );
	}

	private function learned( string $word, string $spaced ): string {
		$bits = $this->bits_of( $spaced );
		if ( count( $this->known ) >= self::KEPT ) {
			$this->known = $this->longer = $this->lengths = $this->begun = $this->several = [];
		}
		if ( strlen( $word ) <= self::LONGEST ) {
			$this->known[ $word ] = $bits;
			$this->go_on( $word );
		}

		return $bits;
	}

	private function bits_of( string $text ): string {
		$bits = '';
		foreach ( $this->texts->within( $text ) as $numbers ) {
			$bits |= $this->texts->bits( $numbers );
		}

		return rtrim( $bits, "\0" );
	}

	private function go_on( string $word ): void {
		$cues = $this->edges === null ? [] : $this->texts->beginning( " $word " );
		if ( $cues === [] ) {
			return;
		}

		$this->begun          += array_fill_keys( array_map( crc32( ... ), $cues ), true );
		$lengths               = array_values( array_unique( array_map( strlen( ... ), $cues ) ) );
		$this->longer[ $word ] = $this->lengths[ implode( ',', $lengths ) ] ??= $lengths;
	}
}
