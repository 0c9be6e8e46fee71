<?php
declare( strict_types=1 );

namespace Amicable\Cases\Chance;

/** What has to be done by hand, whatever the stage of the case. */
enum TaskKind: string {

	/** The customer says that a fact is wrong. Somebody else looks. */
	case Contest = 'contest';

	/** The customer objects to being looked at for patterns. */
	case Objection = 'objection';

	/** A subscription is switched off at its gateway, by hand, before it charges again. */
	case StopRenewal = 'stop_renewal';
}
