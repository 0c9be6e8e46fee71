<?php
declare( strict_types=1 );

namespace Amicable\Offboarding;

/** The seventeen questions of the proof. The numbers are part of the REST shape. */
enum Check: int {

	case PaidOrders = 1;
	case UnpaidRefunds = 2;
	case Uncaptured = 3;
	case OverRefunds = 4;
	case PayableOrders = 5;
	case Subscriptions = 6;
	case Downloads = 7;
	case Licenses = 8;
	case EddOrders = 9;
	case EddRefunds = 10;
	case EddItems = 11;
	case EddSubscriptions = 12;
	case EddLicenses = 13;
	case Disputes = 14;
	case Steps = 15;
	case Guard = 16;
	case NotCovered = 17;
}
