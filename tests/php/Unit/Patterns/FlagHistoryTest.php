<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Patterns;

use Amicable\Patterns\FlagHistory;
use Amicable\Patterns\FlagState;
use Amicable\Patterns\FlagStep;
use Amicable\Patterns\Level;
use DateTimeImmutable;
use PHPUnit\Framework\TestCase;

/** A step for each change, and no more of them than anybody reads. */
final class FlagHistoryTest extends TestCase {

	public function test_what_did_not_change_is_no_step(): void {
		$history = self::of( [ 1, Level::Watch, FlagState::Open ], [ 2, Level::Watch, FlagState::Open ], [ 3, Level::Flag, FlagState::Open ], [ 4, Level::Flag, FlagState::Confirmed ], [ 5, Level::Watch, FlagState::Confirmed ] );

		self::assertSame( [ 1, 3, 4, 5 ], self::days( $history ) );
	}

	public function test_of_many_the_beginning_and_the_newest_stay(): void {
		$steps = array_map( static fn ( int $day ): array => [ $day, $day % 2 === 0 ? Level::Watch : Level::Flag, FlagState::Open ], range( 1, 20 ) );

		self::assertSame( [ 1, ...range( 10, 20 ) ], self::days( self::of( ...$steps ) ) );
	}

	/** @param array{int, Level, FlagState} ...$steps Day, and what it was then. */
	private static function of( array ...$steps ): FlagHistory {
		return array_reduce( $steps, static fn ( FlagHistory $history, array $step ): FlagHistory => $history->with( new FlagStep( new DateTimeImmutable( "2026-01-$step[0]" ), $step[1], $step[2] ) ), new FlagHistory() );
	}

	/** @return list<int> */
	private static function days( FlagHistory $history ): array {
		return array_map( static fn ( FlagStep $step ): int => (int) $step->at->format( 'j' ), $history->steps );
	}
}
