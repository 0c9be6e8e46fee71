<?php
declare( strict_types=1 );

namespace Amicable\Jobs;

/** Chooses the queue at the moment of asking, since Action Scheduler starts later than we do, and may not be there at all. */
final class LateJobs implements Jobs {

	public function __construct(
		private readonly ActionSchedulerJobs $action_scheduler,
		private readonly CronJobs $cron,
	) {
	}

	public function enqueue( string $job, array $args = [], int $delay_seconds = 0 ): void {
		$queue = ActionSchedulerJobs::is_available() ? $this->action_scheduler : $this->cron;
		$queue->enqueue( $job, $args, $delay_seconds );
	}
}
