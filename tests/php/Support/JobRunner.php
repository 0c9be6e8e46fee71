<?php
declare( strict_types=1 );

namespace Amicable\Tests\Support;

use ActionScheduler;
use RuntimeException;

/** Plays the part of WP-Cron and Action Scheduler for hooks that begin with `amicable`. */
final class JobRunner {

	private const LIMIT = 2000;

	private int $ran = 0;

	/** @param int|null $until Null: as the clock goes, so that what a slow job asks for is done too. */
	public function run( ?int $until ): int {
		do {
			$before = $this->ran;
			$this->run_cron( $until ?? time() );
			$this->run_actions( $until ?? time() );

			if ( $this->ran > self::LIMIT ) {
				throw new RuntimeException( 'Jobs start jobs without end.' );
			}
		} while ( $this->ran > $before );

		return $this->ran;
	}

	private function run_cron( int $until ): void {
		foreach ( _get_cron_array() as $timestamp => $hooks ) {
			foreach ( $timestamp <= $until ? $hooks : [] as $hook => $events ) {
				foreach ( str_starts_with( $hook, 'amicable' ) ? $events : [] as $event ) {
					$this->run_event( (int) $timestamp, $hook, $event );
				}
			}
		}
	}

	/** @param array{schedule: string|false, args: array<mixed>} $event */
	private function run_event( int $timestamp, string $hook, array $event ): void {
		if ( $event['schedule'] !== false ) {
			wp_reschedule_event( $timestamp, $event['schedule'], $hook, $event['args'] );
		}

		wp_unschedule_event( $timestamp, $hook, $event['args'] );
		++$this->ran;
		do_action_ref_array( $hook, $event['args'] );
	}

	private function run_actions( int $until ): void {
		if ( ! class_exists( ActionScheduler::class, false ) ) {
			return;
		}

		$due = as_get_scheduled_actions( [
			'status'       => 'pending',
			'search'       => 'amicable',
			'date'         => gmdate( 'Y-m-d H:i:s', $until ),
			'date_compare' => '<=',
			'per_page'     => 100,
			'orderby'      => 'date',
		], 'ids' );

		foreach ( $due as $id ) {
			++$this->ran;
			ActionScheduler::runner()->process_action( $id, 'Amicable tests' );
		}
	}
}
