<?php
declare( strict_types=1 );

namespace Amicable\Cases;

use DateTimeImmutable;

/** The case as a state machine: which stage may follow which, and what has to be true for it. */
final class Machine {

	/** @return list<Stage> Every stage that may follow, gates aside. */
	public function ways( CaseState $case ): array {
		$ways = match ( $case->stage ) {
			Stage::Open => [ Stage::SecondChance, Stage::Warned, Stage::Recovered, Stage::Lapsed, Stage::Dismissed ],
			Stage::SecondChance => [ Stage::Warned, Stage::Recovered, Stage::Lapsed, Stage::Dismissed ],
			Stage::Warned => [ Stage::Explained, Stage::Agreed, Stage::Recovered, Stage::Lapsed, Stage::Dismissed ],
			Stage::Explained => [ Stage::Recovered, Stage::Dismissed ],
			Stage::Counsel => [ Stage::Offboarding, Stage::Dismissed ],
			Stage::Offboarding => $case->stage_before === null ? [ Stage::Closed ] : [ Stage::Closed, $case->stage_before ],
			Stage::Closed, Stage::Lapsed, Stage::Agreed, Stage::Recovered => [ Stage::Open ],
			Stage::Dismissed => [],
		};
		$early = $case->stage->is_before_offboarding() && $case->stage !== Stage::Counsel;

		return $early ? [ ...$ways, Stage::Counsel, Stage::Offboarding ] : $ways;
	}

	/** The first gate that is shut; null when the way is open. */
	public function gate( CaseState $case, Move $move, Circumstances $now ): ?Gate {
		if ( ! in_array( $move->to, $this->ways( $case ), true ) ) {
			return Gate::NoWay;
		}
		if ( $case->stage === Stage::Offboarding ) {
			return $this->gate_out( $move, $now );
		}

		return match ( $move->to ) {
			Stage::Warned => $this->gate_warned( $now ),
			Stage::Explained => $this->gate_explained( $case, $now ),
			Stage::Agreed => $now->refund_run_done ? null : Gate::RefundRun,
			Stage::Counsel => $move->has_reason() ? null : Gate::Litigation,
			Stage::Offboarding => $this->gate_offboarding( $case, $move ),
			Stage::Dismissed => $case->stage === Stage::Counsel && ! $move->has_reason() ? Gate::Reason : null,
			Stage::Open => $move->has_reason() ? null : Gate::Reason,
			default => null,
		};
	}

	/** Whether going there skips stages, which stays written on the case for ever. */
	public function skips( CaseState $case, Stage $to ): bool {
		return $to === Stage::Offboarding && in_array( $case->stage, [ Stage::Open, Stage::SecondChance, Stage::Warned ], true );
	}

	/** The case after a move that no gate stands against. */
	public function after( CaseState $case, Move $move, DateTimeImmutable $at ): CaseState {
		$back = $case->stage === Stage::Offboarding && $move->to === $case->stage_before;

		return new CaseState(
			$move->to,
			$move->to === Stage::Offboarding ? $case->stage : ( $back || $move->to !== Stage::Closed ? null : $case->stage_before ),
			$case->override || $this->skips( $case, $move->to ),
			$this->warned_at( $case, $move, $back, $at ),
			$move->counsel ?? ( $move->to === Stage::Open ? null : $case->counsel_word ),
		);
	}

	private function gate_out( Move $move, Circumstances $now ): ?Gate {
		if ( $now->run_open ) {
			return Gate::RunOpen;
		}

		return $move->to === Stage::Closed && ! $now->receipt_passed ? Gate::Receipt : null;
	}

	/** Whoever asked and got no answer is answered first, whatever the stage. */
	private function gate_warned( Circumstances $now ): ?Gate {
		return $now->waits_for_us ? Gate::WaitsForUs : $this->gate_words( $now );
	}

	/** What the owner asks for before hard words go out. */
	private function gate_words( Circumstances $now ): ?Gate {
		return match ( true ) {
			$now->cool_until !== null && $now->now < $now->cool_until => Gate::CoolDown,
			$now->needs_second_reader                                 => Gate::SecondReader,
			default                                                   => null,
		};
	}

	private function gate_explained( CaseState $case, Circumstances $now ): ?Gate {
		$warned_at = $case->warned_at;
		if ( $warned_at === null || $warned_at < $now->now->modify( "-$now->warning_days days" ) ) {
			return Gate::WarningAge;
		}

		return $now->last_incident_at !== null && $now->last_incident_at > $warned_at ? $this->gate_words( $now ) : Gate::Incident;
	}

	private function gate_offboarding( CaseState $case, Move $move ): ?Gate {
		return match ( true ) {
			! $move->may_approve => Gate::Approval,
			$this->skips( $case, $move->to ) && ! $move->has_reason() => Gate::OverrideReason,
			$case->stage === Stage::Counsel && $move->counsel === null => Gate::Counsel,
			default => null,
		};
	}

	/** Warnings before a reinstatement do not count; a warning stands through a run that was stopped. */
	private function warned_at( CaseState $case, Move $move, bool $back, DateTimeImmutable $at ): ?DateTimeImmutable {
		return match ( true ) {
			$back => $case->warned_at,
			$move->to === Stage::Warned => $at,
			$move->to === Stage::Open => null,
			default => $case->warned_at,
		};
	}
}
