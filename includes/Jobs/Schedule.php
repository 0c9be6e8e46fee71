<?php
declare( strict_types=1 );

namespace Amicable\Jobs;

use Amicable\Clock;
use Amicable\Hookable;

/** The two clocks of this plugin: a sweep every five minutes that wakes up what should be running, and a daily round. */
final class Schedule implements Hookable {

	public const SWEEP = 'amicable_sweep';
	public const DAILY = 'amicable_daily';

	public const EVERY_FIVE_MINUTES = 'amicable_five_minutes';

	public function __construct( private readonly Clock $clock ) {
	}

	public function register(): void {
		add_filter( 'cron_schedules', $this->add_interval( ... ) ); // phpcs:ignore WordPress.WP.CronInterval.CronSchedulesInterval -- a run that lost its worker waits for nobody longer than this.
		add_action( 'admin_init', $this->set( ... ) );
	}

	/** Also repairs what another plugin cleared away. */
	public function set(): void {
		$now = $this->clock->now()->getTimestamp();
		if ( wp_next_scheduled( self::SWEEP ) === false ) {
			wp_schedule_event( $now + 60, self::EVERY_FIVE_MINUTES, self::SWEEP );
		}
		if ( wp_next_scheduled( self::DAILY ) === false ) {
			wp_schedule_event( $now + HOUR_IN_SECONDS, 'daily', self::DAILY );
		}
	}

	public function clear(): void {
		wp_unschedule_hook( self::SWEEP );
		wp_unschedule_hook( self::DAILY );
		wp_unschedule_hook( Jobs::HOOK );
		if ( function_exists( 'as_unschedule_all_actions' ) ) {
			as_unschedule_all_actions( Jobs::HOOK );
		}
	}

	/**
	 * @param array<string, array{interval: int, display: string}> $schedules
	 * @return array<string, array{interval: int, display: string}>
	 */
	private function add_interval( array $schedules ): array {
		$schedules[ self::EVERY_FIVE_MINUTES ] = [
			'interval' => 5 * MINUTE_IN_SECONDS,
			'display'  => 'Amicable: every five minutes',
		];

		return $schedules;
	}
}
