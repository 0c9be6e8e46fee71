<?php
declare( strict_types=1 );

namespace Amicable\Offboarding;

use Amicable\Stores\OrderRef;
use Amicable\Values\Money;

/** One effect that a run will have, or will not have and why. */
final class PlanItem {

	/**
	 * @param string         $store   Store, license or subscription system; 'amicable' for what is ours.
	 * @param string         $target  Its id there.
	 * @param string         $subject What the label names: an order number, a product, a masked key.
	 * @param Why|null       $why     Why not, or why by hand.
	 * @param string         $said    What the store itself answered, translated by its adapter.
	 * @param list<OrderRef> $orders  Orders that it hangs on.
	 */
	public function __construct(
		public readonly StepKind $kind,
		public readonly string $store,
		public readonly string $target,
		public readonly string $subject,
		public readonly bool $will,
		public readonly ?Why $why = null,
		public readonly ?Method $method = null,
		public readonly ?Money $amount = null,
		public readonly string $said = '',
		public readonly array $orders = [],
	) {
	}

	/** "refund:woocommerce:123" */
	public function key(): string {
		return "{$this->kind->value}:$this->store:$this->target";
	}

	/** @return list<string> */
	public function order_keys(): array {
		return array_map( static fn ( OrderRef $ref ): string => $ref->key(), $this->orders );
	}

	public function will_refund(): bool {
		return $this->will && $this->kind->moves_money();
	}
}
