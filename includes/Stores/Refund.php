<?php
declare( strict_types=1 );

namespace Amicable\Stores;

use Amicable\Values\Money;
use DateTimeImmutable;

/** Money given back on an order, as the store recorded it. Positive amounts, in the order's currency. */
final class Refund {

	/** @param bool $by_gateway False: booked by hand, so nobody knows from the store whether money moved. */
	public function __construct(
		public readonly int $id,
		public readonly OrderRef $order,
		public readonly Money $amount,
		public readonly Money $tax,
		public readonly Money $shipping,
		public readonly bool $by_gateway,
		public readonly string $reason,
		public readonly DateTimeImmutable $created_at,
	) {
	}
}
