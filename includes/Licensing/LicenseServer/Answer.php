<?php
declare( strict_types=1 );

namespace Amicable\Licensing\LicenseServer;

/** What came back from the license server. */
final class Answer {

	/**
	 * @param int         $status 0: nothing came back; what was asked may have happened or not.
	 * @param string|null $unsent Translated; set: nothing was sent, for this reason.
	 */
	public function __construct(
		public readonly int $status,
		public readonly mixed $json = null,
		public readonly ?string $unsent = null,
	) {
	}

	public function is_yes(): bool {
		return $this->status >= 200 && $this->status < 300;
	}

	/** Whether the server turned it down before doing anything, or sent us elsewhere, where we do not go. */
	public function is_no(): bool {
		return $this->unsent !== null || ( $this->status >= 300 && $this->status < 500 && $this->status !== 408 );
	}
}
