<?php
declare( strict_types=1 );

namespace Amicable\Offboarding;

use Amicable\Stores\OrderRef;
use Amicable\Values\Money;
use DateTimeImmutable;

/** One recorded effect of a run, as it stands in the table. */
final class Step {

	/** When it was last asked for, in seconds. Without it, nothing was ever sent. */
	public const ASKED = 'asked';

	/** The evidence of a money step that the provider took and has not finished. */
	public const WAITING = 'waiting';

	/** The evidence of a money step that was asked for twice with one key. */
	public const REPEATED = 'repeated';

	/** What a person said while the store was still to be told. */
	public const SETTLING = 'settling';

	/** An attempt at this step ended as unknown: what the shop says of it afterwards may be our own doing. */
	public const DOUBTED = 'doubted';

	/** It waits for a day that a person chose. */
	public const POSTPONED = 'postponed';

	/** How the thing stood when the run was started, for whoever gives it back: a shop's own refund may change it before its turn comes. */
	public const WAS = 'was';

	/** What a worker found out after somebody else had taken its step over. */
	public const LATE = 'late';

	/**
	 * @param list<OrderRef>            $orders      Orders that it hangs on.
	 * @param array<string, mixed>|null $before      What was remembered before the first attempt; null before it.
	 * @param array<string, mixed>      $evidence
	 * @param DateTimeImmutable|null    $lease_until Running: a worker has it until then. Pending: not before then.
	 */
	public function __construct(
		public readonly int $id,
		public readonly int $run_id,
		public readonly string $key,
		public readonly StepKind $kind,
		public readonly string $store,
		public readonly string $target,
		public readonly string $label,
		public readonly StepState $state,
		public readonly int $attempts = 0,
		public readonly ?Money $amount = null,
		public readonly ?Method $method = null,
		public readonly array $orders = [],
		public readonly ?array $before = null,
		public readonly array $evidence = [],
		public readonly ?string $receipt = null,
		public readonly ?string $message = null,
		public readonly ?string $provider_key = null,
		public readonly ?DateTimeImmutable $lease_until = null,
		public readonly ?DateTimeImmutable $started_at = null,
		public readonly int $version = 1,
	) {
	}

	/** Its turn among the others. What waits for a day comes after all that does not: sites first, then their license, then the proof. */
	public function phase(): int {
		$postponed = ( $this->evidence[ self::POSTPONED ] ?? null ) === true;

		return $postponed ? 10 * StepKind::Note->phase() + ( $this->kind === StepKind::DeactivateSite ? 1 : 2 ) : 10 * $this->kind->phase();
	}

	public function is_due( DateTimeImmutable $now ): bool {
		return $this->state->is_open() && ( $this->lease_until === null || $this->lease_until <= $now );
	}

	/** It was begun, and whoever began it has not said what came of it. */
	public function was_abandoned( DateTimeImmutable $now ): bool {
		return $this->state === StepState::Running && $this->is_due( $now );
	}

	/** Null: nothing was ever sent. */
	public function asked_at(): ?int {
		$at = $this->evidence[ self::ASKED ] ?? null;

		return is_int( $at ) ? $at : null;
	}

	/** @return list<string> */
	public function order_keys(): array {
		return array_map( static fn ( OrderRef $ref ): string => $ref->key(), $this->orders );
	}

	public function was_doubted(): bool {
		return ( $this->evidence[ self::DOUBTED ] ?? null ) === true;
	}

	/** @return array<string, mixed> Empty: nobody wrote it down. */
	public function was(): array {
		$was = $this->evidence[ self::WAS ] ?? null;

		/** @var array<string, mixed> */
		return is_array( $was ) ? $was : [];
	}

	/** Proof that came too late for its worker to write it as the outcome. */
	public function was_paid_after_all(): bool {
		return ( $this->evidence[ self::LATE ] ?? null ) === 'done';
	}
}
