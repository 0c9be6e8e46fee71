<?php
declare( strict_types=1 );

namespace Amicable\Language\Compile;

/** What is known of a part of a pattern: all it can match, or strings of which one must be there. */
final class Piece {

	private const MOST   = 240;
	private const LENGTH = 12;

	/** So common that a message without them is rare: no use as a cue. */
	private const COMMON = [ 'you', 'your', 'you ', ' you', 'your ', ' your', 'the', 'the ', ' the', 'will', 'will ', ' will', ' this', 'this ', 'have', ' have', 'have ', ' to ', 'not ', ' for ', 'for ', ' it ', ' is ', ' are', 'are ', 'and ', ' and', ' my ', 'my ', "i'll ", 'i am ', ' be ', 'please', 'bir', ' bir', 'bir ', 'icin', ' icin', 'ama ', ' ve ', 'siz', 'sizi', 'size', 'sizin', 'bu ', ' bu', '하', '이', '는', '을', '를', '요', '니다', '습니다', '합니다', '세요', '주세요', '해 ' ];

	/**
	 * @param list<string>|null $exact   Everything it can match; null: too much to list.
	 * @param list<string>|null $cues    One of these stands in every match; null: nothing is certain.
	 * @param bool              $repeats Whether something in it is repeated.
	 */
	public function __construct(
		public readonly ?array $exact,
		public readonly ?array $cues = null,
		public readonly bool $repeats = false,
	) {
	}

	/** @return list<string>|null */
	public function required(): ?array {
		return self::better( $this->cues, $this->exact );
	}

	/** @param list<self> $pieces One after the other. */
	public static function chain( array $pieces ): self {
		$run     = [ '' ];
		$best    = null;
		$whole   = true;
		$repeats = false;
		foreach ( $pieces as $piece ) {
			$repeats = $repeats || $piece->repeats;
			$best    = self::better( $best, $piece->required() );
			if ( $piece->exact !== null && count( $run ) * count( $piece->exact ) <= self::MOST ) {
				$run = self::product( $run, $piece->exact );
				continue;
			}
			$best  = self::better( $best, $run );
			$run   = [ '' ];
			$whole = false;
		}

		return new self( $whole ? $run : null, self::better( $best, $run ), $repeats );
	}

	/** @param non-empty-list<self> $branches One of them. */
	public static function either( array $branches ): self {
		$exact   = [];
		$cues    = [];
		$repeats = false;
		foreach ( $branches as $branch ) {
			$repeats = $repeats || $branch->repeats;
			$exact   = $exact === null || $branch->exact === null ? null : [ ...$exact, ...$branch->exact ];
			$needed  = $branch->required();
			$cues    = $cues === null || $needed === null ? null : [ ...$cues, ...$needed ];
		}

		return new self( self::listed( $exact ), $cues === null ? null : array_values( array_unique( $cues ) ), $repeats );
	}

	public function repeated( int $least, int $most ): self {
		if ( $least === 1 && $most === 1 ) {
			return $this;
		}
		if ( $least === 0 && $most === 1 ) {
			return new self( $this->exact === null ? null : self::listed( [ ...$this->exact, '' ] ), null, $this->repeats );
		}

		return new self( null, $least > 0 ? $this->required() : null, true );
	}

	/**
	 * @param list<string>|null $exact
	 * @return list<string>|null
	 */
	private static function listed( ?array $exact ): ?array {
		return $exact === null || count( $exact ) > self::MOST ? null : array_values( array_unique( $exact ) );
	}

	/**
	 * @param list<string> $heads
	 * @param list<string> $tails
	 * @return list<string>
	 */
	private static function product( array $heads, array $tails ): array {
		$all = [];
		foreach ( $heads as $head ) {
			foreach ( $tails as $tail ) {
				$all[ $head . $tail ] = true;
			}
		}

		return array_map( strval( ... ), array_keys( $all ) );
	}

	/**
	 * @param list<string>|null $one
	 * @param list<string>|null $other
	 * @return list<string>|null
	 */
	private static function better( ?array $one, ?array $other ): ?array {
		$one   = self::usable( $one );
		$other = self::usable( $other );
		if ( $one === null || $other === null ) {
			return $one ?? $other;
		}

		return self::worth( $other ) > self::worth( $one ) ? $other : $one;
	}

	/**
	 * @param list<string>|null $cues
	 * @return list<string>|null
	 */
	private static function usable( ?array $cues ): ?array {
		if ( $cues === null || in_array( '', $cues, true ) ) {
			return null;
		}

		return array_values( array_unique( array_map( static fn ( string $cue ): string => mb_strcut( $cue, 0, self::LENGTH, 'UTF-8' ), $cues ) ) );
	}

	/**
	 * Rare beats short; few beats many.
	 *
	 * @param list<string> $cues
	 * @return array{int, int}
	 */
	private static function worth( array $cues ): array {
		$lengths = array_map( static fn ( string $cue ): int => in_array( $cue, self::COMMON, true ) ? 1 : min( 5, strlen( $cue ) ), $cues );

		return [ $lengths === [] ? 0 : min( $lengths ), -count( $cues ) ];
	}
}
