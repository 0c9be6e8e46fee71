<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Runs;

use Amicable\Cli\SweepCommand;
use Amicable\Graph;
use Amicable\Jobs\Dispatcher;
use Amicable\Jobs\LateSweep;
use Amicable\Jobs\Schedule;
use Amicable\Offboarding\RunState;
use Amicable\Stores\OrderRef;
use Amicable\SystemClock;
use Amicable\Tests\Support\WpCli;

/** A run whose screen was closed, on a site where nobody runs WordPress's cron. */
final class LateSweepTest extends RunsTestCase {

	private Dispatcher $dispatcher;

	protected function setUp(): void {
		parent::setUp();
		$this->dispatcher = new Dispatcher( fn (): Graph => $this->graph );
	}

	public function test_somebody_who_opens_the_admin_takes_it_on(): void {
		[ $order, $run ] = $this->left_alone();
		self::assertFalse( $this->visit( MINUTE_IN_SECONDS ), 'Cron has only just been due.' );
		self::assertSame( [], $this->payouts( $order ) );

		self::assertTrue( $this->visit( HOUR_IN_SECONDS ) );
		self::assertSame( [ RunState::Completed, 1 ], [ $this->house->runner->get( $run )->state, count( $this->payouts( $order ) ) ] );
		self::assertFalse( $this->visit( null ), 'Once in five minutes.' );
	}

	public function test_a_visitor_without_a_right_takes_nothing_on(): void {
		[ $order ] = $this->left_alone();
		$this->as_role( 'subscriber' );

		self::assertFalse( $this->visit( HOUR_IN_SECONDS ) );
		self::assertSame( [], $this->payouts( $order ) );
	}

	public function test_the_command_line_takes_it_on(): void {
		[ $order, $run ] = $this->left_alone();
		$cli             = WpCli::open();
		$cli->run( fn () => ( new SweepCommand( $this->dispatcher ) )() );

		self::assertSame( 'success', $cli->kind );
		self::assertSame( [ RunState::Completed, 1 ], [ $this->house->runner->get( $run )->state, count( $this->payouts( $order ) ) ] );
	}

	/** @return array{OrderRef, int} */
	private function left_alone(): array {
		$order = $this->order();

		return [ $order, $this->start_refund( $order )->id ];
	}

	/**
	 * A page of the admin until it is sent.
	 *
	 * @param int|null $late How long ago the sweep was due; null: as it stands.
	 */
	private function visit( ?int $late ): bool {
		if ( $late !== null ) {
			wp_unschedule_hook( Schedule::SWEEP );
			wp_schedule_event( time() - $late, Schedule::EVERY_FIVE_MINUTES, Schedule::SWEEP );
		}
		remove_all_actions( 'admin_init' );
		remove_all_actions( 'shutdown' );
		( new LateSweep( $this->dispatcher, new SystemClock() ) )->register();
		do_action( 'admin_init' );
		$takes_on = has_action( 'shutdown' );
		do_action( 'shutdown' );

		return $takes_on;
	}
}
