<?php
declare( strict_types=1 );

namespace Amicable\Stores\WooCommerce;

use Amicable\Stores\OrderRef;
use Amicable\Stores\Refund;
use Amicable\Stores\Share;
use Amicable\Values\Money;
use DateTimeImmutable;
use WC_Order_Refund;

/**
 * How much tax and shipping each refund gave back.
 *
 * A refund with lines says so itself; a lump takes its share of what is left, so that once all is given back nothing is left of either.
 */
final class RefundSplit {

	/**
	 * @param list<WC_Order_Refund> $refunds Oldest first.
	 * @return list<Refund>
	 */
	public function records( OrderRef $order, Money $total, Money $tax, Money $shipping, array $refunds ): array {
		$records = [];
		foreach ( $refunds as $refund ) {
			$amount    = Amount::positive( $refund->get_amount(), $total->currency );
			$part_tax  = Share::of( $this->own_tax( $refund, $total->currency ), $tax, $amount, $total );
			$part_ship = Share::of( $this->own_shipping( $refund, $total->currency ), $shipping, $amount, $total );
			$records[] = new Refund(
				$refund->get_id(),
				$order,
				$amount,
				$part_tax,
				$part_ship,
				(bool) $refund->get_refunded_payment(),
				(string) $refund->get_reason(),
				OrderMapper::moment( $refund->get_date_created() ) ?? new DateTimeImmutable( '@0' ),
			);
			$total     = $total->minus( $amount );
			$tax       = $tax->minus( $part_tax );
			$shipping  = $shipping->minus( $part_ship );
		}

		return $records;
	}

	private function own_tax( WC_Order_Refund $refund, string $currency ): ?Money {
		return $this->has_lines( $refund ) ? Amount::positive( $refund->get_total_tax(), $currency )->minus( Amount::positive( $refund->get_shipping_tax(), $currency ) ) : null;
	}

	private function own_shipping( WC_Order_Refund $refund, string $currency ): ?Money {
		return $this->has_lines( $refund ) ? Amount::positive( $refund->get_shipping_total(), $currency )->plus( Amount::positive( $refund->get_shipping_tax(), $currency ) ) : null;
	}

	private function has_lines( WC_Order_Refund $refund ): bool {
		return $refund->get_items( [ 'line_item', 'fee', 'shipping' ] ) !== [];
	}
}
