<?php
declare( strict_types=1 );

namespace Amicable\Stores\WooCommerce;

use Amicable\Stores\Order;
use Amicable\Stores\OrderLine;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Refund;
use Amicable\Values\Money;
use DateTimeImmutable;
use DateTimeZone;
use InvalidArgumentException;
use WC_DateTime;
use WC_Order;
use WC_Order_Item_Product;
use WC_Order_Refund;

/** Where WooCommerce's words become ours. */
final class OrderMapper {

	public function __construct(
		private readonly Payment $payment,
		private readonly RefundSplit $split,
		private readonly OrderMeta $meta,
	) {
	}

	/**
	 * @param list<WC_Order_Refund> $refunds Oldest first.
	 * @throws InvalidArgumentException For a currency that we do not know.
	 */
	public function map( WC_Order $order, array $refunds ): Order {
		$currency = $order->get_currency();
		$ref      = new OrderRef( WooCommerceStore::ID, $order->get_id() );
		$total    = Amount::of( $order->get_total(), $currency );
		$shipping = Amount::of( $order->get_shipping_total(), $currency )->plus( Amount::of( $order->get_shipping_tax(), $currency ) );
		$tax      = Amount::of( $order->get_total_tax(), $currency )->minus( Amount::of( $order->get_shipping_tax(), $currency ) );
		$records  = $this->split->records( $ref, $total, $tax, $shipping, $refunds );
		$refunded = self::sum( $records, 'amount', $currency );
		[ $rate, $rate_to ] = $this->meta->rate( $order );

		return new Order(
			ref: $ref,
			number: $order->get_order_number(),
			user_id: $order->get_customer_id(),
			email: $order->get_billing_email(),
			name: trim( $order->get_formatted_billing_full_name() ),
			status: $order->get_status(),
			paid: $this->payment->is_paid( $order ),
			total: $total,
			tax: $tax,
			shipping: $shipping,
			refunded: $refunded,
			refunded_tax: self::sum( $records, 'tax', $currency ),
			refunded_shipping: self::sum( $records, 'shipping', $currency ),
			fee: $this->meta->fee( $order ),
			gateway: $order->get_payment_method(),
			gateway_title: $order->get_payment_method_title(),
			gateway_refunds: $this->payment->gateway_refunds( $order ),
			why_not: $this->payment->why_not( $order, $total->minus( $refunded ) ),
			dispute: $this->payment->dispute( $order, $total->minus( $refunded ) ),
			kind: $this->meta->is_renewal( $order ) ? 'renewal' : 'sale',
			created_at: self::moment( $order->get_date_created() ) ?? new DateTimeImmutable( '@0' ),
			paid_at: self::moment( $order->get_date_paid() ),
			rate: $rate,
			rate_to: $rate_to,
			lines: $this->lines( $order, $currency ),
			refunds: $records,
			test_mode: $this->meta->is_test( $order ),
			locale: null,
			uncaptured: $this->payment->is_uncaptured( $order ),
		);
	}

	/** @return list<OrderLine> */
	private function lines( WC_Order $order, string $currency ): array {
		$lines = [];
		foreach ( $order->get_items() as $item ) {
			if ( $item instanceof WC_Order_Item_Product ) {
				$product = $item->get_variation_id() > 0 ? $item->get_variation_id() : $item->get_product_id();
				$lines[] = new OrderLine( $item->get_id(), $product, $item->get_name(), Amount::of( $item->get_total(), $currency )->plus( Amount::of( $item->get_total_tax(), $currency ) ) );
			}
		}

		return $lines;
	}

	/**
	 * @param list<Refund>                $refunds
	 * @param 'amount'|'tax'|'shipping' $what
	 */
	private static function sum( array $refunds, string $what, string $currency ): Money {
		$sum = Money::zero( $currency );
		foreach ( $refunds as $refund ) {
			$sum = $sum->plus( $refund->{$what} );
		}

		return $sum;
	}

	public static function moment( ?WC_DateTime $at ): ?DateTimeImmutable {
		return $at === null ? null : ( new DateTimeImmutable( '@' . $at->getTimestamp() ) )->setTimezone( new DateTimeZone( 'UTC' ) );
	}
}
