<?php
declare( strict_types=1 );

namespace Amicable\Practice;

use Amicable\CurrentMode;
use Amicable\Jobs\Jobs;
use Amicable\Mode;
use Amicable\Storage\Migrations;

/** Takes Practice away: tables, options, everybody's choice of it, and the calls that were still waiting. Nothing of it stays. */
final class Remover {

	public function __construct(
		private readonly ProgressOption $progress,
		private readonly Migrations $tables,
	) {
	}

	public function remove(): void {
		$now = $this->progress->read();
		// A loader at work sees its state gone and ends; what it writes meanwhile finds no table.
		$this->progress->change( $now, $now->with( state: Progress::REMOVING ) );
		$this->tables->drop();
		$this->forget_jobs();
		delete_option( Mode::Practice->settings_option() );
		delete_metadata( 'user', 0, CurrentMode::META, '', true );
		$this->progress->delete();
	}

	private function forget_jobs(): void {
		foreach ( _get_cron_array() as $at => $hooks ) {
			foreach ( $hooks[ Jobs::HOOK ] ?? [] as $event ) {
				if ( ( $event['args'][0] ?? '' ) === Mode::Practice->value ) {
					wp_unschedule_event( (int) $at, Jobs::HOOK, array_values( $event['args'] ) );
				}
			}
		}
		if ( function_exists( 'as_get_scheduled_actions' ) ) {
			$this->forget_actions();
		}
	}

	private function forget_actions(): void {
		$waiting = as_get_scheduled_actions(
			[
				'hook'     => Jobs::HOOK,
				'status'   => 'pending',
				'per_page' => 1_000,
			]
		);
		foreach ( $waiting as $action ) {
			if ( $action->get_args()[0] === Mode::Practice->value ) {
				as_unschedule_action( Jobs::HOOK, $action->get_args() );
			}
		}
	}
}
