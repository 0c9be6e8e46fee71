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
		return self::PartWays === $this;
	}

	public function needs_approval(): bool {
		return self::PartWays === $this;
	}

	/** Whether nobody else may part ways with the same customer meanwhile. */
	public function claims_customer(): bool {
		return self::PartWays === $this;
	}

	public function fits( Scope $scope ): bool {
		return match ( $this ) {
			self::Refund   => Scope::ORDERS === $scope->name,
			self::PartWays => Scope::RUNNING === $scope->name || Scope::ALL === $scope->name,
			self::Finish   => Scope::LOOSE_ENDS === $scope->name,
		};
	}
}
