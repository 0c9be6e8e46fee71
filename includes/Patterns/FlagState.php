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

	/** It holds, and nobody put it aside. */
	public function is_live(): bool {
		return $this === self::Open || $this === self::Confirmed;
	}
}
