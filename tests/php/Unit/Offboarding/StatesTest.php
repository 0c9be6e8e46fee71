<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Offboarding;

use Amicable\Offboarding\RunState;
use Amicable\Offboarding\StepState;
use PHPUnit\Framework\TestCase;

final class StatesTest extends TestCase {

	public function test_what_is_done_or_skipped_stays_so(): void {
		self::assertSame( [], StepState::Done->next() );
		self::assertSame( [], StepState::Skipped->next() );
		self::assertSame( [], RunState::Completed->next() );
		self::assertSame( [], RunState::Stopped->next() );
	}

	public function test_unknown_never_becomes_failed(): void {
		self::assertFalse( StepState::Unknown->may_become( StepState::Failed ) );
		self::assertFalse( StepState::Unknown->may_become( StepState::Skipped ) );
	}

	public function test_nothing_is_done_that_was_not_begun_or_settled(): void {
		self::assertFalse( StepState::Pending->may_become( StepState::Done ) );
		self::assertFalse( StepState::Failed->may_become( StepState::Done ) );
	}

	public function test_only_what_has_not_begun_can_be_stopped(): void {
		$stoppable = array_filter( StepState::cases(), static fn ( StepState $state ): bool => $state !== StepState::Running && $state->may_become( StepState::Skipped ) );

		self::assertSame( [ StepState::Pending ], array_values( $stoppable ) );
	}

	public function test_every_open_run_can_end(): void {
		foreach ( RunState::open() as $state ) {
			self::assertTrue( $this->reaches_an_end( $state, [] ), $state->value );
		}
		foreach ( RunState::driven() as $state ) {
			self::assertTrue( $state->may_become( RunState::Paused ), "$state->value has to obey the switch." );
		}
	}

	public function test_approval_cannot_be_gone_around(): void {
		foreach ( RunState::cases() as $state ) {
			self::assertFalse( $state->may_become( RunState::AwaitingApproval ) );
		}
		self::assertFalse( RunState::AwaitingApproval->is_driven() );
		self::assertFalse( RunState::AwaitingApproval->may_become( RunState::Completed ) );
	}

	/** @param list<RunState> $seen */
	private function reaches_an_end( RunState $state, array $seen ): bool {
		if ( $state->has_ended() ) {
			return true;
		}
		foreach ( $state->next() as $next ) {
			if ( ! in_array( $next, $seen, true ) && $this->reaches_an_end( $next, [ ...$seen, $state ] ) ) {
				return true;
			}
		}

		return false;
	}
}
