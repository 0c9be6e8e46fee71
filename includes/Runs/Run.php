<?php
declare( strict_types=1 );

namespace Amicable\Runs;

use Amicable\Offboarding\Kind;
use Amicable\Offboarding\RunState;
use Amicable\Offboarding\Scope;
use DateTimeImmutable;

/** One execution of a plan, as it stands in the table. */
final class Run {

	/** @param array{checked_at: string, obligations: list<array{check: int, state: string, ref: string|null, text: string}>}|null $proof The shape of REST. */
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
	) {
	}

	/** In whose name the store is asked. */
	public function actor(): int {
		return $this->approved_by ?? $this->started_by;
	}
}
