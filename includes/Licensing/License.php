<?php
declare( strict_types=1 );

namespace Amicable\Licensing;

use Amicable\Stores\OrderRef;
use DateTimeImmutable;

/** A key as its system keeps it. `masked` is all that is ever shown of the key itself. */
final class License {

	/**
	 * @param string           $id     The system's own id.
	 * @param list<OrderRef>   $orders Orders that paid for it, first one first.
	 * @param 'active'|'inactive'|'expired'|'disabled' $status
	 * @param list<Activation> $activations
	 */
	public function __construct(
		public readonly string $system,
		public readonly string $id,
		public readonly string $masked,
		public readonly string $product,
		public readonly array $orders,
		public readonly string $status,
		public readonly ?DateTimeImmutable $expires_at,
		public readonly bool $lifetime,
		public readonly array $activations,
	) {
	}

	/** Whether somebody could still use it. */
	public function is_usable(): bool {
		return $this->status !== 'disabled' && $this->status !== 'expired';
	}
}
