<?php
declare( strict_types=1 );

namespace Amicable\Stores\WooCommerce;

use Amicable\Values\Money;
use WC_Order;
use WC_Order_Item;
use WC_Order_Item_Fee;
use WC_Order_Item_Product;
use WC_Order_Item_Shipping;

/**
 * What is left of every item, in the form `wc_create_refund()` takes. Every item is passed, free ones with their number, since an order
 * with a forgotten free item stays "partially refunded". The parts are made to sum up to the amount that is paid.
 */
final class RefundLines {

	/** @return array<int, array{qty: int, refund_total: string, refund_tax: array<int, string>}> */
	public function remaining( WC_Order $order, Money $amount ): array {
		$parts = [];
		foreach ( $order->get_items( [ 'line_item', 'fee', 'shipping' ] ) as $id => $item ) {
			$parts[ $id ] = $this->parts( $order, $item, $amount->currency );
		}
		$parts = $this->fitted( $parts, $amount );
		$lines = [];
		foreach ( $order->get_items( [ 'line_item', 'fee', 'shipping' ] ) as $id => $item ) {
			$taxes = [];
			foreach ( $parts[ $id ] as $rate_id => $part ) {
				if ( is_int( $rate_id ) ) {
					$taxes[ $rate_id ] = $part->to_decimal();
				}
			}
			$lines[ $id ] = [
				'qty'          => $item instanceof WC_Order_Item_Product ? max( 0, $item->get_quantity() + $order->get_qty_refunded_for_item( $id ) ) : 0,
				'refund_total' => $parts[ $id ]['total']->to_decimal(),
				'refund_tax'   => $taxes,
			];
		}

		return $lines;
	}

	/** @return array<int|string, Money> 'total' and one a tax rate. */
	private function parts( WC_Order $order, WC_Order_Item $item, string $currency ): array {
		if ( ! $item instanceof WC_Order_Item_Product && ! $item instanceof WC_Order_Item_Fee && ! $item instanceof WC_Order_Item_Shipping ) {
			return [ 'total' => Money::zero( $currency ) ];
		}
		$id    = $item->get_id();
		$type  = $item->get_type();
		$parts = [ 'total' => Amount::of( $item->get_total(), $currency )->minus( Amount::of( $order->get_total_refunded_for_item( $id, $type ), $currency ) ) ];
		$taxes = $item->get_taxes()['total'] ?? [];
		foreach ( is_array( $taxes ) ? $taxes : [] as $rate_id => $tax ) {
			$parts[ (int) $rate_id ] = Amount::of( $tax, $currency )->minus( Amount::of( $order->get_tax_refunded_for_item( $id, (int) $rate_id, $type ), $currency ) );
		}

		return $parts;
	}

	/**
	 * Rounding per item and lumps given back earlier make the parts differ from the amount; then each takes its share of the difference.
	 *
	 * @param array<int, array<int|string, Money>> $parts
	 * @return array<int, array<int|string, Money>>
	 */
	private function fitted( array $parts, Money $amount ): array {
		$sum = array_sum( array_map( static fn ( array $of_item ): int => array_sum( array_map( static fn ( Money $part ): int => $part->minor, $of_item ) ), $parts ) );
		if ( $sum === $amount->minor || $sum <= 0 ) {
			return $parts;
		}
		$seen  = 0;
		$given = 0;
		foreach ( $parts as $id => $of_item ) {
			foreach ( $of_item as $key => $part ) {
				$seen                += $part->minor;
				$upto                 = $amount->times( $seen, $sum )->minor;
				$parts[ $id ][ $key ] = new Money( $upto - $given, $amount->currency );
				$given                = $upto;
			}
		}

		return $parts;
	}
}
