<?php
declare( strict_types=1 );

namespace Amicable\Stores\Sample;

use Amicable\Storage\SampleAccess;
use Amicable\Storage\SampleShop;
use Amicable\Stores\Obligation;
use Amicable\Stores\Order;
use Amicable\Stores\OrderRef;

/** What of a set of orders is still owed in the sample shop. */
final class SampleObligations {

	public function __construct(
		private readonly SampleShop $shop,
		private readonly SampleAccess $access,
	) {
	}

	/**
	 * @param list<Order> $orders
	 * @return list<Obligation>
	 */
	public function of( array $orders ): array {
		return [
			...$this->answer( 1, $this->not_given_back( $orders ), __( 'Every paid order was given back.', 'amicable' ) ),
			...$this->answer( 2, $this->booked_without_payout( $orders ), __( 'Every refund was paid out.', 'amicable' ) ),
			...$this->answer( 3, [], __( 'No payment waits to be captured.', 'amicable' ) ),
			...$this->answer( 4, $this->given_back_twice( $orders ), __( 'No order was given back twice.', 'amicable' ) ),
			...$this->answer( 5, $this->payable( $orders ), __( 'No unpaid order can still be paid.', 'amicable' ) ),
			...$this->answer( 7, $this->downloads( $orders ), __( 'Every download is closed.', 'amicable' ) ),
		];
	}

	/**
	 * @param int<1, 17>       $check
	 * @param list<Obligation> $open
	 * @return list<Obligation>
	 */
	private function answer( int $check, array $open, string $clear ): array {
		return $open === [] ? [ new Obligation( $check, false, null, $clear ) ] : $open;
	}

	/**
	 * @param list<Order> $orders
	 * @return list<Obligation>
	 */
	private function not_given_back( array $orders ): array {
		$open = array_filter( $orders, static fn ( Order $order ): bool => $order->paid && $order->dispute !== 'lost' && $order->remaining()->is_positive() );

		/* translators: %s: order number */
		return $this->name( 1, $open, __( 'Order %s is paid and not fully given back.', 'amicable' ) );
	}

	/**
	 * A refund booked by hand carries a key when a person said, in a run, that the customer was paid.
	 *
	 * @param list<Order> $orders
	 * @return list<Obligation>
	 */
	private function booked_without_payout( array $orders ): array {
		$unproven = [];
		foreach ( $this->shop->refunds( self::ids( $orders ) ) as $refund ) {
			if ( $refund['by_gateway'] === '0' && $refund['request_key'] === null ) {
				$unproven[ (int) $refund['order_id'] ] = true;
			}
		}
		$open = array_filter( $orders, static fn ( Order $order ): bool => isset( $unproven[ $order->ref->id ] ) );

		/* translators: %s: order number */
		return $this->name( 2, $open, __( 'A refund of order %s was booked by hand; nobody confirmed the payout.', 'amicable' ) );
	}

	/**
	 * @param list<Order> $orders
	 * @return list<Obligation>
	 */
	private function given_back_twice( array $orders ): array {
		$open = array_filter( $orders, static fn ( Order $order ): bool => $order->remaining()->minor < 0 );

		/* translators: %s: order number */
		return $this->name( 4, $open, __( 'More was given back on order %s than was paid.', 'amicable' ) );
	}

	/**
	 * @param list<Order> $orders
	 * @return list<Obligation>
	 */
	private function payable( array $orders ): array {
		$open = array_filter( $orders, static fn ( Order $order ): bool => in_array( $order->status, [ 'pending', 'on-hold', 'failed' ], true ) );

		/* translators: %s: order number */
		return $this->name( 5, $open, __( 'Order %s is unpaid and can still be paid.', 'amicable' ) );
	}

	/**
	 * @param list<Order> $orders
	 * @return list<Obligation>
	 */
	private function downloads( array $orders ): array {
		$open = [];
		foreach ( $this->access->downloads( self::ids( $orders ) ) as $row ) {
			if ( $row['is_open'] === '1' ) {
				/* translators: %s: name of a file */
				$text   = sprintf( __( 'The file %s can still be downloaded.', 'amicable' ), (string) $row['file'] );
				$open[] = new Obligation( 7, true, "download:sample:{$row['id']}", $text, new OrderRef( 'sample', (int) $row['order_id'] ) );
			}
		}

		return $open;
	}

	/**
	 * @param int<1, 17>         $check
	 * @param array<int, Order>  $orders
	 * @return list<Obligation>
	 */
	private function name( int $check, array $orders, string $sentence ): array {
		return array_values( array_map( static fn ( Order $order ): Obligation => new Obligation( $check, true, $order->ref->key(), sprintf( $sentence, $order->number ), $order->ref ), $orders ) );
	}

	/**
	 * @param list<Order> $orders
	 * @return list<int>
	 */
	private static function ids( array $orders ): array {
		return array_map( static fn ( Order $order ): int => $order->ref->id, $orders );
	}
}
