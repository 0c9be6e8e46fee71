<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks;

/** Where a ticket stands at its desk. */
enum TicketStatus: string {

	case Open    = 'open';
	case Pending = 'pending';
	case Closed  = 'closed';
	case Spam    = 'spam';
	case Deleted = 'deleted';
	case Merged  = 'merged';

	/** Somebody may still answer. */
	public function is_live(): bool {
		return $this === self::Open || $this === self::Pending;
	}

	/** A conversation with a customer at all: no spam, nothing thrown away, nothing that lives on in another ticket. */
	public function counts(): bool {
		return $this->is_live() || $this === self::Closed;
	}
}
