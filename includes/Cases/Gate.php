<?php
declare( strict_types=1 );

namespace Amicable\Cases;

/** What keeps a case from going to a stage. The names are part of the REST shape; sentences are made at the edge. */
enum Gate: string {

	/** The table knows no such way. */
	case NoWay = 'no_way';

	/** A ticket of theirs waits for us. */
	case WaitsForUs = 'waits_for_us';

	/** The owner asked for some hours between what happened and hard words. */
	case CoolDown = 'cool_down';

	/** The owner asked that somebody else reads the words first. */
	case SecondReader = 'second_reader';

	/** Nothing has happened since the warning. */
	case Incident = 'incident';

	/** The warning is more than 180 days old, or there is none. */
	case WarningAge = 'warning_age';

	/** No run of kind refund was completed for this case. */
	case RefundRun = 'refund_run';

	/** Somebody who may approve has to do this. */
	case Approval = 'approval';

	/** Skipping stages takes a written reason. */
	case OverrideReason = 'override_reason';

	/** Litigation is confirmed by a person, in writing. */
	case Litigation = 'litigation';

	/** Counsel agreed, or there is none: a person says which. */
	case Counsel = 'counsel';

	/** A written reason. */
	case Reason = 'reason';

	/** The receipt is not passed or accepted. */
	case Receipt = 'receipt';

	/** A run of this case has not ended. */
	case RunOpen = 'run_open';
}
