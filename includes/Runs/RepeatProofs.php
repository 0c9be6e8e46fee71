<?php
declare( strict_types=1 );

namespace Amicable\Runs;

use Amicable\Clock;
use Amicable\Jobs\Sweepable;
use Amicable\Offboarding\RunState;
use Amicable\Storage\Proofs;
use Amicable\Storage\Runs;

/** Reads back from the shop after an hour, a day and a week what a run had closed. */
final class RepeatProofs implements Sweepable {

	public const NAME = 'repeat_proofs';

	private const AT_ONCE = 100;

	public function __construct(
		private readonly ProofWatch $watch,
		private readonly Proofs $proofs,
		private readonly Runs $runs,
		private readonly Clock $clock,
	) {
	}

	public function name(): string {
		return self::NAME;
	}

	/** A shop that was switched off for days is asked once for all the rounds that it missed, not once for each. */
	public function run( array $args ): ?int {
		$run = $this->runs->find( (int) ( $args['run_id'] ?? 0 ) );
		if ( $run === null || $run->state !== RunState::Completed || $run->next_proof_at === null || $run->next_proof_at > $this->clock->now() ) {
			return null;
		}
		$this->watch->round( $run );
		$next = $this->runs->find( $run->id )?->next_proof_at;

		return $next === null ? null : max( 1, $next->getTimestamp() - $this->clock->now()->getTimestamp() );
	}

	public function due(): array {
		return array_map( static fn ( int $id ): array => [ 'run_id' => $id ], $this->proofs->due( $this->clock->now(), self::AT_ONCE ) );
	}
}
