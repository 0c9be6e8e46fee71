<?php
declare( strict_types=1 );

namespace Amicable\Playbook;

/** Where a text goes. */
enum Channel: string {

	case Letter = 'letter';

	/** One answer that everybody reads. */
	case Public = 'public';

	/** To be pasted into terms, forms and automatic replies, after a lawyer read it. */
	case Paste = 'paste';
}
