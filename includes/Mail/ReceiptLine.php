<?php
declare( strict_types=1 );

namespace Amicable\Mail;

use Amicable\Values\Money;
use DateTimeImmutable;

/** What a customer is told about the money of one order. */
final class ReceiptLine {

	public const PAID    = 'paid';
	public const BY_HAND = 'by_hand';

	/** Nobody has proof yet: never told as paid. */
	public const OPEN = 'open';

	/** @param self::* $state */
	public function __construct(
		public readonly string $number,
		public readonly Money $amount,
		public readonly string $state,
		public readonly string $method,
		public readonly ?DateTimeImmutable $day,
	) {
	}
}
