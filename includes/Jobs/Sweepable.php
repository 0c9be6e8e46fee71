<?php
declare( strict_types=1 );

namespace Amicable\Jobs;

/** A job whose unfinished work can be read from our tables, so that a lost wake-up call loses nothing. */
interface Sweepable extends Job {

	/**
	 * Arguments of everything that should be running or waiting now, and perhaps is not.
	 *
	 * @return list<array<string, int|string>>
	 */
	public function due(): array;
}
