<?php
declare( strict_types=1 );

namespace Amicable\Practice;

/** Chance that falls the same way every time: one seed and one label give one sequence, on every machine. */
final class Dice {

	private const MODULUS = 2_147_483_647;

	private int $state;

	public function __construct( int $seed, string $label ) {
		$this->state = 1 + ( crc32( "$seed:$label" ) % ( self::MODULUS - 1 ) );
		$this->next();
	}

	public function between( int $low, int $high ): int {
		return $low + ( $this->next() % ( $high - $low + 1 ) );
	}

	public function chance( int $percent ): bool {
		return $this->between( 1, 100 ) <= $percent;
	}

	/**
	 * @template T
	 * @param non-empty-list<T> $list
	 * @return T
	 */
	public function pick( array $list ): mixed {
		return $list[ $this->between( 0, count( $list ) - 1 ) ];
	}

	/** Lehmer's generator: its products stay inside the integers. */
	private function next(): int {
		$this->state = ( $this->state * 48_271 ) % self::MODULUS;

		return $this->state;
	}
}
