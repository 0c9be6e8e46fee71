<?php
declare( strict_types=1 );

namespace Amicable\Letters;

/** How a letter leaves. */
enum Via: string {

	case Mail = 'mail';

	/** As an answer to a ticket, by the help desk that has it. */
	case Desk = 'desk';

	/** A person took the words and sent them elsewhere. */
	case Copy = 'copy';
}
