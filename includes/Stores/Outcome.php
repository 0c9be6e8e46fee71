<?php
declare( strict_types=1 );

namespace Amicable\Stores;

/** How an attempt to change something outside ended. Nothing is ever guessed: what is not proven is `Unknown`. */
enum Outcome: string {

	/** Happened, with evidence (or, for an unknown gateway, by the gateway's word). */
	case Done = 'done';

	/** Nothing to do: it was so already. */
	case Already = 'already';

	/** Refused before anything was sent, or refused with evidence that nothing happened. */
	case Refused = 'refused';

	/** Only a person can do it. */
	case Manual = 'manual';

	/** May or may not have happened. */
	case Unknown = 'unknown';

	/** Not yet: something has to finish first (a pending renewal, an asynchronous gateway). */
	case Waiting = 'waiting';
}
