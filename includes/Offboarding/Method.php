<?php
declare( strict_types=1 );

namespace Amicable\Offboarding;

/** Who moves the money of a refund. */
enum Method: string {

	case Gateway = 'gateway';

	/** A person pays and says so. */
	case Manual = 'manual';
}
