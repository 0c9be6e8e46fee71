<?php
declare( strict_types=1 );

namespace Amicable\Language\Compile;

/** What is known of a part of a pattern: all it can match, or strings of which one must be there. */
final class Piece {

	/** In a string: here a word begins or ends. */
	public const EDGE = "\x01";

	private const MOST   = 240;
	private const LENGTH = 10;
	private const FEW    = 60;

	/**
	 * @param list<string>|null $exact   Everything it can match; null: too much to list.
	 * @param list<string>|null $cues    One of these stands in every match; null: nothing is certain.
	 * @param bool              $repeats Whether something in it is repeated.
	 * @param list<string>|null $also    One of these stands there, too; null: no more is certain.
	 */
	public function __construct(
		private readonly Rarity $rarity,
		public readonly ?array $exact,
		public readonly ?array $cues = null,
		public readonly bool $repeats = false,
		public readonly ?array $also = null,
	) {
	}

	/** @return list<string>|null */
	public function required(): ?array {
		return $this->better( $this->cues, $this->exact );
	}

	/** @param list<self> $pieces One after the other, after this one. */
	public function chain( array $pieces ): self {
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
			$run    = $piece->exact ?? [ '' ];
			$whole  = false;
			$place += $piece->exact === null ? 1 : -1;
		}
		$sets[]         = [ $place, $run ];
		[ $cues, $also ] = $this->two_best( $sets );

		return new self( $this->rarity, $whole ? $run : null, $cues, $repeats, $also );
	}

	/**
	 * The best of all, and the best of what stands at another place.
	 *
	 * @param non-empty-list<array{int, list<string>|null}> $sets Places and what must be there.
	 * @return array{list<string>|null, list<string>|null}
	 */
	private function two_best( array $sets ): array {
		$cues = null;
		$at   = -1;
		foreach ( $sets as [ $place, $set ] ) {
			$better = $this->better( $cues, $set );
			$at     = $better === null || $better === $cues ? $at : $place;
			$cues   = $better;
		}
		$also = null;
		foreach ( $sets as [ $place, $set ] ) {
			$also = $place === $at ? $also : $this->better( $also, $this->few( $set ) );
		}

		return [ $cues, $also ];
	}

	/**
	 * What is worth a second look: not too many.
	 *
	 * @param list<string>|null $set
	 * @return list<string>|null
	 */
	private function few( ?array $set ): ?array {
		$usable = $this->usable( $set );

		return $usable === null || count( $usable ) > self::FEW ? null : $usable;
	}

	/** @param non-empty-list<self> $branches One of them. */
	public function either( array $branches ): self {
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

		return new self( $this->rarity, self::listed( $exact ), $cues === null ? null : array_values( array_unique( $cues ) ), $repeats, self::any_second( $branches ) ? $this->few( $also ) : null );
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
			return new self( $this->rarity, $this->exact === null ? null : self::listed( [ ...$this->exact, '' ] ), null, $this->repeats );
		}

		return new self( $this->rarity, null, $least > 0 ? $this->required() : null, true, $least > 0 ? $this->also : null );
	}

	/**
	 * @param list<string>|null $exact
	 * @return list<string>|null
	 */
	private static function listed( ?array $exact ): ?array {
		$unique = $exact === null ? [] : array_values( array_unique( $exact ) );

		return $exact === null || count( $unique ) > self::MOST ? null : $unique;
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
	 * What stands in fewer messages.
	 *
	 * @param list<string>|null $one
	 * @param list<string>|null $other
	 * @return list<string>|null
	 */
	private function better( ?array $one, ?array $other ): ?array {
		$first  = $this->usable( $one );
		$second = $this->usable( $other );
		if ( $first === null || $second === null ) {
			return $first === null ? ( $second === null ? null : $other ) : $one;
		}

		return $this->rarity->cost( $second ) < $this->rarity->cost( $first ) ? $other : $one;
	}

	/**
	 * As the gate has them.
	 *
	 * @param list<string>|null $cues
	 * @return list<string>|null
	 */
	public function usable( ?array $cues ): ?array {
		$usable = [];
		foreach ( $cues ?? [] as $cue ) {
			if ( $cue === '' ) {
				return null;
			}
			$spaced = self::spaced( $cue );
			if ( trim( $spaced ) === '' ) {
				return null;
			}
			if ( ! str_contains( $spaced, self::EDGE ) ) {
				$usable[ mb_strcut( $spaced, 0, self::LENGTH, 'UTF-8' ) ] = true;
			}
		}

		return $usable === [] ? null : array_map( strval( ... ), array_keys( $usable ) );
	}

	/** An edge is the space beside it; where letters stand on both sides nothing can match. */
	private static function spaced( string $cue ): string {
		if ( ! str_contains( $cue, self::EDGE ) ) {
			return $cue;
		}
		$once = (string) preg_replace( [ '/\x01+/', '/ \x01/', '/\x01 /' ], [ self::EDGE, ' ', ' ' ], $cue );

		return (string) preg_replace( '/^\x01|\x01$/', ' ', $once );
	}
}
