<?php
declare( strict_types=1 );

namespace Amicable\Cases;

/** Where a case stands, from the first conversation to the end of the relation. */
enum Stage: string {

	case Open         = 'open';
	case SecondChance = 'second_chance';
	case Warned       = 'warned';

	/** The customer took the refund that a warning offered. */
	case Agreed    = 'agreed';
	case Explained = 'explained';

	/** A person confirmed litigation. */
	case Counsel     = 'counsel';
	case Offboarding = 'offboarding';
	case Closed      = 'closed';
	case Recovered   = 'recovered';
	case Lapsed      = 'lapsed';
	case Dismissed   = 'dismissed';

	/** The case occupies its customer: there is no second one beside it. */
	public function is_open(): bool {
		return in_array( $this, [ self::Open, self::SecondChance, self::Warned, self::Explained, self::Counsel, self::Offboarding ], true );
	}

	/** Stages from which the end can still be something else than parting. */
	public function is_before_offboarding(): bool {
		return $this->is_open() && $this !== self::Offboarding;
	}

	public function can_be_reinstated(): bool {
		return in_array( $this, [ self::Closed, self::Lapsed, self::Agreed, self::Recovered ], true );
	}
}
