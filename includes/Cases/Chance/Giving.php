<?php
declare( strict_types=1 );

namespace Amicable\Cases\Chance;

/** How much may be given to make up for something. */
enum Giving: string {

	/** Our mistake is made good, whatever the customer is worth. */
	case Whatever = 'whatever';

	/** As long as the relation still ends in profit. */
	case Limit = 'limit';

	/** Words and help are what is missing, not a gift. */
	case Nothing = 'nothing';
}
