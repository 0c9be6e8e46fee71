<?php
declare( strict_types=1 );

namespace Amicable\Patterns;

/** Money that went back: a refund, or a dispute at the bank. */
final class Dealing {

	public const REFUND = 'refund';

	public const DISPUTE = 'dispute';

	/**
	 * @param 'refund'|'dispute' $kind
	 * @param int                $id     Of our row.
	 * @param int                $at     Unix seconds.
	 * @param string             $status Of a dispute: 'warning', 'open', 'lost', 'won'.
	 * @param bool               $again    Bought again after a full refund of the same product, and given back again.
	 * @param bool               $by_right A refund inside the window, of a renewal nobody wanted, or one that says nothing about the customer.
	 */
	public function __construct(
		public readonly string $kind,
		public readonly int $id,
		public readonly int $at,
		public readonly string $status = '',
		public readonly bool $by_right = false,
		public readonly bool $again = false,
	) {
	}

	/** As evidence without a ticket is kept. */
	public function key(): string {
		return "0:$this->id";
	}

	public function refund_evidence(): Evidence {
		return $this->evidence( $this->again ? 'refund_again' : 'refund_late' );
	}

	public function evidence( string $rule ): Evidence {
		return new Evidence( 0, $this->id, $rule, null, $this->at, null );
	}
}
