<?php
declare( strict_types=1 );

namespace Amicable\Patterns;

/** How much a pattern shows. *Watch* suggests help; *flag* may open a case. */
enum Level: string {

	case Watch = 'watch';
	case Flag  = 'flag';

	public function rank(): int {
		return $this === self::Flag ? 2 : 1;
	}
}
