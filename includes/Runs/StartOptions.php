<?php
declare( strict_types=1 );

namespace Amicable\Runs;

use DateTimeImmutable;

/** What a person may choose beside the plan. None of it changes what is paid. */
final class StartOptions {

	/**
	 * @param bool                   $receipt      Whether the customer is written to in the end.
	 * @param bool                   $hold_mails   Whether the shop is kept from writing about each refund; only with a receipt that lists them.
	 * @param DateTimeImmutable|null $licenses_end Sites and licenses are left alone until then; null: they end with the rest.
	 */
	public function __construct(
		public readonly bool $receipt = false,
		public readonly bool $hold_mails = false,
		public readonly ?DateTimeImmutable $licenses_end = null,
	) {
	}
}
