<?php
declare( strict_types=1 );

namespace Amicable\Playbook;

/** Which parts of a message are there, and which are missing. */
final class Meter {

	/**
	 * @param list<Part> $there
	 * @param list<Part> $missing
	 */
	public function __construct( public readonly array $there, public readonly array $missing ) {
	}

	public function is_complete(): bool {
		return $this->missing === [];
	}
}
