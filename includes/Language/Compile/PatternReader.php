<?php
declare( strict_types=1 );

namespace Amicable\Language\Compile;

/**
 * Reads the part of PCRE that packs may use, refuses what can run away, and learns which
 * strings a match cannot do without.
 */
final class PatternReader {

	private const ENUMERABLE = 6;

	/** A repeated group may hold a repetition only if it is repeated this often at most. */
	private const NESTED = 5;

	/** @var list<string> */
	private array $letters = [];
	private int $at        = 0;

	/** @return list<string> Of which one stands in every match. */
	public function cues( string $pattern ): array {
		return $this->needed( $pattern )[0];
	}

	/** @return array{list<string>, list<string>|null} One of the first stands in every match, and one of the second elsewhere in it. */
	public function needed( string $pattern ): array {
		$this->letters = mb_str_split( $pattern, 1, 'UTF-8' );
		$this->at      = 0;
		$piece         = $this->alternatives();
		if ( $this->at < count( $this->letters ) ) {
			throw new PackError( "Unexpected ) in $pattern" );
		}
		$cues = $piece->required();
		if ( $cues === null ) {
			throw new PackError( "Nothing in this pattern must be there, so it cannot be looked up quickly: $pattern" );
		}

		return [ $cues, $piece->also ];
	}

	private function alternatives(): Piece {
		$branches = [ $this->sequence() ];
		while ( $this->peek() === '|' ) {
			++$this->at;
			$branches[] = $this->sequence();
		}

		return count( $branches ) === 1 ? $branches[0] : Piece::either( $branches );
	}

	private function sequence(): Piece {
		$pieces = [];
		while ( $this->peek() !== null && $this->peek() !== '|' && $this->peek() !== ')' ) {
			$pieces[] = $this->quantified( $this->atom() );
		}

		return Piece::chain( $pieces );
	}

	private function quantified( Piece $piece ): Piece {
		$rest = implode( '', array_slice( $this->letters, $this->at, 9 ) );
		if ( preg_match( '/^(?:\?|\{(\d+)(?:,(\d*))?\})/', $rest, $found ) !== 1 ) {
			if ( preg_match( '/^[*+]/', $rest ) === 1 ) {
				throw new PackError( 'Unbounded repetition in ' . implode( '', $this->letters ) );
			}
			return $piece;
		}
		$this->at += strlen( $found[0] );
		$least     = isset( $found[1] ) ? (int) $found[1] : 0;
		$most      = isset( $found[1] ) ? (int) ( $found[2] ?? $found[1] ) : 1;
		if ( ( $found[2] ?? null ) === '' || ( $most > self::NESTED && $piece->repeats ) ) {
			throw new PackError( 'Unbounded or nested repetition in ' . implode( '', $this->letters ) );
		}
		if ( $this->peek() === '?' ) {
			++$this->at;
		}

		return $piece->repeated( $least, $most );
	}

	private function atom(): Piece {
		$letter = $this->next();

		return match ( $letter ) {
			'(' => $this->group(),
			'[' => $this->set(),
			'\\' => $this->escaped( $this->next() ),
			'.' => new Piece( null ),
			'^', '$' => new Piece( [ '' ] ),
			default => new Piece( [ $letter ] ),
		};
	}

	private function group(): Piece {
		$opening = implode( '', array_slice( $this->letters, $this->at, 3 ) );
		if ( preg_match( '/^\?(?:[:=!]|<[=!])/', $opening, $found ) !== 1 ) {
			throw new PackError( 'Groups are written (?:…) in ' . implode( '', $this->letters ) );
		}
		$this->at += strlen( $found[0] );
		$piece     = $this->alternatives();
		if ( $this->next() !== ')' ) {
			throw new PackError( 'A group is not closed in ' . implode( '', $this->letters ) );
		}

		return $found[0] === '?:' ? $piece : new Piece( [ '' ] );
	}

	private function set(): Piece {
		$letters = [];
		$listed  = $this->peek() !== '^';
		while ( $this->peek() !== ']' ) {
			$letter = $this->next();
			$listed = $listed && $letter !== '\\' && $letter !== '-';
			if ( $letter === '\\' ) {
				$letter = $this->next();
			}
			$letters[] = $letter;
		}
		++$this->at;

		return new Piece( $listed && count( $letters ) <= self::ENUMERABLE ? $letters : null );
	}

	private function escaped( string $letter ): Piece {
		if ( preg_match( '/[0-9gkKRX]/', $letter ) === 1 ) {
			throw new PackError( 'References are not allowed in ' . implode( '', $this->letters ) );
		}

		return match ( true ) {
			in_array( $letter, [ 'b', 'B', 'A', 'z', 'Z' ], true ) => new Piece( [ '' ] ),
			$letter === 'n' => new Piece( [ "\n" ] ),
			preg_match( '/[a-zA-Z]/', $letter ) === 1 => new Piece( null ),
			default => new Piece( [ $letter ] ),
		};
	}

	private function peek(): ?string {
		return $this->letters[ $this->at ] ?? null;
	}

	private function next(): string {
		if ( ! isset( $this->letters[ $this->at ] ) ) {
			throw new PackError( 'The pattern ends too early: ' . implode( '', $this->letters ) );
		}

		return $this->letters[ $this->at++ ];
	}
}
