<?php
declare( strict_types=1 );

namespace Amicable\Stores;

/** Every name under which one customer may be found in a store. Emails are normalized (EmailAddress) and complete. */
final class Keys {

	/**
	 * @param list<int>    $user_ids WordPress users.
	 * @param list<string> $emails
	 */
	public function __construct(
		public readonly array $user_ids,
		public readonly array $emails,
	) {
	}

	public function is_empty(): bool {
		return $this->user_ids === [] && $this->emails === [];
	}
}
