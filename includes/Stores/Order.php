<?php
declare( strict_types=1 );

namespace Amicable\Stores;

use Amicable\Values\Money;
use DateTimeImmutable;

/**
 * One purchase as its store counts it now. Refunds are never orders.
 *
 * All amounts are in the order's own currency. `total` is what was asked for, tax and shipping included. `shipping` includes its tax;
 * `tax` is the tax on everything else. The refunded figures are positive and parts of the same split.
 */
final class Order {

	/**
	 * @param string                $status           The store's own status, without prefixes.
	 * @param bool                  $paid             Money was received (store-specific reading of status, date paid, transaction).
	 * @param Money                 $refunded         Everything given back so far, tax and shipping included, positive.
	 * @param Money|null            $fee              Gateway fee known from the order; null when unknown.
	 * @param bool                  $gateway_refunds  The gateway can pay back by itself (registered, supports refunds, agrees for this order).
	 * @param string|null           $why_not          Why no refund is possible at all (translated), null when it is or is just by hand.
	 * @param 'none'|'open'|'won'|'lost'|'warning' $dispute As the store or its gateway recorded it on the order.
	 * @param 'sale'|'renewal'      $kind
	 * @param string|null           $rate             Units of `rate_to` for one unit of this currency, as decimal text, saved with the order.
	 * @param list<OrderLine>       $lines
	 * @param list<Refund>          $refunds
	 * @param list<string>          $other_emails     Further addresses that the store itself keeps for this buyer.
	 * @param bool                  $uncaptured       The money is only reserved; to refund it is to let it go (a void). Then `paid` is false.
	 */
	public function __construct(
		public readonly OrderRef $ref,
		public readonly string $number,
		public readonly int $user_id,
		public readonly string $email,
		public readonly string $name,
		public readonly string $status,
		public readonly bool $paid,
		public readonly Money $total,
		public readonly Money $tax,
		public readonly Money $shipping,
		public readonly Money $refunded,
		public readonly Money $refunded_tax,
		public readonly Money $refunded_shipping,
		public readonly ?Money $fee,
		public readonly string $gateway,
		public readonly string $gateway_title,
		public readonly bool $gateway_refunds,
		public readonly ?string $why_not,
		public readonly string $dispute,
		public readonly string $kind,
		public readonly DateTimeImmutable $created_at,
		public readonly ?DateTimeImmutable $paid_at,
		public readonly ?string $rate = null,
		public readonly ?string $rate_to = null,
		public readonly array $lines = [],
		public readonly array $refunds = [],
		public readonly bool $test_mode = false,
		public readonly ?string $locale = null,
		public readonly bool $uncaptured = false,
		public readonly array $other_emails = [],
	) {
	}

	/** What may still be given back. */
	public function remaining(): Money {
		return $this->total->minus( $this->refunded );
	}
}
