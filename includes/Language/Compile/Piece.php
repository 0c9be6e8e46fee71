<?php
declare( strict_types=1 );

namespace Amicable\Language\Compile;

/** What is known of a part of a pattern: all it can match, or strings of which one must be there. */
final class Piece {

	private const MOST   = 240;
	private const LENGTH = 12;
	private const SHORT  = 6;
	private const FEW    = 60;
	private const RARE   = 3;

	/** So common that a message without them is rare: no use as a cue. */
	private const COMMON = [ 'you', 'your', 'you ', ' you', 'your ', ' your', 'the', 'the ', ' the', 'will', 'will ', ' will', ' this', 'this ', 'have', ' have', 'have ', ' to ', 'not ', ' for ', 'for ', ' it ', ' is ', ' are', 'are ', 'and ', ' and', ' my ', 'my ', "i'll ", 'i am ', ' be ', 'please', 'bir', ' bir', 'bir ', 'icin', ' icin', 'ama ', ' ve ', 'siz', 'sizi', 'size', 'sizin', 'bu ', ' bu', '하', '이', '는', '을', '를', '요', '니다', '습니다', '합니다', '세요', '주세요', '해 ' ];

	/**
	 * @param list<string>|null $exact   Everything it can match; null: too much to list.
	 * @param list<string>|null $cues    One of these stands in every match; null: nothing is certain.
	 * @param bool              $repeats Whether something in it is repeated.
	 * @param list<string>|null $also    One of these stands there, too; null: no more is certain.
	 */
	public function __construct(
		public readonly ?array $exact,
		public readonly ?array $cues = null,
		public readonly bool $repeats = false,
		public readonly ?array $also = null,
	) {
	}

	/** @return list<string>|null */
	public function required(): ?array {
		return self::better( $this->cues, $this->exact );
	}

	/** @param list<self> $pieces One after the other. */
	public static function chain( array $pieces ): self {
		$run     = [ '' ];
		$place   = 0;
		$sets    = [];
		$whole   = true;
		$repeats = false;
		foreach ( $pieces as $piece ) {
			$repeats = $repeats || $piece->repeats;
			$joins   = $piece->exact !== null && count( $run ) * count( $piece->exact ) <= self::MOST;
			$sets[]  = [ $joins ? $place : ++$place, $piece->required() ];
			if ( $joins ) {
				$run = self::product( $run, $piece->exact ?? [] );
				continue;
			}
			$sets[] = [ $place - 1, $run ];
			$sets[] = [ ++$place, $piece->also ];
			$run    = [ '' ];
			$whole  = false;
			++$place;
		}
		$sets[]         = [ $place, $run ];
		[ $cues, $also ] = self::two_best( $sets );

		return new self( $whole ? $run : null, $cues, $repeats, $also );
	}

	/**
	 * The best of all, and the best of what stands at another place.
	 *
	 * @param non-empty-list<array{int, list<string>|null}> $sets Places and what must be there.
	 * @return array{list<string>|null, list<string>|null}
	 */
	private static function two_best( array $sets ): array {
		$cues = null;
		$at   = -1;
		foreach ( $sets as [ $place, $set ] ) {
			$better = self::better( $cues, $set );
			$at     = $better === null || $better === $cues ? $at : $place;
			$cues   = $better;
		}
		$also = null;
		foreach ( $sets as [ $place, $set ] ) {
			$also = $place === $at ? $also : self::better( $also, self::rare( $set ) );
		}

		return [ $cues, $also ];
	}

	/**
	 * What is worth a second look: not too many, none that nearly every text has.
	 *
	 * @param list<string>|null $set
	 * @return list<string>|null
	 */
	private static function rare( ?array $set ): ?array {
		$usable = self::usable( $set );
		if ( $usable === null || self::worth( $usable )[0] < self::RARE ) {
			return null;
		}
		$short = array_values( array_unique( array_map( static fn ( string $cue ): string => mb_strcut( $cue, 0, self::SHORT, 'UTF-8' ), $usable ) ) );

		return count( $short ) > self::FEW ? null : $short;
	}

	/** @param non-empty-list<self> $branches One of them. */
	public static function either( array $branches ): self {
		$exact   = [];
		$cues    = [];
		$also    = [];
		$repeats = false;
		foreach ( $branches as $branch ) {
			$repeats = $repeats || $branch->repeats;
			$exact   = $exact === null || $branch->exact === null ? null : [ ...$exact, ...$branch->exact ];
			$needed  = $branch->required();
			$cues    = $cues === null || $needed === null ? null : [ ...$cues, ...$needed ];
			$second  = $branch->also ?? $needed;
			$also    = $also === null || $second === null ? null : [ ...$also, ...$second ];
		}

		return new self( self::listed( $exact ), $cues === null ? null : array_values( array_unique( $cues ) ), $repeats, self::any_second( $branches ) ? self::rare( $also ) : null );
	}

	/** @param non-empty-list<self> $branches */
	private static function any_second( array $branches ): bool {
		return array_filter( $branches, static fn ( self $branch ): bool => $branch->also !== null ) !== [];
	}

	public function repeated( int $least, int $most ): self {
		if ( $least === 1 && $most === 1 ) {
			return $this;
		}
		if ( $least === 0 && $most === 1 ) {
			return new self( $this->exact === null ? null : self::listed( [ ...$this->exact, '' ] ), null, $this->repeats );
		}

		return new self( null, $least > 0 ? $this->required() : null, true, $least > 0 ? $this->also : null );
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
