<?php
declare( strict_types=1 );

namespace Amicable\Playbook;

/** A part that a message has to have, always or in one variant. */
final class Need {

	public function __construct( public readonly Part $part, public readonly ?Condition $when ) {
	}
}
