<?php
declare( strict_types=1 );

namespace Amicable\Letters;

use Amicable\AmicableException;
use Amicable\Cases\CaseRecord;
use Amicable\Patterns\Slug;
use Amicable\Playbook\Template;
use Amicable\Storage\Disputes;
use Amicable\Storage\OrderFacts;
use Amicable\Stores\DisputeStatus;
use Amicable\Stores\Order;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Stores;
use Closure;

/** Which purchase a letter speaks of: the case's order, else the customer's latest. One that is disputed is spoken of in the texts for a dispute alone. */
final class Purchases {

	/** @param Closure(): Stores $stores */
	public function __construct(
		private readonly OrderFacts $orders,
		private readonly Closure $stores,
		private readonly Disputes $disputes,
	) {
	}

	/** @return array<string, string> The fields `product` and `order`. */
	public function of( CaseRecord $case, ?Template $template ): array {
		$order = $this->order( $case->order ?? $this->chosen( $case->customer_id, $template ) );

		return [
			'product' => $order->lines[0]->name ?? '',
			'order'   => $order->number ?? '',
		];
	}

	private function chosen( int $customer_id, ?Template $template ): ?OrderRef {
		$refs     = $this->orders->refs_of( $customer_id );
		$disputes = $this->disputes->of_all( $refs );
		$of       = $template !== null && in_array( Slug::PaymentDispute, $template->patterns, true );
		$suiting  = array_filter( $refs, static fn ( OrderRef $ref ): bool => in_array( $disputes[ $ref->key() ] ?? 'none', [ DisputeStatus::Open->value, ...( $of ? [ DisputeStatus::Warning->value ] : [] ) ], true ) === $of );

		return array_values( $suiting )[0] ?? null;
	}

	/** What a customer has bought cannot be asked while its shop is off; the letter's fields stay open then. */
	private function order( ?OrderRef $ref ): ?Order {
		try {
			return $ref === null ? null : ( $this->stores )()->order( $ref );
		} catch ( AmicableException ) {
			return null;
		}
	}
}
