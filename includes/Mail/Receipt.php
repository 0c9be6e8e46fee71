<?php
declare( strict_types=1 );

namespace Amicable\Mail;

use DateTimeImmutable;

/** All that a customer is told after a run: what went back, and what has ended. */
final class Receipt {

	/**
	 * @param list<ReceiptLine> $lines
	 * @param list<string>      $licenses      Masked keys.
	 * @param list<string>      $subscriptions Their names.
	 * @param bool              $keep_using    The code is free: whoever has it may go on using it.
	 */
	public function __construct(
		public readonly string $email,
		public readonly string $name,
		public readonly string $locale,
		public readonly array $lines,
		public readonly array $licenses,
		public readonly array $subscriptions,
		public readonly DateTimeImmutable $day,
		public readonly bool $keep_using,
	) {
	}
}
