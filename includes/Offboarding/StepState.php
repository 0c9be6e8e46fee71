<?php
declare( strict_types=1 );

namespace Amicable\Offboarding;

/** Where one step stands. Every change of state is a conditional write; what is not listed here cannot happen. */
enum StepState: string {

	case Pending = 'pending';

	/** Begun: its intent is written down, and what came of it is not yet. */
	case Running = 'running';

	/** Happened, with evidence. */
	case Done = 'done';

	/** Nothing to do, or stopped before it began. */
	case Skipped = 'skipped';

	/** Waits for a person to do it and to say so. */
	case Manual = 'manual';

	/** Did not happen, and that is proven. */
	case Failed = 'failed';

	/** May or may not have happened. Never becomes anything else by itself. */
	case Unknown = 'unknown';

	/** @return list<self> */
	public function next(): array {
		return match ( $this ) {
			// To skipped: stopped, or no longer needed.
			self::Pending => [ self::Running, self::Skipped ],
			// Back to pending: has to wait for something outside; no money was asked for.
			self::Running => [ self::Done, self::Skipped, self::Manual, self::Failed, self::Unknown, self::Pending ],
			// A person settles: paid, or not paid and to be tried again; or has it looked up once more.
			self::Unknown => [ self::Running, self::Done, self::Pending ],
			self::Manual  => [ self::Running, self::Done, self::Failed ],
			// A person has it tried again.
			self::Failed  => [ self::Pending ],
			self::Done, self::Skipped => [],
		};
	}

	public function may_become( self $state ): bool {
		return in_array( $state, $this->next(), true );
	}

	/** Nothing is left to do or to find out. */
	public function is_resolved(): bool {
		return $this === self::Done || $this === self::Skipped;
	}

	/** A worker may have something to do here, now or later. */
	public function is_open(): bool {
		return $this === self::Pending || $this === self::Running;
	}

	/** Only a person knows how to go on. */
	public function needs_a_person(): bool {
		return $this === self::Manual || $this === self::Failed || $this === self::Unknown;
	}

	/** Somebody has to say whether the customer was paid. */
	public function can_be_settled(): bool {
		return $this === self::Manual || $this === self::Unknown;
	}
}
