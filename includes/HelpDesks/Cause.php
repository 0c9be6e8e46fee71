<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks;

/** Why a ticket came about. What is ours never counts against the customer. */
enum Cause: string {

	case Ours        = 'ours';
	case Customer    = 'customer';
	case Nobody      = 'nobody';
	case Expectation = 'expectation';
	case Onboarding  = 'onboarding';
}
