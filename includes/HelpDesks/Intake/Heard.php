<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Intake;

use Amicable\Language\Finding;

/** What a message says, and in which languages it was read. */
final class Heard {

	/**
	 * @param string        $languages 'en,tr'; '': in none that is known, which says nothing about the message.
	 * @param list<Finding> $findings
	 */
	public function __construct(
		public readonly string $languages,
		public readonly array $findings,
	) {
	}
}
