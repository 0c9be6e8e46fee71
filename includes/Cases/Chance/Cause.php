<?php
declare( strict_types=1 );

namespace Amicable\Cases\Chance;

/** Why a customer is angry: the first question, before any solution. */
enum Cause: string {

	case Ours        = 'ours';
	case Customer    = 'customer';
	case Nobody      = 'nobody';
	case Expectation = 'expectation';

	public function giving(): Giving {
		return match ( $this ) {
			self::Ours                       => Giving::Whatever,
			self::Customer                   => Giving::Limit,
			self::Nobody, self::Expectation  => Giving::Nothing,
		};
	}

	/** @return list<MoveKind> What usually helps, the first thing first. Nothing else is forbidden. */
	public function moves(): array {
		return match ( $this ) {
			self::Ours        => [ MoveKind::Apologize, MoveKind::Fix, MoveKind::Call, MoveKind::Coupon, MoveKind::FreeProduct, MoveKind::Exchange, MoveKind::Boss ],
			self::Customer    => [ MoveKind::Explain, MoveKind::Call, MoveKind::Coupon, MoveKind::Exchange, MoveKind::Renegotiate ],
			self::Nobody      => [ MoveKind::Explain, MoveKind::Call, MoveKind::Fix, MoveKind::OtherProduct ],
			self::Expectation => [ MoveKind::Explain, MoveKind::OtherProduct, MoveKind::Renegotiate, MoveKind::Exchange ],
		};
	}
}
