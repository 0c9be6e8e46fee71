<?php
declare( strict_types=1 );

namespace Amicable\Stores;

/** Orders whose files nobody may fetch any more, whatever the shop's own records say, until a person opens them again. */
interface KeptClosed {

	/**
	 * @param list<OrderRef> $orders
	 * @return array<string, true> Keys of those that are kept closed.
	 */
	public function among( array $orders ): array;
}
