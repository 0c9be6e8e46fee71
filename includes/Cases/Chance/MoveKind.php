<?php
declare( strict_types=1 );

namespace Amicable\Cases\Chance;

/** What can be done for somebody before anything hard is said. */
enum MoveKind: string {

	case Apologize    = 'apologize';
	case Explain      = 'explain';
	case Call         = 'call';
	case Fix          = 'fix';
	case Coupon       = 'coupon';
	case FreeProduct  = 'free_product';
	case Exchange     = 'exchange';
	case PublicAnswer = 'public_answer';
	case Boss         = 'boss';
	case Renegotiate  = 'renegotiate';
	case OtherProduct = 'other_product';

	/** Something is made in the shop. */
	public function gives(): bool {
		return $this === self::Coupon || $this === self::FreeProduct;
	}

	/** Something is given that costs the shop, by a code or by hand, and is booked to the customer. */
	public function costs(): bool {
		return $this->gives() || $this === self::Exchange;
	}

	/** It is done only when what was said is kept, by a day. */
	public function promises(): bool {
		return $this === self::Fix || $this === self::Renegotiate;
	}

	/** @return list<string> Fields without which it says nothing. */
	public function needs(): array {
		return match ( $this ) {
			self::Call         => [ 'contact', 'note' ],
			self::Fix, self::Renegotiate => [ 'note', 'due_at' ],
			self::Coupon       => [ 'store', 'amount', 'cost' ],
			self::FreeProduct  => [ 'store', 'product', 'cost' ],
			self::PublicAnswer => [ 'link' ],
			self::Boss         => [ 'assignee' ],
			self::Exchange     => [ 'note', 'cost' ],
			self::Apologize, self::Explain, self::OtherProduct => [ 'note' ],
		};
	}
}
