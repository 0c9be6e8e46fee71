<?php
declare( strict_types=1 );

namespace Amicable\Jobs;

/** Wakes work up later. Action Scheduler when a store brings it, else WP-Cron. The queue is a wake-up call; our tables are the truth. */
interface Jobs {

	/** Every job comes through this one hook, with the mode, the name and the arguments as JSON. */
	public const HOOK = 'amicable_job';

	/**
	 * Asks for a job soon. Asking twice for the same job and arguments while one waits is one job, at the earlier of both times.
	 *
	 * @param array<string, int|string> $args Ids only.
	 */
	public function enqueue( string $job, array $args = [], int $delay_seconds = 0 ): void;
}
