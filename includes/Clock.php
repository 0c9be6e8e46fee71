<?php
declare( strict_types=1 );

namespace Amicable;

use DateTimeImmutable;

/** The time, always UTC, so that nothing asks the system or the database behind our back. */
interface Clock {

	public function now(): DateTimeImmutable;
}
