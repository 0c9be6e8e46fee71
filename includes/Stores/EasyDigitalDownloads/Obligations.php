<?php
declare( strict_types=1 );

namespace Amicable\Stores\EasyDigitalDownloads;

use Amicable\Stores\Download;
use Amicable\Stores\KeptClosed;
use Amicable\Stores\Keys;
use Amicable\Stores\Obligation;
use Amicable\Stores\Order;
use Amicable\Stores\OrderRef;

/** Checks 9 to 11 of the proof, and what EDD has to say to 3, 4, 5 and 17. */
final class Obligations {

	/** Somebody may be paying these right now; what was abandoned has to pass the checkout again. */
	private const UNPAID = [ 'pending', 'processing', 'preapproval', 'preapproval_pending' ];

	public function __construct(
		private readonly OrderReader $orders,
		private readonly OrderRecords $records,
		private readonly OrderTables $tables,
		private readonly Downloads $downloads,
		private readonly Uncovered $uncovered,
		private readonly ?KeptClosed $closed = null,
	) {
	}

	/**
	 * @param list<int> $order_ids
	 * @return list<Obligation>
	 */
	public function of( array $order_ids, Keys $keys ): array {
		$ids  = array_values( array_unique( [ ...$order_ids, ...$this->tables->ids_of( $keys ) ] ) );
		$open = [ ...$this->downloads_left( $ids, $keys ), ...$this->refunds_nobody_paid( $ids ), ...$this->uncovered->obligations() ];
		[ $orders, $unreadable ] = $this->orders->sorted( $ids );
		foreach ( $orders as $order ) {
			$open = [ ...$open, ...$this->of_order( $order ) ];
		}
		foreach ( $unreadable as $id => $currency ) {
			/* translators: 1: order number, 2: currency code. */
			$open[] = new Obligation( 17, true, EddStore::ID . ":$id", sprintf( __( 'Order %1$d is in %2$s, a currency that is not known here: look at it yourself.', 'amicable' ), $id, $currency ), new OrderRef( EddStore::ID, $id ) );
		}
		$found = array_map( static fn ( Obligation $obligation ): int => $obligation->check, $open );
		foreach ( $this->clear( $this->kept_closed( $ids ) ) as $check => $text ) {
			if ( ! in_array( $check, $found, true ) ) {
				$open[] = new Obligation( $check, false, null, $text );
			}
		}

		return $open;
	}

	/** @return list<Obligation> */
	private function of_order( Order $order ): array {
		$left = $order->remaining();
		$open = [];
		if ( $order->paid && $left->is_positive() ) {
			/* translators: %s: order number. */
			$open[] = new Obligation( 9, true, $order->ref->key(), sprintf( __( 'Order %s is paid and not given back in full.', 'amicable' ), $order->number ), $order->ref );
		}
		if ( $left->minor < 0 ) {
			/* translators: %s: order number. */
			$open[] = new Obligation( 4, true, $order->ref->key(), sprintf( __( 'More was given back on order %s than was paid.', 'amicable' ), $order->number ), $order->ref );
		}
		if ( ! $order->paid && $order->total->is_positive() && in_array( $order->status, self::UNPAID, true ) ) {
			/* translators: %s: order number. */
			$open[] = new Obligation( 5, true, $order->ref->key(), sprintf( __( 'Order %s is not paid and could still be paid.', 'amicable' ), $order->number ), $order->ref );
		}

		return $open;
	}

	/**
	 * In the books, without a payout of the gateway and without a person's word.
	 *
	 * @param list<int> $ids
	 * @return list<Obligation>
	 */
	private function refunds_nobody_paid( array $ids ): array {
		$open = [];
		foreach ( $this->records->of( $ids ) as $record ) {
			foreach ( $record->refunds as $refund ) {
				if ( $refund->transaction_id() === '' && ( $refund->meta[ Ledger::SETTLED ] ?? '' ) === '' && (float) $refund->text( 'total' ) < 0.0 ) {
					$open[] = new Obligation( 10, true, "edd-refund:{$refund->id()}", self::unpaid( $refund, $record ), new OrderRef( EddStore::ID, $record->id() ) );
				}
			}
		}

		return $open;
	}

	private static function unpaid( OrderRecord $refund, OrderRecord $order ): string {
		$sentence = array_filter( $refund->transactions, $refund->is_undone( ... ) ) === []
			/* translators: 1: number of a refund, 2: order number. */
			? __( 'Refund %1$s of order %2$s was booked by hand; nobody said that it was paid.', 'amicable' )
			/* translators: 1: number of a refund, 2: order number. */
			: __( 'Refund %1$s of order %2$s failed after all: the gateway says that the customer was not paid.', 'amicable' );

		return sprintf( $sentence, (string) $refund->id(), (string) $order->id() );
	}

	/**
	 * @param list<int> $ids
	 * @return list<Obligation>
	 */
	private function downloads_left( array $ids, Keys $keys ): array {
		$open = array_filter( $this->downloads->all( $ids, $keys ), static fn ( Download $download ): bool => $download->open );

		/* translators: %s: name of a file or product. */
		return array_values( array_map( static fn ( Download $download ): Obligation => new Obligation( 11, true, "download:edd:$download->id", sprintf( __( '%s can still be downloaded.', 'amicable' ), $download->label ), $download->order ), $open ) );
	}

	/** @param list<int> $ids */
	private function kept_closed( array $ids ): bool {
		return ( $this->closed?->among( array_map( static fn ( int $id ): OrderRef => new OrderRef( EddStore::ID, $id ), $ids ) ) ?? [] ) !== [];
	}

	/** @return array<int<1, 17>, string> */
	private function clear( bool $kept_closed ): array {
		return [
			9  => __( 'No paid order is left that was not given back in full.', 'amicable' ),
			10 => __( 'No refund is left that nobody paid.', 'amicable' ),
			3  => __( 'No payment is reserved.', 'amicable' ),
			4  => __( 'Nowhere was more given back than was paid.', 'amicable' ),
			5  => __( 'No order is left that could still be paid.', 'amicable' ),
			11 => $kept_closed ? __( 'No file can be downloaded, and it stays so: what the shop grants again is kept closed until a person opens it.', 'amicable' ) : __( 'No file can be downloaded.', 'amicable' ),
			17 => __( 'No other system is known that could owe anything.', 'amicable' ),
		];
	}
}
