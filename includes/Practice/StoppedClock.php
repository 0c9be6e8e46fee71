<?php
declare( strict_types=1 );

namespace Amicable\Practice;

use Amicable\Clock;
use DateTimeImmutable;

/** A moment of the past, so that what is said to have happened then is written as of then. */
final class StoppedClock implements Clock {

	public function __construct( private readonly DateTimeImmutable $at ) {
	}

	public function now(): DateTimeImmutable {
		return $this->at;
	}
}
