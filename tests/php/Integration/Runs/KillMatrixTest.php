<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Runs;

use Amicable\Cases\Stage;
use Amicable\Offboarding\Kind;
use Amicable\Offboarding\RunState;
use Amicable\Offboarding\Scope;
use Amicable\Offboarding\Step;
use Amicable\Runs\Run;
use Amicable\Runs\StartOptions;
use Amicable\Stores\OrderRef;
use Amicable\Tests\Support\Killed;
use Amicable\Tests\Support\Processes;
use Amicable\Tests\Support\Tally;
use Closure;
use PHPUnit\Framework\Attributes\Group;
use TypeError;

/**
 * Cuts a whole parting off at every point it passes, in every way we can, and lets somebody else go on. The points are counted from
 * the code: a new step brings its own. The judge is the bank, which only ever adds lines.
 */
#[Group( 'faults' )]
final class KillMatrixTest extends RunsTestCase {

	/** All of them take minutes, so `npm test` takes a stride from a random start, and all get their turn; `npm run faults` takes each. */
	private const KILL_EVERY = 8;

	private int $approver;

	private int $made = 0;

	private Tally $tally;

	protected function setUp(): void {
		parent::setUp();
		$this->approver = $this->admin;
		$this->admin    = $this->as_role( 'administrator' )->ID;
	}

	public function test_an_exception_at_any_point_costs_nothing(): void {
		$this->cut_everywhere( 'kill_exception', fn (): Closure => static fn ( string $point ) => throw new Killed( $point ) );
	}

	public function test_an_error_at_any_point_costs_nothing(): void {
		$this->cut_everywhere( 'kill_error', fn (): Closure => static fn ( string $point ) => throw new TypeError( $point ) );
	}

	public function test_a_database_connection_lost_at_any_point_costs_nothing(): void {
		$this->cut_everywhere( 'kill_connection', fn (): Closure => $this->cut_the_connection( ... ) );
	}

	public function test_a_worker_killed_at_any_point_costs_nothing(): void {
		self::need_processes();
		$this->cut_everywhere( 'kill_process', fn (): Closure => static fn () => Processes::kill_this_one(), true );
	}

	public function test_a_worker_killed_before_any_write_costs_nothing(): void {
		self::need_processes();
		$writes = $this->count_writes();
		self::assertGreaterThan( 60, $writes );
		$stride      = Tally::is_whole() ? 1 : self::KILL_EVERY;
		$this->tally = new Tally( 'kill_before_a_write' );
		try {
			for ( $at = random_int( 0, $stride - 1 ); $at < $writes; $at += $stride ) {
				$this->tally->begin();
				$orders = $this->scenario();
				Processes::at_once( [ fn () => $this->killed_before_write( $at, $orders ) ] );
				$this->judge( $orders, "SIGKILL before write $at" );
			}
		} finally {
			$this->tally->report();
		}
		self::assertTrue( $this->house->log->verify()['intact'], 'The log is broken.' );
	}

	/** @param Closure(): Closure $spring */
	private function cut_everywhere( string $how, Closure $spring, bool $in_a_process = false ): void {
		$points      = $this->points();
		$this->tally = new Tally( $how );
		self::assertContains( 'refund.acted', $points );
		try {
			foreach ( $points as $at => $point ) {
				$this->tally->begin();
				$orders = $this->scenario();
				$this->trap->set( $at, $spring() );
				if ( $in_a_process ) {
					self::assertSame( [ null ], Processes::at_once( [ fn () => $this->part( $orders ) ] ), "$point was not reached." );
				} else {
					$this->cut( fn () => $this->part( $orders ) );
				}
				$this->trap->set( PHP_INT_MAX, static fn () => null );
				$this->judge( $orders, "$how at $point ($at)" );
			}
		} finally {
			$this->tally->report();
		}
		self::assertTrue( $this->house->log->verify()['intact'], "$how: the log is broken." );
	}

	/** @return list<string> Every point of an undisturbed parting, from the code as it is. */
	private function points(): array {
		$this->tally = new Tally( 'undisturbed' );
		$orders      = $this->scenario();
		$this->trap->set( PHP_INT_MAX, static fn () => null );
		$this->part( $orders );
		$points = $this->trap->passed;
		$this->judge( $orders, 'undisturbed' );
		foreach ( $this->house->effects->kinds() as $kind ) {
			foreach ( [ 'before', 'claimed', 'acted', 'recorded' ] as $place ) {
				self::assertContains( "$kind->value.$place", $points );
			}
		}

		return $points;
	}

	private function count_writes(): int {
		$count  = 0;
		$orders = $this->scenario();
		$filter = static function ( string $sql ) use ( &$count ): string {
			$count += self::is_write( $sql ) ? 1 : 0;

			return $sql;
		};
		add_filter( 'query', $filter );
		$this->part( $orders );
		remove_filter( 'query', $filter );

		return $count;
	}

	/** @param list<OrderRef> $orders */
	private function killed_before_write( int $at, array $orders ): void {
		$count = 0;
		add_filter(
			'query',
			static function ( string $sql ) use ( &$count, $at ): string {
				if ( self::is_write( $sql ) && $count++ === $at ) {
					Processes::kill_this_one();
				}

				return $sql;
			},
		);
		$this->part( $orders );
	}

	private static function is_write( string $sql ): bool {
		return preg_match( '/^\s*(INSERT|UPDATE|DELETE|REPLACE|COMMIT)\b/i', $sql ) === 1;
	}

	/** @return non-empty-list<OrderRef> Three orders on three gateways, a license in use, a subscription, a download. */
	private function scenario(): array {
		$email  = 'buyer' . ++$this->made . '@example.com';
		$orders = [
			$this->order( [ 'email' => $email ] ),
			$this->order( [ 'email' => $email, 'gateway' => 'toy_nolookup' ] ),
			$this->order( [ 'email' => $email, 'gateway' => 'toy', 'currency' => 'KRW', 'total' => 65000 ] ),
		];
		$this->license( $orders[0] );
		$this->subscription( $orders[0] );
		$this->graph->sample_access()->add_download( $orders[1]->id, 'harborline.zip' );

		return $orders;
	}

	/** @param non-empty-list<OrderRef> $orders */
	private function part( array $orders ): void {
		$customer = $this->customer_of( $orders[0] );
		[ $case ] = $this->house->desk->open( $customer, $this->admin, $this->admin, $orders[0] );
		$run      = $this->start( $this->plan( $customer, Kind::PartWays, Scope::all() ), $case->id, 'Agreed by phone', options: new StartOptions( receipt: true ) );
		$this->house->control->approve( $run, $this->approver );
		$this->drive( $run->id );
	}

	private function cut( Closure $work ): void {
		try {
			$work();
		} catch ( Killed | TypeError ) {
			return;
		}
	}

	/** @param non-empty-list<OrderRef> $orders */
	private function judge( array $orders, string $what ): void {
		$run = $this->recover( $orders );
		foreach ( $orders as $order ) {
			$this->tally->order( count( $this->payouts( $order ) ) );
		}
		self::assertSame( RunState::Completed, $run->state, $what );
		foreach ( $orders as $order ) {
			self::assertCount( 1, $this->payouts( $order ), "$what: {$order->key()} was paid back another number of times than once." );
			self::assertTrue( $this->remaining( $order )->is_zero(), "$what: the shop does not know that {$order->key()} was paid back." );
		}
		self::assertSame( [], $this->house->claims->holders( array_map( static fn ( OrderRef $order ): string => "order:{$order->key()}", $orders ) ), "$what: a claim was left." );
		self::assertSame( Stage::Closed, $this->house->cases->find( (int) $run->case_id )?->state->stage, $what );
		$this->tally->pass();
	}

	/**
	 * Another worker, after the lease; and a person, where only a person can know.
	 *
	 * @param non-empty-list<OrderRef> $orders
	 */
	private function recover( array $orders ): Run {
		$this->clock->forward( 601 );
		$this->house->job->due();
		$run = $this->newest( $orders ) ?? $this->begin_again( $orders );
		if ( $run->state === RunState::AwaitingApproval ) {
			$this->house->control->approve( $run, $this->approver );
		}
		for ( $round = 0; $round < 5; $round++ ) {
			$run = $this->drive( $run->id );
			if ( $run->state !== RunState::NeedsAttention ) {
				break;
			}
			// Of a mail, too, nobody knows whether it was sent; but no money hangs on it.
			if ( array_filter( $this->house->steps->of( $run->id ), static fn ( Step $step ): bool => $step->kind->moves_money() && $step->state->can_be_settled() ) !== [] ) {
				$this->tally->unknown();
			}
			$this->settle_by_the_bank( $run );
		}
		$this->house->runner->advance( $run->id );

		return $run;
	}

	/** @param non-empty-list<OrderRef> $orders */
	private function newest( array $orders ): ?Run {
		$customer = $this->customer_of( $orders[0] );
		$case     = $this->house->cases->page( null, $customer, 1, 0 )[0] ?? null;

		return $case === null ? null : ( $this->house->runs->of_case( $case->id )[0] ?? null );
	}

	/** @param non-empty-list<OrderRef> $orders */
	private function begin_again( array $orders ): Run {
		$customer = $this->customer_of( $orders[0] );
		[ $case ] = $this->house->desk->open( $customer, $this->admin, $this->admin, $orders[0] );

		return $this->start( $this->plan( $customer, Kind::PartWays, Scope::all() ), $case->id, 'Agreed by phone', options: new StartOptions( receipt: true ) );
	}

	private function cut_the_connection(): void {
		global $wpdb;
		$wpdb->suppress_errors( true );
		$wpdb->query( 'KILL CONNECTION ' . mysqli_thread_id( $wpdb->dbh ) );
		$wpdb->suppress_errors( false );
		$wpdb->last_error = '';
	}

	private static function need_processes(): void {
		if ( ! function_exists( 'pcntl_fork' ) || ! function_exists( 'posix_kill' ) ) {
			self::markTestSkipped( 'This PHP cannot start processes (pcntl, posix).' );
		}
	}
}
