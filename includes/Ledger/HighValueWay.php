<?php
declare( strict_types=1 );

namespace Amicable\Ledger;

/** What has to be large for a customer to be of high value. */
enum HighValueWay: string {

	/** What was paid lately, beside what others paid. */
	case Percentile = 'percentile';

	/** What was paid altogether. */
	case Sum = 'sum';

	/** What is left of it after fees and support. */
	case Profit = 'profit';
}
