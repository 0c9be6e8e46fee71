<?php
declare( strict_types=1 );

namespace Amicable\Stores\EasyDigitalDownloads;

use Amicable\Values\Money;
use EDD\Orders\Order;
use EDD\Orders\Order_Adjustment;
use EDD\Orders\Order_Item;

/**
 * What is left of every item, fee and credit, in the lists that EDD's refund takes. Its word "all" would do, but fails on a free item as
 * soon as the shop charges tax.
 */
final class RefundLines {

	/**
	 * @return array{items: list<array<string, int|string>>, fees: list<array<string, int|string>>, sum: Money} The sum of both.
	 */
	public function remaining( Order $order, string $currency ): array {
		$credits = array_values( array_filter( $order->get_adjustments(), static fn ( mixed $part ): bool => $part instanceof Order_Adjustment && $part->type === 'credit' ) );
		$lines   = [
			'items' => [],
			'fees'  => [],
			'sum'   => Money::zero( $currency ),
		];
		foreach ( [ ...$order->get_items(), ...$order->get_fees(), ...$credits ] as $part ) {
			$left  = $part->get_refundable_amounts();
			$total = Money::from_decimal( (string) $left['total'], $currency );
			if ( ! $total->is_positive() ) {
				continue;
			}
			[ $list, $id ]    = $part instanceof Order_Item ? [ 'items', 'order_item_id' ] : [ 'fees', 'adjustment_id' ];
			$lines[ $list ][] = [
				$id        => (int) $part->id,
				'quantity' => max( 1, (int) ( $left['quantity'] ?? 1 ) ),
				'subtotal' => (string) $left['subtotal'],
				'tax'      => (string) $left['tax'],
				'total'    => (string) $left['total'],
			];
			$lines['sum']     = $part->type === 'credit' ? $lines['sum']->minus( $total ) : $lines['sum']->plus( $total );
		}

		return $lines;
	}
}
