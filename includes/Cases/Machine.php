<?php
declare( strict_types=1 );

namespace Amicable\Cases;

use DateTimeImmutable;

/** The case as a state machine: which stage may follow which, and what has to be true for it. */
final class Machine {

	/** A warning counts for so long. */
	public const WARNING_DAYS = 180;

	/** @return list<Stage> Every stage that may follow, gates aside. */
	public function ways( CaseState $case ): array {
		$ways = match ( $case->stage ) {
			Stage::Open => [ Stage::SecondChance, Stage::Warned, Stage::Recovered, Stage::Lapsed, Stage::Dismissed ],
			Stage::SecondChance => [ Stage::Warned, Stage::Recovered, Stage::Lapsed, Stage::Dismissed ],
			Stage::Warned => [ Stage::Explained, Stage::Agreed, Stage::Recovered, Stage::Lapsed, Stage::Dismissed ],
			Stage::Explained => [ Stage::Recovered, Stage::Dismissed ],
			Stage::Counsel => [ Stage::Offboarding, Stage::Dismissed ],
			Stage::Offboarding => null === $case->stage_before ? [ Stage::Closed ] : [ Stage::Closed, $case->stage_before ],
			Stage::Closed, Stage::Lapsed, Stage::Agreed, Stage::Recovered => [ Stage::Open ],
			Stage::Dismissed => [],
		};
		$early = $case->stage->is_before_offboarding() && Stage::Counsel !== $case->stage;

		return $early ? [ ...$ways, Stage::Counsel, Stage::Offboarding ] : $ways;
	}

	/** The first gate that is shut; null when the way is open. */
	public function gate( CaseState $case, Move $move, Circumstances $now ): ?Gate {
		if ( ! in_array( $move->to, $this->ways( $case ), true ) ) {
			return Gate::NoWay;
		}
		if ( Stage::Offboarding === $case->stage ) {
			return $this->gate_out( $move, $now );
		}

		return match ( $move->to ) {
			Stage::Warned => Stage::SecondChance === $case->stage && $now->waits_for_us ? Gate::WaitsForUs : null,
			Stage::Explained => $this->gate_explained( $case, $now ),
			Stage::Agreed => $now->refund_run_done ? null : Gate::RefundRun,
			Stage::Counsel => $move->has_reason() ? null : Gate::Litigation,
			Stage::Offboarding => $this->gate_offboarding( $case, $move ),
			Stage::Dismissed => Stage::Counsel === $case->stage && ! $move->has_reason() ? Gate::Reason : null,
			Stage::Open => $move->has_reason() ? null : Gate::Reason,
			default => null,
		};
	}

	/** Whether going there skips stages, which stays written on the case for ever. */
	public function skips( CaseState $case, Stage $to ): bool {
		return Stage::Offboarding === $to && in_array( $case->stage, [ Stage::Open, Stage::SecondChance, Stage::Warned ], true );
	}

	/** The case after a move that no gate stands against. */
	public function after( CaseState $case, Move $move, DateTimeImmutable $at ): CaseState {
		$back = Stage::Offboarding === $case->stage && $move->to === $case->stage_before;

		return new CaseState(
			$move->to,
			Stage::Offboarding === $move->to ? $case->stage : ( $back || Stage::Closed !== $move->to ? null : $case->stage_before ),
			$case->override || $this->skips( $case, $move->to ),
			$this->warned_at( $case, $move, $back, $at ),
			$move->counsel ?? ( Stage::Open === $move->to ? null : $case->counsel_word ),
		);
	}

	private function gate_out( Move $move, Circumstances $now ): ?Gate {
		if ( $now->run_open ) {
			return Gate::RunOpen;
		}

		return Stage::Closed === $move->to && ! $now->receipt_passed ? Gate::Receipt : null;
	}

	private function gate_explained( CaseState $case, Circumstances $now ): ?Gate {
		$warned_at = $case->warned_at;
		if ( null === $warned_at || $warned_at < $now->now->modify( '-' . self::WARNING_DAYS . ' days' ) ) {
			return Gate::WarningAge;
		}

		return null !== $now->last_incident_at && $now->last_incident_at > $warned_at ? null : Gate::Incident;
	}

	private function gate_offboarding( CaseState $case, Move $move ): ?Gate {
		return match ( true ) {
			! $move->may_approve => Gate::Approval,
			$this->skips( $case, $move->to ) && ! $move->has_reason() => Gate::OverrideReason,
			Stage::Counsel === $case->stage && null === $move->counsel => Gate::Counsel,
			default => null,
		};
	}

	/** Warnings before a reinstatement do not count; a warning stands through a run that was stopped. */
	private function warned_at( CaseState $case, Move $move, bool $back, DateTimeImmutable $at ): ?DateTimeImmutable {
		return match ( true ) {
			$back => $case->warned_at,
			Stage::Warned === $move->to => $at,
			Stage::Open === $move->to => null,
			default => $case->warned_at,
		};
	}
}
