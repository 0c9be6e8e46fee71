<?php
declare( strict_types=1 );

namespace Amicable\Licensing;

use Amicable\Stores\OrderRef;
use Amicable\Values\Money;
use DateTimeImmutable;

/** A promise to charge again. */
final class Subscription {

	/**
	 * @param list<OrderRef> $orders Parent and renewals, first one first.
	 * @param bool           $charging It may still charge (active, on hold, pending, pending-cancel with a date …).
	 * @param bool           $opens    It charges no more, but opens what it has paid for until its end.
	 */
	public function __construct(
		public readonly string $system,
		public readonly string $id,
		public readonly string $label,
		public readonly array $orders,
		public readonly string $status,
		public readonly bool $charging,
		public readonly Money $amount,
		public readonly ?DateTimeImmutable $next_payment_at,
		public readonly ?DateTimeImmutable $ends_at,
		public readonly bool $opens = false,
	) {
	}
}
