<?php
declare( strict_types=1 );

namespace Amicable\Stores\WooCommerce;

use Amicable\Stores\Order;
use WC_Order;
use WC_Order_Refund;

/**
 * What a gateway itself writes down about a refund. A refund record of WooCommerce proves nothing: it is written before the gateway is
 * asked and deleted when anybody throws afterwards.
 */
final class Evidence {

	public function __construct(
		private readonly OrderReader $orders,
		private readonly Payment $payment,
	) {
	}

	/** Whether this gateway is known to leave an id of its own, so that a missing one means something. */
	public function is_known( WC_Order $order ): bool {
		return $this->markers( $order ) !== null;
	}

	/**
	 * State before a refund, small and without personal data.
	 *
	 * @return array{refunds: list<int>, markers: list<string>|null, remaining: int, currency: string, status: string, uncaptured: bool, at: int}
	 */
	public function before( WC_Order $order, Order $read ): array {
		return [
			'refunds'    => array_map( static fn ( WC_Order_Refund $refund ): int => $refund->get_id(), $this->orders->refunds( $order->get_id() ) ),
			'markers'    => $this->markers( $order ),
			'remaining'  => $read->remaining()->minor,
			'currency'   => $read->total->currency,
			'status'     => $read->status,
			'uncaptured' => $read->uncaptured,
			'at'         => time(),
		];
	}

	/**
	 * Ids that the gateway has written since.
	 *
	 * @param array<string, mixed> $before
	 * @return list<string>
	 */
	public function new_markers( WC_Order $order, array $before ): array {
		$then = $before['markers'] ?? null;

		return is_array( $then ) ? array_values( array_diff( $this->markers( $order ) ?? [], $then ) ) : [];
	}

	/**
	 * Refund records that were not there before.
	 *
	 * @param array<string, mixed> $before
	 * @return list<WC_Order_Refund>
	 */
	public function new_records( int $order_id, array $before ): array {
		$then = $before['refunds'] ?? null;
		if ( ! is_array( $then ) ) {
			return [];
		}

		return array_values( array_filter( $this->orders->refunds( $order_id ), static fn ( WC_Order_Refund $refund ): bool => ! in_array( $refund->get_id(), $then, true ) ) );
	}

	/** @return list<string>|null The gateway's own refund ids; null for a gateway that leaves none. */
	private function markers( WC_Order $order ): ?array {
		$markers = match ( $this->payment->family( $order ) ) {
			Family::Stripe      => [ ...$this->ids( $order->get_meta( '_stripe_refund_id' ) ), ...$this->on_records( $order, '_stripe_refund_id' ) ],
			Family::WooPayments => [ ...$this->ids( $order->get_meta( '_wcpay_refund_id' ) ), ...$this->on_records( $order, '_wcpay_refund_id' ) ],
			Family::PayPal      => $this->ids( $order->get_meta( '_ppcp_refunds' ) ),
			null                => null,
		};
		/**
		 * Lets a gateway say what proves that it paid back: its own refund ids found on the order.
		 *
		 * Answering a list, even an empty one, makes its "yes" count only when a new id appears.
		 *
		 * @param list<string>|null $markers
		 * @param WC_Order          $order
		 */
		$markers = apply_filters( 'amicable_woocommerce_refund_ids', $markers, $order );

		return is_array( $markers ) ? array_values( array_unique( $this->ids( $markers ) ) ) : null;
	}

	/** @return list<string> */
	private function on_records( WC_Order $order, string $key ): array {
		$ids = [];
		foreach ( $this->orders->refunds( $order->get_id() ) as $refund ) {
			$ids = [ ...$ids, ...$this->ids( $refund->get_meta( $key ) ) ];
		}

		return $ids;
	}

	/** @return list<string> */
	private function ids( mixed $value ): array {
		return array_values( array_filter( array_map( static fn ( mixed $id ): string => is_scalar( $id ) ? (string) $id : '', is_array( $value ) ? $value : [ $value ] ), static fn ( string $id ): bool => $id !== '' ) );
	}
}
