<?php
declare( strict_types=1 );

namespace Amicable\Patterns\Incidents;

/** Where an incident stands. *Proposed* is the program's word, all others are a person's; *lapsed* is a proposal that nobody answered. */
enum IncidentState: string {

	case Proposed = 'proposed';
	case Open     = 'open';
	case Ended    = 'ended';
	case Removed  = 'removed';
	case Lapsed   = 'lapsed';

	/** What a list shows: the others are over and changed nothing. */
	public function is_shown(): bool {
		return in_array( $this, [ self::Proposed, self::Open, self::Ended ], true );
	}
}
