<?php
declare( strict_types=1 );

namespace Amicable\Stores;

use Amicable\Values\Money;

/** One thing bought in an order. */
final class OrderLine {

	public function __construct(
		public readonly int $id,
		public readonly int $product_id,
		public readonly string $name,
		public readonly Money $total,
	) {
	}
}
