<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Runs;

use Amicable\Offboarding\Kind;
use Amicable\Offboarding\Method;
use Amicable\Offboarding\RunState;
use Amicable\Offboarding\Scope;
use Amicable\Offboarding\StepState;
use Amicable\Runs\Run;
use Amicable\Storage\LooseEnds;
use Amicable\Stores\OrderRef;
use Amicable\Tests\Support\AssertsShapes;

/** What was closed and proven is looked at three times more; what came back to life is shown, and nothing is done about it. */
final class RepeatProofsTest extends RunsTestCase {

	use AssertsShapes;

	private const ROUNDS = [ 3600, DAY_IN_SECONDS - 3600, 6 * DAY_IN_SECONDS ];

	public function test_three_looks_that_find_nothing_make_the_receipt_final(): void {
		$run = $this->finished( $this->order() );
		self::assertSame( [], $this->house->repeat->due(), 'Not before its time.' );
		self::assertNull( $this->house->repeat->run( [ 'run_id' => $run->id ] ) );
		self::assertSame( [], $this->house->proofs->of( $run->id ) );
		foreach ( self::ROUNDS as $round => $seconds ) {
			self::assertNull( $this->run_of( $run )->stamped_at );
			$this->clock->forward( $seconds );
			self::assertSame( [ [ 'run_id' => $run->id ] ], $this->house->repeat->due() );
			$this->house->repeat->run( [ 'run_id' => $run->id ] );
			self::assertSame( 0, $this->house->proofs->of( $run->id )[ $round ]['open'] );
		}

		self::assertSame( [], $this->house->repeat->due() );
		self::assertNotNull( $this->run_of( $run )->stamped_at );
		self::assert_shape( 'offboardings.run', $this->over_rest( 'GET', "/offboardings/$run->id" ) );
	}

	public function test_a_license_that_woke_up_asks_for_a_person_and_stays_as_it_is(): void {
		$order   = $this->order();
		$license = $this->license( $order );
		$run     = $this->finished( $order );
		$this->graph->sample()->access->set_license_status( (int) $license, 'active' );
		$this->clock->forward( 3600 );
		$this->house->repeat->run( [ 'run_id' => $run->id ] );

		self::assertNotNull( $this->run_of( $run )->broken_at );
		self::assertSame( RunState::Completed, $this->run_of( $run )->state );
		self::assertSame( 'active', $this->graph->sample()->licenses->license( $license )?->status, 'Nothing acts by itself.' );
		$today = $this->over_rest( 'GET', '/overview' )['today'];
		self::assertContains( [ 'run_broken', $run->id ], array_map( static fn ( array $todo ): array => [ $todo['kind'], $todo['id'] ], $today ) );
		$shown = $this->over_rest( 'GET', "/offboardings/$run->id" );
		self::assertSame( [ 'accept', 'check' ], $shown['allowed'] );
		self::assertSame( 1, $shown['rounds'][0]['open'] );

		$this->graph->sample()->licenses->disable( $license );
		self::assertNull( $this->over_rest( 'POST', "/offboardings/$run->id/check" )['broken_at'] );
		foreach ( array_slice( self::ROUNDS, 1 ) as $seconds ) {
			$this->clock->forward( $seconds );
			$this->house->repeat->run( [ 'run_id' => $run->id ] );
		}
		self::assertNotNull( $this->run_of( $run )->stamped_at, 'What was mended counts at the end.' );
	}

	public function test_a_person_may_say_why_it_stays_open(): void {
		$order   = $this->order();
		$license = $this->license( $order );
		$run     = $this->finished( $order );
		$this->graph->sample()->access->set_license_status( (int) $license, 'active' );
		$this->clock->forward( 3600 );
		$this->house->repeat->run( [ 'run_id' => $run->id ] );
		$line = array_values( array_filter( $this->run_of( $run )->proof['obligations'] ?? [], static fn ( array $line ): bool => $line['state'] === 'open' ) )[0] ?? null;
		self::assertNotNull( $line );
		$this->house->control->accept( $this->run_of( $run ), $line['check'], $line['ref'], 'Given as a gift', $this->admin );

		self::assertNull( $this->run_of( $run )->broken_at );
		self::assertSame( RunState::Completed, $this->run_of( $run )->state );
		$this->assertRefused( 'amicable_not_open', fn () => $this->house->control->accept( $this->run_of( $run ), $line['check'], $line['ref'], 'Again', $this->admin ) );
	}

	public function test_a_payout_that_failed_days_later_becomes_a_loose_end_that_a_person_pays(): void {
		$order = $this->order();
		$run   = $this->finished( $order );
		$this->undo_refund( $order );
		$this->clock->forward( DAY_IN_SECONDS );
		$this->house->repeat->run( [ 'run_id' => $run->id ] );
		self::assertNotNull( $this->run_of( $run )->broken_at );
		$this->graph->loose_end_counter()->recount( [ $run->customer_id ] );
		$ends = $this->graph->loose_end_list()->page( LooseEnds::OPEN, null, 9, 0 );
		self::assertSame( [ 'failed_payout', '4900' ], [ $ends[0]['kind'] ?? '', $ends[0]['amount'] ?? '' ] );

		$plan = $this->plan( $run->customer_id, Kind::Finish, Scope::loose_ends( (int) $ends[0]['id'] ) );
		self::assertSame( [ Method::Manual ], array_map( static fn ( $item ): ?Method => $item->method, $plan->refunds() ) );
		$finish = $this->drive( $this->start( $plan )->id );
		self::assertSame( StepState::Manual, $this->state_of_refund( $finish, $order ) );
		self::assertCount( 1, $this->payouts( $order ), 'The gateway is not asked again.' );
		$this->house->control->settle( $finish, "refund:{$order->key()}", 'paid', 'Sent by bank transfer', $this->admin );

		self::assertSame( RunState::Completed, $this->drive( $finish->id )->state );
		self::assertTrue( $this->remaining( $order )->is_zero(), 'The shop knows it again.' );
		self::assertSame( [], $this->graph->loose_end_list()->page( LooseEnds::OPEN, null, 9, 0 ) );
		self::assertNull( $this->house->control->check( $this->run_of( $run ) )->broken_at );
	}

	public function test_of_two_that_look_in_the_same_round_one_writes_it_down(): void {
		$run = $this->finished( $this->order() );
		$this->clock->forward( 3600 );
		$now = $this->run_of( $run );

		self::assertTrue( $this->house->proofs->finish_round( $now, 0, 0 ) );
		self::assertFalse( $this->house->proofs->finish_round( $now, 0, 3 ) );
		self::assertSame( [ 0 ], array_column( $this->house->proofs->of( $run->id ), 'open' ) );
	}

	/** As a shop does that hears from its gateway that a payout came back. */
	private function undo_refund( OrderRef $order ): void {
		$this->graph->database()->write( "DELETE FROM {$this->graph->database()->table( 'shop_refunds' )} WHERE order_id = %d", [ $order->id ] );
		$this->graph->sample()->rows->set_status( $order->id, 'completed' );
		$this->graph->projector()->order_changed( $order );
	}

	private function finished( OrderRef $order ): Run {
		$run = $this->drive( $this->start_refund( $order )->id );
		self::assertSame( RunState::Completed, $run->state );

		return $run;
	}

	private function run_of( Run $run ): Run {
		return $this->house->runner->get( $run->id );
	}

	/** @return array<string, mixed> */
	private function over_rest( string $method, string $path ): array {
		wp_set_current_user( $this->admin );

		return $this->json( $this->rest( $method, $path, [], [ 'X-Amicable-Mode' => 'practice' ] ) );
	}
}
