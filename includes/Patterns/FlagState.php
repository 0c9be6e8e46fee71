<?php
declare( strict_types=1 );

namespace Amicable\Patterns;

/** What people and time made of a flag. */
enum FlagState: string {

	case Open      = 'open';
	case Confirmed = 'confirmed';
	case Dismissed = 'dismissed';
	case Snoozed   = 'snoozed';
	case Expired   = 'expired';

	/**
	 * What becomes of a flag when its customer is judged anew.
	 *
	 * @param int|null $until End of a snooze, Unix seconds.
	 */
	public static function after( self $before, bool $holds, ?int $until, int $as_of ): self {
		if ( ! $holds ) {
			return $before === self::Dismissed ? $before : self::Expired;
		}

		return match ( $before ) {
			self::Open, self::Confirmed => $before,
			self::Snoozed               => $until !== null && $until > $as_of ? $before : self::Open,
			// What was dismissed is muted and no longer makes it hold: this rests on something else.
			self::Dismissed, self::Expired => self::Open,
		};
	}

	/** It holds, and nobody put it aside. */
	public function is_live(): bool {
		return $this === self::Open || $this === self::Confirmed;
	}

	/** Only something new brings it back. */
	public function is_over(): bool {
		return $this === self::Dismissed || $this === self::Expired;
	}
}
