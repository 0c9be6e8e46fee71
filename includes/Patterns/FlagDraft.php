<?php
declare( strict_types=1 );

namespace Amicable\Patterns;

/** What becomes of a flag when its customer is judged anew. */
final class FlagDraft {

	/** @param bool $is_reopened It had ended, or somebody had dismissed what it rested on; this is a new one. */
	private function __construct(
		public readonly FlagState $state,
		public readonly bool $is_reopened,
	) {
	}

	/** @param int|null $until End of a snooze, Unix seconds. */
	public static function of( FlagState $before, bool $holds, ?int $until, int $as_of ): self {
		if ( ! $holds ) {
			return new self( $before === FlagState::Dismissed ? $before : FlagState::Expired, false );
		}

		return match ( $before ) {
			FlagState::Open, FlagState::Confirmed => new self( $before, false ),
			FlagState::Snoozed                    => new self( $until !== null && $until > $as_of ? $before : FlagState::Open, false ),
			// What was dismissed is muted and no longer makes it hold: this rests on something else.
			FlagState::Dismissed, FlagState::Expired => new self( FlagState::Open, true ),
		};
	}
}
