<?php
declare( strict_types=1 );

namespace Amicable\Jobs;

use Amicable\Capability;
use Amicable\Clock;
use Amicable\Hookable;

/** Where nobody runs WordPress's cron: whoever of the shop opens a page in the admin does a few seconds of what is due, once that page was sent. */
final class LateSweep implements Hookable {

	/** The sweep is due every five minutes; so long after its time nobody runs it. */
	private const LATE = 600;

	private const SECONDS = 5.0;

	public function __construct(
		private readonly Dispatcher $dispatcher,
		private readonly Clock $clock,
	) {
	}

	public function register(): void {
		add_action( 'admin_init', $this->look( ... ), 20 );
	}

	private function look(): void {
		$due = wp_next_scheduled( Schedule::SWEEP );
		if ( $due === false || $due > $this->clock->now()->getTimestamp() - self::LATE || wp_doing_ajax() || ! current_user_can( Capability::VIEW ) ) {
			return;
		}
		// As cron itself does it, so that the pages of the next minutes are not asked too.
		wp_reschedule_event( $due, Schedule::EVERY_FIVE_MINUTES, Schedule::SWEEP );
		wp_unschedule_event( $due, Schedule::SWEEP );
		add_action( 'shutdown', $this->work( ... ), PHP_INT_MAX );
	}

	private function work(): void {
		if ( function_exists( 'fastcgi_finish_request' ) ) {
			fastcgi_finish_request();
		}
		$this->dispatcher->catch_up( self::SECONDS );
	}
}
