<?php
declare( strict_types=1 );

namespace Amicable\Playbook;

/** When a paragraph, or a part that a message needs, counts. */
enum Condition: string {

	case Product = 'product';
	case Service = 'service';

	/** The code may be kept: a switch, on. */
	case Gpl = 'gpl';

	/** The line that tells whom to write to if a fact is wrong: a switch, on. */
	case Contest = 'contest';
}
