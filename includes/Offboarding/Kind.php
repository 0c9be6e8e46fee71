<?php
declare( strict_types=1 );

namespace Amicable\Offboarding;

/** What a run is for. */
enum Kind: string {

	/** Chosen orders, because the customer asked or it is right. The customer stays welcome. */
	case Refund = 'refund';

	/** The whole relation ends. */
	case PartWays = 'part_ways';

	/** What an earlier refund or a lost dispute left half done. */
	case Finish = 'finish';

	public function needs_case(): bool {
		return $this === self::PartWays;
	}

	public function needs_approval(): bool {
		return $this === self::PartWays;
	}

	/** Whether nobody else may part ways with the same customer meanwhile. */
	public function claims_customer(): bool {
		return $this === self::PartWays;
	}

	public function fits( Scope $scope ): bool {
		return match ( $this ) {
			self::Refund   => $scope->name === Scope::ORDERS,
			self::PartWays => $scope->name === Scope::RUNNING || $scope->name === Scope::ALL,
			self::Finish   => $scope->name === Scope::LOOSE_ENDS,
		};
	}
}
