<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Offboarding;

use Amicable\Offboarding\Queue;
use Amicable\Offboarding\Step;
use Amicable\Offboarding\StepKind;
use Amicable\Offboarding\StepState;
use Amicable\Tests\Support\SomeOrders;
use DateTimeImmutable;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class QueueTest extends TestCase {

	public function test_a_later_phase_waits_for_an_earlier_one(): void {
		$cancel = SomeOrders::step( 1, StepKind::CancelSubscription, StepState::Running, [ 1 ], $this->at( 60 ) );
		$refund = SomeOrders::step( 2, StepKind::Refund, StepState::Pending, [ 1 ] );
		$turn   = ( new Queue( [ $cancel, $refund ] ) )->turn( $this->at( 0 ) );

		self::assertNull( $turn->step );
		self::assertEquals( $this->at( 60 ), $turn->at );
		self::assertFalse( $turn->outside, 'It is another worker that is waited for.' );
		self::assertSame( $cancel, ( new Queue( [ $cancel, $refund ] ) )->turn( $this->at( 60 ) )->step, 'After the lease the step is anybody\'s.' );
	}

	public function test_what_waits_for_a_day_comes_after_the_rest_and_sites_before_their_license(): void {
		$later   = [ Step::POSTPONED => true ];
		$license = SomeOrders::step( 1, StepKind::DisableLicense, StepState::Pending, [ 1 ], $this->at( 900 ), $later );
		$site    = SomeOrders::step( 2, StepKind::DeactivateSite, StepState::Pending, [ 1 ], $this->at( 900 ), $later );
		$note    = SomeOrders::step( 3, StepKind::Note, StepState::Pending );
		$proof   = SomeOrders::step( 4, StepKind::Proof, StepState::Pending );
		$refund  = SomeOrders::step( 5, StepKind::Refund, StepState::Pending, [ 1 ] );
		$paid    = SomeOrders::step( 5, StepKind::Refund, StepState::Done, [ 1 ] );

		self::assertSame( $refund, ( new Queue( [ $license, $site, $note, $proof, $refund ] ) )->turn( $this->at( 0 ) )->step );
		self::assertSame( $note, ( new Queue( [ $license, $site, $note, $proof, $paid ] ) )->turn( $this->at( 0 ) )->step );
		$waits = ( new Queue( [ $license, $site, $proof, $paid ] ) )->turn( $this->at( 0 ) );
		self::assertEquals( [ null, $this->at( 900 ), true ], [ $waits->step, $waits->at, $waits->outside ] );
		self::assertSame( $site, ( new Queue( [ $license, $site, $proof, $paid ] ) )->turn( $this->at( 900 ) )->step );
		self::assertSame( $license, ( new Queue( [ $license, $proof, $paid ] ) )->turn( $this->at( 900 ) )->step );
	}

	public function test_what_waits_for_something_outside_says_so(): void {
		$asked = SomeOrders::step( 1, StepKind::Refund, StepState::Running, [ 1 ], $this->at( 300 ), [ Step::WAITING => true ] );
		$later = SomeOrders::step( 2, StepKind::CancelSubscription, StepState::Pending, [ 1 ], $this->at( 30 ) );

		self::assertTrue( ( new Queue( [ $asked ] ) )->turn( $this->at( 0 ) )->outside );
		self::assertTrue( ( new Queue( [ $later ] ) )->turn( $this->at( 0 ) )->outside );
	}

	public function test_what_failed_or_is_unknown_does_not_stop_the_others(): void {
		foreach ( [ StepState::Failed, StepState::Unknown, StepState::Manual, StepState::Skipped, StepState::Done ] as $state ) {
			$second = SomeOrders::step( 2, StepKind::Refund, StepState::Pending, [ 2 ] );
			self::assertSame( $second, ( new Queue( [ SomeOrders::step( 1, StepKind::Refund, $state, [ 1 ] ), $second ] ) )->turn( $this->at( 0 ) )->step );
		}
	}

	/** @return iterable<string, array{StepState, bool}> */
	public static function refunds(): iterable {
		yield 'paid'           => [ StepState::Done, false ];
		yield 'nothing to pay' => [ StepState::Skipped, false ];
		yield 'failed'         => [ StepState::Failed, true ];
		yield 'unknown'        => [ StepState::Unknown, true ];
		yield 'by hand'        => [ StepState::Manual, true ];
	}

	#[DataProvider( 'refunds' )]
	public function test_a_license_ends_only_when_the_money_of_all_its_orders_is_back( StepState $state, bool $held ): void {
		$queue = new Queue(
			[
				SomeOrders::step( 1, StepKind::Refund, StepState::Done, [ 1 ] ),
				SomeOrders::step( 2, StepKind::Refund, $state, [ 2 ] ),
				$license = SomeOrders::step( 3, StepKind::DisableLicense, StepState::Pending, [ 1, 2 ] ),
				$proof = SomeOrders::step( 4, StepKind::Proof, StepState::Pending ),
			],
		);

		self::assertSame( $held, $queue->is_held( $license ) );
		self::assertSame( $held ? $proof : $license, $queue->turn( $this->at( 0 ) )->step );
	}

	public function test_a_license_of_orders_outside_the_run_is_free(): void {
		$license = SomeOrders::step( 3, StepKind::DisableLicense, StepState::Pending, [ 77 ] );

		self::assertFalse( ( new Queue( [ SomeOrders::step( 1, StepKind::Refund, StepState::Failed, [ 1 ] ), $license ] ) )->is_held( $license ) );
	}

	public function test_the_queue_is_over_when_all_is_done_or_held(): void {
		$queue = new Queue( [ SomeOrders::step( 1, StepKind::Refund, StepState::Failed, [ 1 ] ), SomeOrders::step( 2, StepKind::DisableLicense, StepState::Pending, [ 1 ] ), SomeOrders::step( 3, StepKind::Proof, StepState::Done ) ] );

		self::assertTrue( $queue->turn( $this->at( 0 ) )->is_over() );
		self::assertCount( 2, $queue->unresolved() );
	}

	/** Many random tables: the turn never breaks the order of phases, never hands out what is leased, and always ends. */
	public function test_random_runs_always_come_to_rest_in_order(): void {
		mt_srand( 20260301 );
		$outcomes = [ StepState::Done, StepState::Skipped, StepState::Failed, StepState::Unknown, StepState::Manual ];
		for ( $round = 0; $round < 2000; $round++ ) {
			$steps = $this->random_steps();
			$phase = -1;
			for ( $turns = 0; ; $turns++ ) {
				self::assertLessThan( 60, $turns );
				$turn = ( new Queue( $steps ) )->turn( $this->at( 0 ) );
				if ( $turn->step === null ) {
					break;
				}
				self::assertGreaterThanOrEqual( $phase, $turn->step->kind->phase() );
				$phase               = $turn->step->kind->phase();
				$index               = array_search( $turn->step, $steps, true );
				$steps[ (int) $index ] = SomeOrders::step( $turn->step->id, $turn->step->kind, $outcomes[ mt_rand( 0, 4 ) ], array_map( static fn ( $ref ): int => $ref->id, $turn->step->orders ) );
			}
			self::assertTrue( $turn->is_over() );
		}
	}

	/** @return list<Step> */
	private function random_steps(): array {
		$steps = [];
		$kinds = StepKind::cases();
		for ( $id = 1, $count = mt_rand( 1, 12 ); $id <= $count; $id++ ) {
			$steps[] = SomeOrders::step( $id, $kinds[ mt_rand( 0, 7 ) ], StepState::Pending, [ mt_rand( 1, 4 ), mt_rand( 1, 4 ) ] );
		}

		return $steps;
	}

	private function at( int $seconds ): DateTimeImmutable {
		return new DateTimeImmutable( "@$seconds" );
	}
}
