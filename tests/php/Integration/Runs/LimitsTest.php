<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Runs;

use Amicable\AmicableException;
use Amicable\Cases\Stage;
use Amicable\Offboarding\Kind;
use Amicable\Offboarding\RunState;
use Amicable\Offboarding\Scope;
use Amicable\Runs\Assembly;
use Amicable\Runs\Run;
use Amicable\Storage\Claims;
use Amicable\Stores\OrderRef;
use Amicable\Tests\Support\Killed;
use Amicable\Tests\Support\Processes;
use Amicable\Tests\Support\Tally;
use PHPUnit\Framework\Attributes\Group;

/** What waits, and what a day lets through, as in a real shop: the sample shop with its limits switched on. */
final class LimitsTest extends RunsTestCase {

	private const ROUNDS = 20;

	private int $approver;

	protected function setUp(): void {
		parent::setUp();
		$this->approver = $this->as_role( 'administrator' )->ID;
		wp_set_current_user( $this->admin );
		$this->house = new Assembly( $this->graph, $this->trap, limited: true );
		// At noon, so that no test of a day sees two.
		$this->clock->forward( ( 36 * HOUR_IN_SECONDS - time() % DAY_IN_SECONDS ) % DAY_IN_SECONDS );
	}

	public function test_a_parting_waits_after_its_approval_and_then_begins_by_itself_once(): void {
		$order = $this->order();
		$run   = $this->approve( $this->parting( $order ) );

		self::assertSame( [ RunState::Scheduled, $this->approver ], [ $run->state, $run->approved_by ] );
		self::assertEqualsWithDelta( $this->clock->now()->getTimestamp() + 3600, (int) $run->start_at?->getTimestamp(), 5 );
		self::assertEqualsWithDelta( 3600, (int) $this->house->job->run( [ 'run_id' => $run->id ] ), 5 );
		self::assertSame( RunState::Scheduled, $this->house->runner->advance( $run->id )->state );
		self::assertSame( [], $this->payouts( $order ) );

		$this->clock->forward( 3601 );
		self::assertContains( [ 'run_id' => $run->id ], $this->house->job->due(), 'A sweep finds it, whatever became of the call that was asked for.' );
		$drive = fn (): string => $this->drive( $run->id )->state->value;
		$seen  = Processes::at_once( [ $drive, $drive, $drive ] );
		self::assertContains( 'completed', $seen );
		self::assertSame( [], array_diff( $seen, [ 'completed', 'running' ] ), 'Who finds somebody else at work may leave before the end.' );
		self::assertSame( RunState::Completed, $this->house->runs->find( $run->id )?->state );
		self::assertCount( 1, $this->payouts( $order ) );
	}

	public function test_a_stop_while_it_waits_ends_it_for_good_and_leaves_nothing_held(): void {
		$order = $this->order();
		$run   = $this->approve( $this->parting( $order ) );
		self::assertSame( 1, $this->house->limits->used( Kind::PartWays ) );
		$stopped = $this->house->control->stop( $run, $this->admin );

		self::assertSame( RunState::Stopped, $stopped->state );
		self::assertSame( [], $this->house->claims->holders( [ Claims::of_order( $order->key() ), Claims::of_customer( $run->customer_id ) ] ) );
		self::assertSame( 0, $this->house->limits->used( Kind::PartWays ), 'What never began counts for no day.' );
		self::assertSame( Stage::Open, $this->house->cases->find( (int) $run->case_id )?->state->stage );
		$this->clock->forward( 7200 );
		self::assertSame( RunState::Stopped, $this->house->runner->advance( $run->id )->state );
		self::assertSame( [], $this->payouts( $order ) );
	}

	public function test_a_stop_that_comes_as_it_begins_pauses_it(): void {
		$order = $this->order();
		$seen  = $this->approve( $this->parting( $order ) );
		$this->clock->forward( 3601 );
		$this->house->runner->advance( $seen->id );

		self::assertSame( RunState::Paused, $this->house->control->stop( $seen, $this->admin )->state );
		self::assertSame( 1, $this->house->limits->used( Kind::PartWays ), 'It has begun, so it counts.' );
	}

	public function test_a_full_day_says_what_the_limit_is_and_who_may_raise_it(): void {
		$this->limit( [ 'part_ways_a_day' => 1 ] );
		$this->approve( $this->parting( $this->order() ) );
		$second = $this->parting( $this->order( [ 'email' => 'other@example.com' ] ) );
		$name   = get_userdata( $this->admin )->display_name ?? '';
		try {
			$this->approve( $second );
			self::fail( 'The day is full.' );
		} catch ( AmicableException $refusal ) {
			self::assertSame( [ 'amicable_limit', 409 ], [ $refusal->reason, $refusal->status ] );
			self::assertStringContainsString( '1 parting a day', $refusal->getMessage() );
			self::assertStringContainsString( $name, $refusal->getMessage() );
		}
		self::assertSame( RunState::AwaitingApproval, $this->house->runner->get( $second->id )->state );
		self::assertSame( Stage::Open, $this->house->cases->find( (int) $second->case_id )?->state->stage, 'The case did not move either.' );

		$this->clock->forward( DAY_IN_SECONDS );
		self::assertSame( RunState::Scheduled, $this->approve( $second )->state, 'Tomorrow counts anew.' );
	}

	public function test_the_sum_of_a_day_is_the_larger_of_a_sum_and_a_share_of_what_came_in(): void {
		$large  = $this->parting( $this->order( [ 'total' => 40_000 ] ) );
		$small  = $this->parting( $this->order( [ 'total' => 20_000, 'email' => 'small@example.com' ] ) );
		$korean = $this->parting( $this->order( [ 'total' => 65_000, 'currency' => 'KRW', 'email' => 'korean@example.com' ] ) );
		self::assertSame( RunState::Scheduled, $this->approve( $large )->state );
		$this->assertRefused( 'amicable_limit', fn () => $this->approve( $small ) );
		$this->assertRefused( 'amicable_limit', fn () => $this->approve( $korean ) );

		$this->order( [ 'total' => 1_000_000, 'email' => 'rich@example.com' ] );
		self::assertSame( RunState::Scheduled, $this->approve( $small )->state, 'A tenth of what came in is more by now.' );
		$this->assertRefused( 'amicable_limit', fn () => $this->approve( $korean ) );
	}

	public function test_refunds_are_counted_at_their_start_and_a_refused_one_leaves_nothing(): void {
		$this->clock->back_to_real_time();
		$this->limit( [ 'refunds_a_day' => 2, 'refund_delay_minutes' => 5 ] );
		$first = $this->start_refund( $this->order() );
		self::assertSame( RunState::Scheduled, $first->state );
		$this->house->control->stop( $first, $this->admin );
		$this->start_refund( $this->order() );
		$this->start_refund( $this->order() );
		$third = $this->order();
		$this->assertRefused( 'amicable_limit', fn () => $this->start_refund( $third ) );

		self::assertSame( [], $this->house->claims->holders( [ Claims::of_order( $third->key() ) ] ) );
		$plan = $this->rest( 'POST', '/offboardings/plan', [ 'customer_id' => $this->customer_of( $third ), 'kind' => 'refund', 'scope' => [ 'orders' => [ $third->to_array() ] ] ], [ 'X-Amicable-Mode' => 'practice' ] )->get_data();
		self::assertSame( [ 'delay_minutes' => 5, 'today' => 2, 'a_day' => 2, 'apply' => false ], $plan['limits'], 'Practice shows it.' );
		$practice    = $this->house;
		$this->house = new Assembly( $this->graph, $this->trap );
		self::assertSame( RunState::Running, $this->start_refund( $third )->state, 'Practice does not keep to it.' );
		$this->house = $practice;
	}

	public function test_an_approval_that_dies_half_way_is_not_counted_twice(): void {
		foreach ( [ 0 => 'approve.placed', 1 => 'approve.moved', 2 => 'approve.approved' ] as $at => $point ) {
			$run = $this->parting( $this->order( [ 'total' => 100, 'email' => "half$at@example.com" ] ) );
			$this->trap->set( $at, static fn ( string $reached ) => throw new Killed( $reached ) );
			try {
				$this->approve( $run );
				self::fail( "Nothing died at $point." );
			} catch ( Killed $killed ) {
				self::assertSame( $point, $killed->getMessage() );
			}
			$again = $this->house->runner->get( $run->id );
			$again = $again->state === RunState::AwaitingApproval ? $this->approve( $again ) : $again;
			self::assertSame( RunState::Scheduled, $again->state, $point );
			self::assertSame( $at + 1, $this->house->limits->used( Kind::PartWays ), $point );
		}
	}

	#[Group( 'faults' )]
	public function test_of_many_approvals_at_once_no_two_get_the_last_place(): void {
		if ( ! function_exists( 'pcntl_fork' ) || ! function_exists( 'posix_kill' ) ) {
			self::markTestSkipped( 'This PHP cannot start processes (pcntl, posix).' );
		}
		$tally = new Tally( 'limit_race' );
		try {
			for ( $round = 0; $round < ( Tally::is_whole() ? self::ROUNDS : 1 ); $round++ ) {
				$tally->begin();
				$this->clock->forward( DAY_IN_SECONDS );
				$this->limit( [ 'part_ways_a_day' => 3, 'part_ways_sum' => [ 'minor' => 100_000, 'currency' => 'USD' ] ] );
				$orders = array_map( fn ( int $index ): OrderRef => $this->order( [ 'email' => "race$round-$index@example.com" ] ), range( 1, 8 ) );
				$runs   = array_map( $this->parting( ... ), $orders );
				$works  = array_map( fn ( Run $run ): \Closure => fn (): string => $this->tried( $run ), $runs );
				$said   = array_count_values( Processes::at_once( [ ...$works, ...$works ] ) );
				self::assertSame( 3, $this->house->limits->used( Kind::PartWays ) );
				self::assertSame( 3, $said['scheduled'] ?? 0, (string) json_encode( $said ) );
				self::assertSame( [], array_diff( array_keys( $said ), [ 'scheduled', 'amicable_limit', 'amicable_stale', 'amicable_not_now' ] ), (string) json_encode( $said ) );
				$this->pay( $runs, $orders, $tally );
				$tally->pass();
			}
		} finally {
			$tally->report();
		}
	}

	/**
	 * @param list<Run>      $runs
	 * @param list<OrderRef> $orders
	 */
	private function pay( array $runs, array $orders, Tally $tally ): void {
		foreach ( $runs as $index => $run ) {
			$let_go = $this->house->runner->get( $run->id )->state === RunState::Scheduled;
			$this->drive( $run->id );
			$payouts = count( $this->payouts( $orders[ $index ] ) );
			$tally->order( $payouts, $let_go );
			self::assertSame( $let_go ? 1 : 0, $payouts );
		}
	}

	private function tried( Run $run ): string {
		try {
			return $this->approve( $run )->state->value;
		} catch ( AmicableException $refusal ) {
			return $refusal->reason;
		}
	}

	private function parting( OrderRef $order ): Run {
		$customer = $this->customer_of( $order );
		[ $case ] = $this->house->desk->open( $customer, $this->admin, $this->admin, $order );

		return $this->start( $this->plan( $customer, Kind::PartWays, Scope::all() ), $case->id, 'Agreed by phone' );
	}

	private function approve( Run $run ): Run {
		return $this->house->control->approve( $run, $this->approver );
	}

	/** @param array<string, mixed> $limits */
	private function limit( array $limits ): void {
		$settings = $this->graph->settings()->current();
		$this->graph->settings()->save( $settings->with( [ 'limits' => $limits ] ), $settings->version );
	}
}
