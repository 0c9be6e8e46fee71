<?php
declare( strict_types=1 );

namespace Amicable\Stores\EasyDigitalDownloads;

use Amicable\Stores\Order;
use Amicable\Stores\OrderLine;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Refund;
use Amicable\Values\Money;
use DateTimeImmutable;
use DateTimeZone;
use InvalidArgumentException;

/** Where EDD's words become ours. */
final class OrderMapper {

	public function __construct(
		private readonly Payment $payment,
		private readonly Gateways $gateways,
		private readonly RefundSplit $split,
	) {
	}

	/** @throws InvalidArgumentException For a currency that we do not know. */
	public function map( OrderRecord $record ): Order {
		$currency = $record->text( 'currency' );
		$ref      = new OrderRef( EddStore::ID, $record->id() );
		$total    = Money::from_decimal( $record->text( 'total' ), $currency );
		[ $shipping, $shipping_tax ] = Shipping::of( $record, $currency );
		$tax      = Money::from_decimal( $record->text( 'tax' ), $currency )->minus( $shipping_tax );
		$refunds  = $this->split->records( $ref, $total, $tax, $shipping, $record->refunds );
		$refunded = self::sum( $refunds, 'amount', $currency );
		[ $rate, $rate_to ] = $this->rate( $record );

		return new Order(
			ref: $ref,
			number: $this->number( $record ),
			user_id: (int) $record->text( 'user_id' ) > 0 ? (int) $record->text( 'user_id' ) : (int) ( $record->customer['user_id'] ?? 0 ),
			email: $record->text( 'email' ) !== '' ? $record->text( 'email' ) : (string) ( $record->customer['email'] ?? '' ),
			name: (string) ( $record->customer['name'] ?? '' ),
			status: $record->text( 'status' ),
			paid: $this->payment->is_paid( $record ),
			total: $total,
			tax: $tax,
			shipping: $shipping,
			refunded: $refunded,
			refunded_tax: self::sum( $refunds, 'tax', $currency ),
			refunded_shipping: self::sum( $refunds, 'shipping', $currency ),
			fee: null,
			gateway: $record->text( 'gateway' ),
			gateway_title: edd_get_gateway_admin_label( $record->text( 'gateway' ) ),
			gateway_refunds: $this->gateways->can_refund( $record ),
			why_not: $this->payment->why_not( $record, $total->minus( $refunded ) ),
			dispute: $this->payment->dispute( $record, $total->minus( $refunded ) ),
			kind: $this->payment->is_renewal( $record ) ? 'renewal' : 'sale',
			created_at: self::moment( $record->text( 'date_created' ) ) ?? new DateTimeImmutable( '@0' ),
			paid_at: self::moment( $record->text( 'date_completed' ) ),
			rate: $rate,
			rate_to: $rate_to,
			lines: $this->lines( $record, $currency ),
			refunds: $refunds,
			other_emails: array_values( array_diff( $record->emails, [ $record->text( 'email' ) ] ) ),
		);
	}

	/** As EDD shows it: its own numbers only where the shop has them switched on. */
	private function number( OrderRecord $record ): string {
		return $record->text( 'order_number' ) !== '' && (bool) edd_get_option( 'enable_sequential' ) ? $record->text( 'order_number' ) : (string) $record->id();
	}

	/** @return list<OrderLine> */
	private function lines( OrderRecord $record, string $currency ): array {
		return array_map( static fn ( array $item ): OrderLine => new OrderLine( (int) $item['id'], (int) $item['product_id'], (string) $item['product_name'], Money::from_decimal( (string) $item['total'], $currency ) ), $record->items );
	}

	/**
	 * EDD keeps units of the order's currency for one of the shop's, and 1 where nobody said anything.
	 *
	 * @return array{string|null, string|null}
	 */
	private function rate( OrderRecord $record ): array {
		$base = edd_get_currency();
		$rate = (float) $record->text( 'rate' );

		return $base === $record->text( 'currency' ) || $rate <= 0.0 || $rate === 1.0 ? [ null, null ] : [ sprintf( '%.12F', 1 / $rate ), $base ];
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

	/** EDD writes UTC. */
	public static function moment( string $at ): ?DateTimeImmutable {
		return $at === '' || str_starts_with( $at, '0000' ) ? null : new DateTimeImmutable( $at, new DateTimeZone( 'UTC' ) );
	}
}
