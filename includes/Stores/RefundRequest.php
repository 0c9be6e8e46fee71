<?php
declare( strict_types=1 );

namespace Amicable\Stores;

use Amicable\Values\Money;

/** Everything a store needs to give money back on one order, exactly once. */
final class RefundRequest {

	/**
	 * @param Money                $amount   Must equal what remains; a different remainder is refused.
	 * @param string               $key      Stable for the step, whatever the attempt; handed to the provider where it takes one.
	 * @param int                  $actor_id WordPress user in whose name it happens.
	 * @param array<string, mixed> $before   What `Store::before_refund()` answered, as stored with the intent.
	 * @param bool                 $won      A dispute about it was won: the shop may know of its beginning only.
	 */
	public function __construct(
		public readonly OrderRef $order,
		public readonly Money $amount,
		public readonly string $key,
		public readonly string $reason,
		public readonly int $actor_id,
		public readonly array $before = [],
		public readonly bool $won = false,
	) {
	}
}
