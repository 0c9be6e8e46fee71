<?php
declare( strict_types=1 );

namespace Amicable\Licensing\LicenseServer;

use DateTimeImmutable;

/** What the license server says about the license of one order. */
final class Reading {

	/**
	 * @param 'usable'|'ended'|'missing'|'unreadable' $state
	 * @param string|null $status The server's own word.
	 * @param string|null $why    Translated; set when it could not be read.
	 */
	public function __construct(
		public readonly string $state,
		public readonly ?string $status = null,
		public readonly ?DateTimeImmutable $ends_at = null,
		public readonly ?string $why = null,
	) {
	}
}
