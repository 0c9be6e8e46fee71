<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Remote;

/** How this site signs in at an outside help desk. The secret is sealed. */
final class Account {

	/**
	 * @param string $host   'shop.zendesk.com'.
	 * @param string $user   Address of an agent, or the id of an app; empty where the key alone signs in.
	 * @param string $secret Sealed; empty: none yet.
	 */
	public function __construct(
		public readonly string $host = '',
		public readonly string $user = '',
		public readonly string $secret = '',
	) {
	}

	public function is_complete(): bool {
		return $this->host !== '' && $this->secret !== '';
	}

	/** @return array{host: string, user: string, secret: string} */
	public function to_array(): array {
		return [
			'host'   => $this->host,
			'user'   => $this->user,
			'secret' => $this->secret,
		];
	}
}
