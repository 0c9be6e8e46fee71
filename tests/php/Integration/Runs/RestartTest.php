<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Runs;

use Amicable\Offboarding\Kind;
use Amicable\Offboarding\RunState;
use Amicable\Offboarding\Scope;
use Amicable\Stores\OrderRef;
use Amicable\Tests\Support\DatabaseServer;
use Amicable\Tests\Support\Processes;
use Amicable\Tests\Support\Tally;
use PHPUnit\Framework\Attributes\Group;

/** The database server goes away under a run, politely and by force, and comes back. */
#[Group( 'faults' )]
final class RestartTest extends RunsTestCase {

	private const ROUNDS = 10;

	/** Runs that were under way when the server went; the others had ended a moment before. */
	private int $met = 0;

	public function test_a_restart_of_the_database_leaves_no_step_half_done_and_pays_nothing_twice(): void {
		if ( ! Tally::is_whole() ) {
			self::markTestSkipped( 'Other tests use the same server: npm run faults -- --only restarts' );
		}
		$server = new DatabaseServer();
		$tally  = new Tally( 'restarts' );
		try {
			for ( $round = 0; $round < self::ROUNDS; $round++ ) {
				$tally->begin();
				$this->walk( $server, $tally, $round );
				$tally->pass();
			}
		} finally {
			$tally->report();
		}
		self::assertGreaterThanOrEqual( self::ROUNDS / 2, $this->met, 'Too few restarts met a run.' );
	}

	private function walk( DatabaseServer $server, Tally $tally, int $round ): void {
		$email  = "restart$round@example.com";
		$orders = array_map( fn ( string $gateway ): OrderRef => $this->order( [ 'email' => $email, 'gateway' => $gateway ] ), [ 'toy', 'toy_nolookup', 'toy', 'toy_nolookup' ] );
		$this->license( $orders[0] );
		$run = $this->start( $this->plan( $this->customer_of( $orders[0] ), Kind::Refund, Scope::orders( ...$orders ) ) );
		$answers = Processes::at_once(
			[
				fn () => $this->drive_slowly( $run->id ),
				function () use ( $server, $round, $run ): string {
					usleep( random_int( 1_000, 400_000 ) );
					$state = $this->house->runner->get( $run->id )->state->value;
					$round % 2 === 0 ? $server->restart() : $server->crash();

					return $state;
				},
			],
		);
		$server->wait();
		$this->met += $answers[1] === RunState::Running->value ? 1 : 0;
		$this->recover( $tally, $run->id );
		self::assertSame( RunState::Completed, $this->house->runner->get( $run->id )->state );
		foreach ( $orders as $order ) {
			$tally->order( count( $this->payouts( $order ) ) );
			self::assertCount( 1, $this->payouts( $order ) );
			self::assertTrue( $this->remaining( $order )->is_zero() );
		}
	}

	/** With a gateway that takes its time. */
	private function drive_slowly( int $run_id ): string {
		add_filter(
			'query',
			static function ( string $sql ): string {
				if ( str_contains( $sql, 'shop_payouts' ) && str_starts_with( $sql, 'INSERT' ) ) {
					usleep( 100_000 );
				}

				return $sql;
			},
		);

		return $this->drive( $run_id )->state->value;
	}

	private function recover( Tally $tally, int $run_id ): void {
		$this->clock->forward( 601 );
		$this->house->job->due();
		for ( $round = 0; $round < 5; $round++ ) {
			$run = $this->drive( $run_id );
			if ( $run->state !== RunState::NeedsAttention ) {
				return;
			}
			$tally->unknown();
			$this->settle_by_the_bank( $run );
		}
	}
}
