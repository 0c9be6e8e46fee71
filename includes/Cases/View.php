<?php
declare( strict_types=1 );

namespace Amicable\Cases;

/** Which open cases somebody wants to see. */
enum View: string {

	case Mine       = 'mine';
	case Unassigned = 'unassigned';

	/** A run of the case waits for somebody who may approve. */
	case Approval = 'approval';

	/** The case, its check-in or something promised in it is due within a day, or late. */
	case Due = 'due';
}
