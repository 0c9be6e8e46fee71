<?php
declare( strict_types=1 );

namespace Amicable\Playbook\Litmus;

/** What a remark does: few stand in the way, most are shown. */
enum Severity: string {

	case Blocks  = 'blocks';
	case Advises = 'advises';
}
