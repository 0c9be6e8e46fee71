<?php
declare( strict_types=1 );

namespace Amicable\Letters;

/** What became of a letter. */
enum LetterState: string {

	case Draft = 'draft';

	/** Somebody is sending it. With a lease that ran out, nobody knows whether it left. */
	case Sending = 'sending';

	/** Frozen for ever. */
	case Sent = 'sent';

	/** It may or may not have gone out. Never sent again by itself: a person says which. */
	case Unknown = 'unknown';
}
