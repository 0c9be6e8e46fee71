<?php
declare( strict_types=1 );

namespace Amicable\Runs;

use Amicable\Offboarding\Kind;
use Amicable\Offboarding\RunState;
use Amicable\Offboarding\Scope;
use DateTimeImmutable;

/** One execution of a plan, as it stands in the table. */
final class Run {

	/**
	 * @param int                    $proof_round How often it was looked at again since it ended.
	 * @param DateTimeImmutable|null $broken_at   Since when its receipt no longer holds.
	 * @param DateTimeImmutable|null $stamped_at  When the last look found everything as it should be.
	 * @param array{checked_at: string, obligations: list<array{check: int, state: string, ref: string|null, text: string}>}|null $proof The shape of REST.
	 */
	public function __construct(
		public readonly int $id,
		public readonly int $customer_id,
		public readonly ?int $case_id,
		public readonly Kind $kind,
		public readonly Scope $scope,
		public readonly RunState $state,
		public readonly ?RunState $state_before,
		public readonly string $reason,
		public readonly int $started_by,
		public readonly ?int $approved_by,
		public readonly ?DateTimeImmutable $start_at,
		public readonly ?array $proof,
		public readonly int $version,
		public readonly DateTimeImmutable $created_at,
		public readonly ?DateTimeImmutable $ended_at,
		public readonly int $proof_round = 0,
		public readonly ?DateTimeImmutable $next_proof_at = null,
		public readonly ?DateTimeImmutable $broken_at = null,
		public readonly ?DateTimeImmutable $stamped_at = null,
	) {
	}

	/** Whether a person may leave an open line of its receipt as it is. */
	public function asks_to_accept(): bool {
		return $this->state === RunState::NeedsAttention || ( $this->state === RunState::Completed && $this->broken_at !== null );
	}

	/** In whose name the store is asked. */
	public function actor(): int {
		return $this->approved_by ?? $this->started_by;
	}
}
