<?php
declare( strict_types=1 );

namespace Amicable\Runs;

use Amicable\Clock;
use Amicable\Jobs\Sweepable;
use Amicable\Storage\Claims;
use Amicable\Storage\Places;
use Amicable\Storage\Runs;
use DateTimeImmutable;

/** Carries runs on when nobody looks at them. The screen may do so at the same time. */
final class RunJob implements Sweepable {

	public const NAME = 'run_offboarding';

	/** Leaves the first steps to the screen that started the run, where they are watched. */
	public const AFTER_THE_SCREEN = 20;

	private const SLICE_SECONDS = 15;

	/** What a starter that died has left for so long is nobody's. */
	private const LEFTOVERS_AFTER = '-10 minutes';

	public function __construct(
		private readonly Runner $runner,
		private readonly Runs $runs,
		private readonly Claims $claims,
		private readonly Places $places,
		private readonly Ending $ending,
		private readonly Clock $clock,
	) {
	}

	/** Seconds until a worker is called for a run that was let go now. */
	public static function wakes_in( Run $run, DateTimeImmutable $now ): int {
		return $run->start_at === null ? self::AFTER_THE_SCREEN : max( self::AFTER_THE_SCREEN, $run->start_at->getTimestamp() - $now->getTimestamp() );
	}

	public function name(): string {
		return self::NAME;
	}

	public function run( array $args ): ?int {
		$run_id = (int) ( $args['run_id'] ?? 0 );
		if ( $this->runs->find( $run_id ) === null ) {
			return null;
		}
		$until = $this->clock->now()->modify( '+' . self::SLICE_SECONDS . ' seconds' );
		do {
			$this->runner->advance( $run_id );
			$next = $this->runner->next_at( $run_id );
			$now  = $this->clock->now();
		} while ( $next !== null && $next <= $now && $now < $until );

		return $next === null ? null : max( 0, $next->getTimestamp() - $now->getTimestamp() );
	}

	public function due(): array {
		$old = $this->clock->now()->modify( self::LEFTOVERS_AFTER );
		$this->runs->discard_drafts( $old );
		$this->claims->release_leftovers( $old );
		$this->places->free_leftovers( $old );
		foreach ( $this->runs->ended_with_open_case() as $run ) {
			$this->ending->tidy( $run );
		}

		return array_map( static fn ( Run $run ): array => [ 'run_id' => $run->id ], $this->runs->driven( 100 ) );
	}
}
