<?php
declare( strict_types=1 );

namespace Amicable\Language\Compile;

use Amicable\Language\Edges;

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

	/** Whether a word can only begin here. */
	private bool $edge = false;

	/** @var array<int, int> Where the groups end that begin there. */
	private array $closing = [];

	private readonly Piece $nothing;

	/** @param Edges|null $edges Where the gate shows words only. */
	public function __construct( private readonly Rarity $rarity = new Rarity( [] ), private readonly ?Edges $edges = null ) {
		$this->nothing = $this->piece( [ '' ] );
	}

	/** @return list<string> Of which one stands in every match. */
	public function cues( string $pattern ): array {
		return $this->needed( $pattern )[0];
	}

	/** @return array{list<string>, list<string>|null} One of the first stands in every match, and one of the second elsewhere in it. */
	public function needed( string $pattern ): array {
		$this->letters = mb_str_split( $pattern, 1, 'UTF-8' );
		$this->at      = 0;
		$this->edge    = false;
		$this->closing = self::closings( $this->letters );
		$piece         = $this->alternatives( false );
		if ( $this->at < count( $this->letters ) ) {
			throw new PackError( "Unexpected ) in $pattern" );
		}
		$cues = $piece->usable( $piece->required() );
		if ( $cues === null ) {
			throw new PackError( "Nothing in this pattern must be there, so it cannot be looked up quickly: $pattern" );
		}

		return [ $cues, $piece->usable( $piece->also ) ];
	}

	/** @param bool $ends Whether a word can only end behind it. */
	private function alternatives( bool $ends ): Piece {
		$edge     = $this->edge;
		$branches = [ $this->sequence( $ends ) ];
		$edges    = [ $this->edge ];
		while ( $this->peek() === '|' ) {
			++$this->at;
			$this->edge = $edge;
			$branches[] = $this->sequence( $ends );
			$edges[]    = $this->edge;
		}
		$this->edge = ! in_array( false, $edges, true );

		return count( $branches ) === 1 ? $branches[0] : $this->nothing->either( $branches );
	}

	private function sequence( bool $ends ): Piece {
		$pieces = $this->edge ? [ $this->piece( [ Piece::EDGE ] ) ] : [];
		while ( $this->peek() !== null && $this->peek() !== '|' && $this->peek() !== ')' ) {
			$pieces[] = $this->repeatable( $ends );
		}

		return $this->nothing->chain( $ends ? [ ...$pieces, $this->piece( [ Piece::EDGE ] ) ] : $pieces );
	}

	/** What is repeated stands behind itself, so that it may begin anywhere. */
	private function repeatable( bool $ends ): Piece {
		[ $at, $edge ] = [ $this->at, $this->edge ];
		$piece         = $this->atom( $ends );
		if ( $this->peek() === '{' ) {
			[ $this->at, $this->edge ] = [ $at, false ];
			$piece                     = $this->atom( false );
		}
		$optional   = in_array( $this->peek(), [ '?', '{' ], true );
		$piece      = $this->quantified( $piece );
		$this->edge = $this->edge && ( $edge || ! $optional );

		return $piece;
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

	private function atom( bool $ends ): Piece {
		$letter     = $this->next();
		$edge       = $this->edge;
		$this->edge = false;

		return match ( $letter ) {
			'(' => $this->group( $edge, $ends ),
			'[' => $this->set(),
			'\\' => $this->escaped( $this->next() ),
			'.' => $this->piece( null ),
			'^', '$' => $this->nothing,
			default => $this->letter( $letter ),
		};
	}

	private function group( bool $edge, bool $ends ): Piece {
		$opening = implode( '', array_slice( $this->letters, $this->at, 3 ) );
		if ( preg_match( '/^\?(?:[:=!]|<[=!])/', $opening, $found ) !== 1 ) {
			throw new PackError( 'Groups are written (?:…) in ' . implode( '', $this->letters ) );
		}
		$begun      = $this->at;
		$this->at  += strlen( $found[0] );
		$this->edge = $edge && $found[0] === '?:';
		$piece      = $this->alternatives( $found[0] === '?:' && $this->ends_behind( $this->closing[ $begun - 1 ] ?? 0, $ends ) );
		if ( $this->next() !== ')' ) {
			throw new PackError( 'A group is not closed in ' . implode( '', $this->letters ) );
		}
		if ( $found[0] === '?:' ) {
			return $piece;
		}
		$this->edge = $edge;

		return $this->beside( implode( '', array_slice( $this->letters, $begun, $this->at - $begun - 1 ) ) );
	}

	/** A look at what stands beside: whether a word begins or ends here is all that is learned from it. */
	private function beside( string $look ): Piece {
		if ( $this->edges === null || ( $look !== '?<!\\w' && $look !== '?!\\w' ) ) {
			return $this->nothing;
		}
		$this->edge = $this->edge || $look === '?<!\\w';

		return $this->piece( [ Piece::EDGE ] );
	}

	/** Whether what follows a group can only be the end of a word. */
	private function ends_behind( int $closing, bool $ends ): bool {
		$rest = implode( '', array_slice( $this->letters, $closing + 1, 8 ) );

		return $this->edges !== null && preg_match( '/^\??(?:\(\?!\\\\w\)|\\\\s(?![?{]))' . ( $ends ? '|^\??(?:[)|]|$)' : '' ) . '/', $rest ) === 1;
	}

	/**
	 * @param list<string> $letters
	 * @return array<int, int>
	 */
	private static function closings( array $letters ): array {
		$closings = [];
		$open     = [];
		$set      = false;
		for ( $at = 0, $end = count( $letters ); $at < $end; ++$at ) {
			$letter = $letters[ $at ];
			if ( $letter === '\\' ) {
				++$at;
			} elseif ( $set ) {
				$set = $letter !== ']';
			} elseif ( $letter === '[' ) {
				$set = true;
			} elseif ( $letter === '(' ) {
				$open[] = $at;
			} elseif ( $letter === ')' && $open !== [] ) {
				$closings[ array_pop( $open ) ] = $at;
			}
		}

		return $closings;
	}

	private function set(): Piece {
		$letters = [];
		$listed  = $this->peek() !== '^';
		while ( $this->peek() !== ']' ) {
			$letter = $this->next();
			if ( $letter === '\\' ) {
				$letter = $this->next();
				$listed = $listed && ( $letter === 's' ? $this->edges !== null : preg_match( '/[a-z]/i', $letter ) !== 1 );
				$letter = $letter === 's' ? ' ' : $letter;
			} elseif ( $letter === '-' && $letters !== [] && $this->peek() !== ']' ) {
				$listed = false;
			}
			$listed    = $listed && ! in_array( $letter, [ '.', '!', '?' ], true );
			$letters[] = $this->seen( $letter );
		}
		++$this->at;

		return $this->piece( $listed && count( $letters ) <= self::ENUMERABLE ? array_values( array_unique( $letters ) ) : null );
	}

	private function escaped( string $letter ): Piece {
		if ( preg_match( '/[0-9gkKRX]/', $letter ) === 1 ) {
			throw new PackError( 'References are not allowed in ' . implode( '', $this->letters ) );
		}

		return match ( true ) {
			in_array( $letter, [ 'b', 'B', 'A', 'z', 'Z' ], true ) => $this->nothing,
			$letter === 'n' => $this->piece( [ $this->seen( "\n" ) ] ),
			$letter === 's' && $this->edges !== null => $this->space(),
			preg_match( '/[a-zA-Z]/', $letter ) === 1 => $this->piece( null ),
			default => $this->letter( $letter ),
		};
	}

	private function space(): Piece {
		$this->edge = true;

		return $this->piece( [ ' ' ] );
	}

	/** What may end a sentence belongs to no cue: gates read part by part. */
	private function letter( string $letter ): Piece {
		return $this->piece( in_array( $letter, [ '.', '!', '?' ], true ) ? null : [ $this->seen( $letter ) ] );
	}

	/** A letter as the gate meets it. */
	private function seen( string $letter ): string {
		return $this->edges === null ? $letter : $this->edges->inner( $letter );
	}

	/** @param list<string>|null $exact */
	private function piece( ?array $exact ): Piece {
		return new Piece( $this->rarity, $exact );
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
