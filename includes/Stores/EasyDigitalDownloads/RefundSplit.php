<?php
declare( strict_types=1 );

namespace Amicable\Stores\EasyDigitalDownloads;

use Amicable\Stores\OrderRef;
use Amicable\Stores\Refund;
use Amicable\Stores\Share;
use Amicable\Values\Money;
use DateTimeImmutable;

/** EDD's refunds are orders with negative amounts; here they become what was given back, and how much of it was tax and shipping. */
final class RefundSplit {

	/**
	 * @param list<OrderRecord> $refunds Oldest first.
	 * @return list<Refund>
	 */
	public function records( OrderRef $order, Money $total, Money $tax, Money $shipping, array $refunds ): array {
		$records = [];
		foreach ( $refunds as $refund ) {
			$amount            = Money::from_decimal( $refund->text( 'total' ), $total->currency )->negated();
			[ $ship, $ship_tax ] = Shipping::of( $refund, $total->currency );
			$part_tax          = Share::of( Money::from_decimal( $refund->text( 'tax' ), $total->currency )->minus( $ship_tax )->negated(), $tax, $amount, $total );
			$part_ship         = Share::of( $ship->negated(), $shipping, $amount, $total );
			$records[]         = new Refund(
				$refund->id(),
				$order,
				$amount,
				$part_tax,
				$part_ship,
				$refund->transaction_id() !== '',
				'',
				OrderMapper::moment( $refund->text( 'date_created' ) ) ?? new DateTimeImmutable( '@0' ),
			);
			$total    = $total->minus( $amount );
			$tax      = $tax->minus( $part_tax );
			$shipping = $shipping->minus( $part_ship );
		}

		return $records;
	}
}
