<?php
declare( strict_types=1 );

namespace Amicable\Jobs;

use Amicable\Clock;
use Amicable\Mode;

/** WordPress's own cron, where no store brings Action Scheduler. */
final class CronJobs implements Jobs {

	public function __construct(
		private readonly Mode $mode,
		private readonly Clock $clock,
	) {
	}

	public function enqueue( string $job, array $args = [], int $delay_seconds = 0 ): void {
		$all     = [ $this->mode->value, $job, (string) wp_json_encode( $args ) ];
		$at      = $this->clock->now()->getTimestamp() + max( 0, $delay_seconds );
		$waiting = wp_next_scheduled( self::HOOK, $all );
		if ( $waiting !== false && $waiting <= $at ) {
			return;
		}
		if ( $waiting !== false ) {
			wp_unschedule_event( $waiting, self::HOOK, $all );
		}
		$this->schedule( $at, $all );
	}

	/**
	 * WordPress takes events of one hook and one set of arguments that lie within ten minutes for the same and refuses the second; ours are told apart by
	 * asking first, so a refusal can only mean a filter said no, and the sweep will ask again.
	 *
	 * @param array{string, string, string} $args
	 */
	private function schedule( int $at, array $args ): void {
		wp_schedule_single_event( $at, self::HOOK, $args );
	}
}
