<?php
declare( strict_types=1 );

namespace Amicable\Jobs;

use Amicable\ErrorLog;
use Amicable\Graph;
use Amicable\Hookable;
use Amicable\Mode;
use Amicable\Practice\Loader;
use Closure;
use Throwable;

/** Does what the queues call for: one slice of a job, then asks for the next one. What breaks is written down and tried again. */
final class Dispatcher implements Hookable {

	private const RETRY_SECONDS = 300;

	/** @param Closure(Mode): Graph $graph */
	public function __construct( private readonly Closure $graph ) {
	}

	public function register(): void {
		add_action( Jobs::HOOK, $this->run( ... ), 10, 3 );
		add_action( Schedule::SWEEP, $this->sweep( ... ) );
		add_action( Schedule::DAILY, $this->daily( ... ) );
	}

	/** One slice of one job. A job that this version no longer knows is dropped. */
	private function run( string $mode, string $name, string $json = '{}' ): void {
		$graph = $this->installed( Mode::tryFrom( $mode ) );
		$job   = $graph?->job( $name );
		if ( $graph === null || $job === null ) {
			return;
		}
		$args = json_decode( $json, true );
		$args = is_array( $args ) ? $args : [];
		try {
			$next = $job->run( $args );
		} catch ( Throwable $error ) {
			$next = self::RETRY_SECONDS;
			ErrorLog::broken( sprintf( 'the job %s failed and will be tried again', $name ), $error );
		}
		if ( $next !== null ) {
			$graph->jobs()->enqueue( $name, $args, $next );
		}
	}

	/** Asks again for everything our tables call unfinished. */
	private function sweep(): void {
		$this->each_job(
			static function ( Job $job, Jobs $jobs ): void {
				$due = $job instanceof Sweepable ? $job->due() : [];
				foreach ( $due as $args ) {
					$jobs->enqueue( $job->name(), $args );
				}
			}
		);
	}

	/**
	 * Does at once what our tables call unfinished, as far as the time goes: for whoever comes by where no queue is run.
	 *
	 * @return int How many slices were done.
	 */
	public function catch_up( float $seconds ): int {
		$until  = microtime( true ) + $seconds;
		$slices = 0;
		$this->each_job(
			static function ( Job $job, Jobs $jobs ) use ( $until, &$slices ): void {
				foreach ( $job instanceof Sweepable ? $job->due() : [] as $args ) {
					do {
						if ( microtime( true ) > $until ) {
							return;
						}
						$next = $job->run( $args );
						++$slices;
					} while ( $next === 0 );
					if ( $next !== null ) {
						$jobs->enqueue( $job->name(), $args, $next );
					}
				}
			}
		);

		return $slices;
	}

	private function daily(): void {
		$this->each_job(
			static function ( Job $job, Jobs $jobs ): void {
				if ( $job instanceof Daily ) {
					$jobs->enqueue( $job->name() );
				}
			}
		);
	}

	/**
	 * What fails for one job must not keep the others asleep. While Practice is being filled they wait: its stories act in the past, and what they have in
	 * hand would look like something that a dead worker left behind.
	 *
	 * @param Closure(Job, Jobs): void $visit
	 */
	private function each_job( Closure $visit ): void {
		foreach ( Mode::cases() as $mode ) {
			$graph = $this->installed( $mode );
			if ( $graph === null ) {
				continue;
			}
			$is_loading = $mode === Mode::Practice && $graph->practice()->progress->read()->is_loading();
			foreach ( $graph->work() as $job ) {
				if ( $is_loading && ! $job instanceof Loader ) {
					continue;
				}
				try {
					$visit( $job, $graph->jobs() );
				} catch ( Throwable $error ) {
					ErrorLog::broken( sprintf( 'the job %s failed and will be tried again', $job->name() ), $error );
				}
			}
		}
	}

	/** Null while this mode has no tables: jobs of a Practice that was removed meanwhile find nothing to do. */
	private function installed( ?Mode $mode ): ?Graph {
		$graph = $mode === null ? null : ( $this->graph )( $mode );

		return $graph !== null && $graph->migrations()->is_installed() ? $graph : null;
	}
}
