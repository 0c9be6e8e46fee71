<?php
declare( strict_types=1 );

namespace Amicable\Patterns;

/** When so many different people had to be sent to one article that it is the article that wants work, and nobody is at fault for asking. */
final class UnclearArticles {

	/**
	 * Whoever was among those many is no more at fault than who came after them, so a time begins with the first of them.
	 *
	 * @param list<array{int, int}> $sent When, in seconds, and whom; oldest first.
	 * @return list<array{int, int}> From when to when, both included, oldest first.
	 */
	public static function times( array $sent, int $days, int $people ): array {
		$times = [];
		$whom  = [];
		$first = 0;
		foreach ( $sent as [ $at, $person ] ) {
			$whom[ $person ] = ( $whom[ $person ] ?? 0 ) + 1;
			while ( $sent[ $first ][0] <= $at - $days * 86400 ) {
				$gone           = $sent[ $first ][1];
				$whom[ $gone ] -= 1;
				if ( $whom[ $gone ] === 0 ) {
					unset( $whom[ $gone ] );
				}
				++$first;
			}
			if ( count( $whom ) < $people ) {
				continue;
			}
			$before = array_pop( $times );
			if ( $before !== null && $before[1] < $sent[ $first ][0] ) {
				$times[] = $before;
				$before  = null;
			}
			$times[] = [ $before[0] ?? $sent[ $first ][0], $at ];
		}

		return $times;
	}

	/** @param list<array{int, int}> $times Of `times()`. */
	public static function holds( array $times, int $at ): bool {
		foreach ( $times as [ $from, $until ] ) {
			if ( $at >= $from && $at <= $until ) {
				return true;
			}
		}

		return false;
	}
}
