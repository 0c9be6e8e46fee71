<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Runs;

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
final class KillMatrixTest extends KillTestCase {

	/** All of them take minutes, so `npm test` takes a stride from a random start, and all get their turn; `npm run faults` takes each. */
	private const KILL_EVERY = 16;

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

	private function cut_the_connection(): void {
		global $wpdb;
		$wpdb->suppress_errors( true );
		$wpdb->query( 'KILL CONNECTION ' . mysqli_thread_id( $wpdb->dbh ) );
		$wpdb->suppress_errors( false );
		$wpdb->last_error = '';
	}
}
