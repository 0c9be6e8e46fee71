<?php
declare( strict_types=1 );

namespace Amicable\Projection;

use Amicable\Settings\HighValueRule;
use Amicable\Storage\Cuts;
use Amicable\Storage\Tiers;

/** Who would have high value by another rule, before anybody saves it; nothing is kept. */
final class HighValuePreview {

	public function __construct(
		private readonly Cuts $cuts,
		private readonly Tiers $tiers,
	) {
	}

	/** @return array{customers: int, begins: int|null} Where it would begin, minor units of the base currency; null: there are too few customers to compare. */
	public function count( HighValueRule $rule ): array {
		$begins = $rule->begins( $this->cuts->now( $rule ) );

		return [
			'customers' => $begins === null ? 0 : $this->tiers->count( $rule, $begins ),
			'begins'    => $begins,
		];
	}
}
