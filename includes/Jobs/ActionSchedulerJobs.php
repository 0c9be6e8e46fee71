<?php
declare( strict_types=1 );

namespace Amicable\Jobs;

use Amicable\Clock;
use Amicable\Mode;

/** Action Scheduler, which WooCommerce and EDD bring along. */
final class ActionSchedulerJobs implements Jobs {

	private const GROUP = 'amicable';

	public function __construct(
		private readonly Mode $mode,
		private readonly Clock $clock,
	) {
	}

	/** Loaded and with its tables ready; before that it would only complain. */
	public static function is_available(): bool {
		return function_exists( 'as_schedule_single_action' ) && did_action( 'action_scheduler_init' ) > 0;
	}

	/** Its own `unique` looks at the hook alone, so that two different jobs of ours would count as one. */
	public function enqueue( string $job, array $args = [], int $delay_seconds = 0 ): void {
		$all     = [ $this->mode->value, $job, (string) wp_json_encode( $args ) ];
		$at      = $this->clock->now()->getTimestamp() + max( 0, $delay_seconds );
		$waiting = as_get_scheduled_actions(
			[
				'hook'         => self::HOOK,
				'args'         => $all,
				'group'        => self::GROUP,
				'status'       => 'pending',
				'date'         => '@' . $at,
				'date_compare' => '<=',
				'per_page'     => 1,
			],
			'ids'
		);
		if ( $waiting === [] ) {
			as_schedule_single_action( $at, self::HOOK, $all, self::GROUP );
		}
	}
}
