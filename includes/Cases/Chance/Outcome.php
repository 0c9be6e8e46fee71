<?php
declare( strict_types=1 );

namespace Amicable\Cases\Chance;

/** How somebody took a warning. */
enum Outcome: string {

	case TookRefund  = 'took_refund';
	case Apologized  = 'apologized';
	case Silent      = 'silent';
	case DoubledDown = 'doubled_down';
}
