<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Patterns;

use Amicable\Patterns\Flag;
use Amicable\Patterns\FlagHistory;
use Amicable\Patterns\FlagState;
use Amicable\Patterns\FlagStep;
use Amicable\Patterns\Level;
use Amicable\Patterns\Slug;
use DateTimeImmutable;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

/** A step for each change, and no more of them than anybody reads. */
#[CoversClass( Flag::class )]
#[CoversClass( FlagHistory::class )]
final class FlagHistoryTest extends TestCase {

	public function test_it_tells_how_a_flag_rose_fell_was_dismissed_and_came_back(): void {
		$steps = self::lived( [ 1, Level::Watch, FlagState::Open ], [ 2, Level::Flag, FlagState::Open ], [ 3, Level::Watch, FlagState::Open ], [ 4, Level::Watch, FlagState::Dismissed, 'We know' ], [ 5, Level::Flag, FlagState::Open ] )->history->steps;

		self::assertSame( [ [ 1, 'watch', 'open', null ], [ 2, 'flag', 'open', null ], [ 3, 'watch', 'open', null ], [ 4, 'watch', 'dismissed', 'We know' ], [ 5, 'flag', 'open', null ] ], array_map( static fn ( FlagStep $step ): array => [ (int) $step->at->format( 'j' ), $step->level->value, $step->state->value, $step->reason ], $steps ) );
	}

	public function test_what_did_not_change_is_no_step(): void {
		self::assertSame( [ 1, 3, 4, 5 ], self::days( self::lived( [ 1, Level::Watch, FlagState::Open ], [ 2, Level::Watch, FlagState::Open ], [ 3, Level::Flag, FlagState::Open ], [ 4, Level::Flag, FlagState::Confirmed ], [ 5, Level::Watch, FlagState::Confirmed ] ) ) );
		self::assertSame( [], self::days( self::flag( Level::Watch, FlagState::Open )->following( self::flag( Level::Watch, FlagState::Open ), self::day( 2 ) ) ), 'It stood before steps were kept.' );
	}

	public function test_of_many_the_beginning_and_the_newest_stay(): void {
		$days = array_map( static fn ( int $day ): array => [ $day, $day % 2 === 0 ? Level::Watch : Level::Flag, FlagState::Open ], range( 1, 20 ) );

		self::assertSame( range( 1, 12 ), self::days( self::lived( ...array_slice( $days, 0, 12 ) ) ) );
		self::assertSame( [ 1, ...range( 10, 20 ) ], self::days( self::lived( ...$days ) ) );
	}

	public function test_words_go_when_their_time_ends_and_the_steps_stay(): void {
		$flag = self::lived( [ 1, Level::Flag, FlagState::Open ], [ 2, Level::Flag, FlagState::Dismissed, 'We know' ], [ 3, Level::Flag, FlagState::Open ] );
		$told = static fn ( int $since ): array => array_map( static fn ( FlagStep $step ): ?string => $step->reason, $flag->following( $flag, self::day( 9 ), self::day( $since ) )->history->steps );

		self::assertSame( [ null, 'We know', null ], $told( 1 ) );
		self::assertSame( [ null, null, null ], $told( 2 ) );
		self::assertFalse( $flag->equals( $flag->following( $flag, self::day( 9 ), self::day( 2 ) ) ), 'Or nobody would write it.' );
	}

	public function test_a_flag_that_is_over_keeps_no_older_words(): void {
		$before = [ [ 1, Level::Flag, FlagState::Open ], [ 2, Level::Flag, FlagState::Dismissed, 'We know' ], [ 3, Level::Flag, FlagState::Open ] ];
		$words  = static fn ( Flag $flag ): array => array_map( static fn ( FlagStep $step ): ?string => $step->reason, $flag->history->steps );

		self::assertSame( [ null, 'We know', null, null ], $words( self::lived( ...$before, ...[ [ 4, Level::Flag, FlagState::Snoozed ] ] ) ) );
		self::assertSame( [ null, null, null, null ], $words( self::lived( ...$before, ...[ [ 4, Level::Flag, FlagState::Expired ] ] ) ) );
		self::assertSame( [ null, null, null, 'Again' ], $words( self::lived( ...$before, ...[ [ 4, Level::Flag, FlagState::Dismissed, 'Again' ] ] ) ) );
	}

	/** @param array{0: int, 1: Level, 2: FlagState, 3?: string} ...$days Day, and what it was then. */
	private static function lived( array ...$days ): Flag {
		$flag = null;
		foreach ( $days as $day ) {
			$flag = self::flag( $day[1], $day[2], $day[3] ?? null )->following( $flag, self::day( $day[0] ) );
		}

		return $flag ?? self::flag( Level::Watch, FlagState::Open );
	}

	private static function flag( Level $level, FlagState $state, ?string $reason = null ): Flag {
		return new Flag( 1, 7, Slug::DocsQuestions, $level, $state, [], [], [], self::day( 1 ), 1, $reason );
	}

	private static function day( int $day ): DateTimeImmutable {
		return new DateTimeImmutable( "2026-01-$day" );
	}

	/** @return list<int> */
	private static function days( Flag $flag ): array {
		return array_map( static fn ( FlagStep $step ): int => (int) $step->at->format( 'j' ), $flag->history->steps );
	}
}
