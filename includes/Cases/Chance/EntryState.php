<?php
declare( strict_types=1 );

namespace Amicable\Cases\Chance;

/** Where something that was done or promised in a case stands. */
enum EntryState: string {

	/** Made in the shop, but not yet known to be there. */
	case Begun = 'begun';

	/** Promised, or to be done, by a day. */
	case Open      = 'open';
	case Kept      = 'kept';
	case Broken    = 'broken';
	case Withdrawn = 'withdrawn';

	/** Nothing more is to be done about it. */
	case Done = 'done';
}
