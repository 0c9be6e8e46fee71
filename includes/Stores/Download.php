<?php
declare( strict_types=1 );

namespace Amicable\Stores;

/** A permission to fetch a file. `id` is the store's own id of the permission. */
final class Download {

	/** @param OrderRef|null $order The order it belongs to; null when it hangs on a subscription. */
	public function __construct(
		public readonly string $id,
		public readonly string $store,
		public readonly ?OrderRef $order,
		public readonly string $label,
		public readonly bool $open,
	) {
	}
}
