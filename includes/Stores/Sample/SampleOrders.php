<?php
declare( strict_types=1 );

namespace Amicable\Stores\Sample;

use Amicable\Storage\Database;
use Amicable\Storage\SampleShop;
use Amicable\Stores\Keys;
use Amicable\Stores\Order;
use Amicable\Stores\OrderLine;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Refund;
use Amicable\Values\EmailAddress;
use Amicable\Values\Money;

/** Reads the sample shop's rows as orders. */
final class SampleOrders {

	public function __construct(
		private readonly SampleShop $shop,
		private readonly ToyGateway $gateways,
	) {
	}

	/**
	 * @param list<int> $ids
	 * @return list<Order>
	 */
	public function orders( array $ids ): array {
		$lines   = self::by_order( $this->shop->lines( $ids ) );
		$refunds = self::by_order( $this->shop->refunds( $ids ) );

		return array_map(
			fn ( array $row ): Order => $this->order( $row, $lines[ (int) $row['id'] ] ?? [], $refunds[ (int) $row['id'] ] ?? [] ),
			$this->shop->orders( $ids )
		);
	}

	/** @return list<int> */
	public function ids_of( Keys $keys ): array {
		$ids = [];
		foreach ( $this->shop->candidates( $keys->user_ids, $keys->emails ) as $candidate ) {
			// The database's idea of equal letters is wider than ours: "é" is not "e".
			$email = EmailAddress::try_from( $candidate['email'] )?->normalized;
			if ( in_array( $candidate['user_id'], $keys->user_ids, true ) || in_array( $email, $keys->emails, true ) ) {
				$ids[] = $candidate['id'];
			}
		}

		return $ids;
	}

	/**
	 * The orders that began what these orders pay for: licenses and subscriptions hang on the first order, renewals point to it.
	 *
	 * @param list<OrderRef> $orders
	 * @return list<int>
	 */
	public function first_ids( array $orders, Keys $keys ): array {
		$ids = [ ...$this->ids_of( $keys ), ...OrderRef::ids_in( 'sample', $orders ) ];

		return $this->shop->parents( array_values( array_unique( $ids ) ) );
	}

	/**
	 * @param array<string, string|null>       $row
	 * @param list<array<string, string|null>> $lines
	 * @param list<array<string, string|null>> $refunds
	 */
	private function order( array $row, array $lines, array $refunds ): Order {
		$currency = (string) $row['currency'];
		$money    = static fn ( ?string $minor ): Money => new Money( (int) $minor, $currency );
		$ref      = new OrderRef( 'sample', (int) $row['id'] );
		$given    = array_map( static fn ( array $refund ): Refund => self::refund( $ref, $refund, $currency ), $refunds );
		$sum      = static fn ( string $column ): Money => $money( (string) array_sum( array_map( static fn ( array $refund ): int => (int) $refund[ $column ], $refunds ) ) );
		$gateway  = (string) $row['gateway'];
		$paid     = $row['paid_at'] !== null && ! in_array( $row['status'], [ 'pending', 'failed', 'cancelled' ], true );
		$dispute  = self::dispute( (string) $row['dispute'] );

		return new Order(
			ref: $ref,
			number: (string) $row['number'],
			user_id: (int) $row['user_id'],
			email: (string) $row['email'],
			name: (string) $row['name'],
			status: (string) $row['status'],
			paid: $paid,
			total: $money( $row['total'] ),
			tax: $money( $row['tax'] ),
			shipping: $money( $row['shipping'] ),
			refunded: $sum( 'amount' ),
			refunded_tax: $sum( 'tax' ),
			refunded_shipping: $sum( 'shipping' ),
			fee: $row['fee'] === null ? null : $money( $row['fee'] ),
			gateway: $gateway,
			gateway_title: $this->gateways->title( $gateway ),
			gateway_refunds: $this->gateways->pays( $gateway ),
			why_not: self::why_not( $paid, $dispute ),
			dispute: $dispute,
			kind: $row['kind'] === 'renewal' ? 'renewal' : 'sale',
			created_at: Database::moment( (string) $row['created_at'] ),
			paid_at: $row['paid_at'] === null ? null : Database::moment( $row['paid_at'] ),
			rate: $row['rate'],
			rate_to: $row['rate_to'],
			lines: array_map( static fn ( array $line ): OrderLine => new OrderLine( (int) $line['id'], (int) $line['product_id'], (string) $line['name'], $money( $line['total'] ) ), $lines ),
			refunds: $given,
			locale: $row['locale'] === '' ? null : $row['locale'],
		);
	}

	/** @param array<string, string|null> $row */
	private static function refund( OrderRef $order, array $row, string $currency ): Refund {
		return new Refund(
			id: (int) $row['id'],
			order: $order,
			amount: new Money( (int) $row['amount'], $currency ),
			tax: new Money( (int) $row['tax'], $currency ),
			shipping: new Money( (int) $row['shipping'], $currency ),
			by_gateway: $row['by_gateway'] === '1',
			reason: (string) $row['reason'],
			created_at: Database::moment( (string) $row['created_at'] ),
		);
	}

	/** @return 'none'|'open'|'won'|'lost'|'warning' */
	private static function dispute( string $dispute ): string {
		return in_array( $dispute, [ 'open', 'won', 'lost', 'warning' ], true ) ? $dispute : 'none';
	}

	private static function why_not( bool $paid, string $dispute ): ?string {
		return match ( true ) {
			! $paid              => __( 'Nothing was paid for this order.', 'amicable' ),
			$dispute === 'open'  => __( 'The bank is deciding on a dispute of this charge.', 'amicable' ),
			$dispute === 'lost'  => __( 'The bank has already given this charge back.', 'amicable' ),
			default              => null,
		};
	}

	/**
	 * @param list<array<string, string|null>> $rows
	 * @return array<int, list<array<string, string|null>>>
	 */
	private static function by_order( array $rows ): array {
		$sorted = [];
		foreach ( $rows as $row ) {
			$sorted[ (int) $row['order_id'] ][] = $row;
		}

		return $sorted;
	}
}
