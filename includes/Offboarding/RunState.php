<?php
declare( strict_types=1 );

namespace Amicable\Offboarding;

/** Where a run stands. */
enum RunState: string {

	case AwaitingApproval = 'awaiting_approval';

	/** Approved, starts later. */
	case Scheduled = 'scheduled';
	case Running   = 'running';

	/** For something outside: a renewal that is being charged, a gateway that has not answered. */
	case Waiting = 'waiting';

	/** By a person, or by the switch that stops all payouts. */
	case Paused         = 'paused';
	case NeedsAttention = 'needs_attention';
	case Completed      = 'completed';
	case Stopped        = 'stopped';

	/** @return list<self> */
	public function next(): array {
		return match ( $this ) {
			self::AwaitingApproval => [ self::Running, self::Scheduled, self::Stopped ],
			self::Scheduled        => [ self::Running, self::Paused, self::Stopped ],
			self::Running          => [ self::Waiting, self::Paused, self::NeedsAttention, self::Completed ],
			self::Waiting          => [ self::Running, self::Paused, self::NeedsAttention, self::Completed ],
			self::Paused           => [ self::Running, self::Stopped ],
			self::NeedsAttention   => [ self::Running, self::Stopped ],
			self::Completed, self::Stopped => [],
		};
	}

	public function may_become( self $state ): bool {
		return in_array( $state, $this->next(), true );
	}

	public function has_ended(): bool {
		return $this === self::Completed || $this === self::Stopped;
	}

	/** Nothing of it was done yet. */
	public function has_not_begun(): bool {
		return $this === self::AwaitingApproval || $this === self::Scheduled;
	}

	/** A worker may take its next step. */
	public function is_driven(): bool {
		return $this === self::Running || $this === self::Waiting || $this === self::Scheduled;
	}

	/** @return list<self> */
	public static function driven(): array {
		return array_values( array_filter( self::cases(), static fn ( self $state ): bool => $state->is_driven() ) );
	}

	/** @return list<self> */
	public static function open(): array {
		return array_values( array_filter( self::cases(), static fn ( self $state ): bool => ! $state->has_ended() ) );
	}
}
