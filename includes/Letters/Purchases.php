<?php
declare( strict_types=1 );

namespace Amicable\Letters;

use Amicable\AmicableException;
use Amicable\Cases\CaseRecord;
use Amicable\Storage\OrderFacts;
use Amicable\Stores\Order;
use Amicable\Stores\Stores;
use Closure;

/** Which purchase a letter speaks of: the case's order, else the customer's latest. */
final class Purchases {

	/** @param Closure(): Stores $stores */
	public function __construct(
		private readonly OrderFacts $orders,
		private readonly Closure $stores,
	) {
	}

	/** @return array<string, string> The fields `product` and `order`. */
	public function of( CaseRecord $case ): array {
		$order = $this->order( $case );

		return [
			'product' => $order->lines[0]->name ?? '',
			'order'   => $order->number ?? '',
		];
	}

	/** What a customer has bought cannot be asked while its shop is off; the letter's fields stay open then. */
	private function order( CaseRecord $case ): ?Order {
		$ref = $case->order ?? $this->orders->refs_of( $case->customer_id )[0] ?? null;
		try {
			return $ref === null ? null : ( $this->stores )()->order( $ref );
		} catch ( AmicableException ) {
			return null;
		}
	}
}
