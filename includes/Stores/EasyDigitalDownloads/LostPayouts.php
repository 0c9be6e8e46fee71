<?php
declare( strict_types=1 );

namespace Amicable\Stores\EasyDigitalDownloads;

use RuntimeException;

/** A payout that the provider took back: nothing on its refund proves it any more, and the order says so. */
final class LostPayouts {

	/**
	 * Once or often, with one result.
	 *
	 * @param string $charge What it was paid back from. When Stripe's message came before its answer, EDD wrote this number on the refund.
	 * @return list<int> The orders that it was for.
	 * @throws RuntimeException When EDD could not write it.
	 */
	public function take_back( string $payout, string $charge = '' ): array {
		$refunds = $this->refunds( $payout );
		if ( $refunds === [] && $charge !== '' ) {
			$refunds = $this->refunds( $charge );
		}
		foreach ( $refunds as $refund => $order ) {
			$this->write( $refund, $order, $payout );
		}

		return array_values( array_unique( $refunds ) );
	}

	/** @return array<int, int> Refund => order. */
	private function refunds( string $number ): array {
		$orders = [];
		foreach ( edd_get_order_transactions( [ 'transaction_id' => $number, 'object_type' => 'order' ] ) as $transaction ) {
			$refund = edd_get_order( (int) $transaction->object_id );
			if ( is_object( $refund ) && $refund->type === 'refund' ) {
				$orders[ (int) $refund->id ] = (int) $refund->parent;
			}
		}

		return $orders;
	}

	private function write( int $refund, int $order, string $payout ): void {
		$new = false;
		foreach ( edd_get_order_transactions( [ 'object_id' => $refund, 'object_type' => 'order' ] ) as $transaction ) {
			if ( $transaction->status === OrderRecord::FAILED ) {
				continue;
			}
			if ( edd_update_order_transaction( (int) $transaction->id, [ 'status' => OrderRecord::FAILED ] ) === false ) {
				throw new RuntimeException( "transaction $transaction->id was not written" );
			}
			$new = true;
		}
		if ( $new ) {
			/* translators: 1: number of a refund record, 2: the gateway's own number of the refund. */
			edd_add_note( [ 'object_id' => $order, 'object_type' => 'order', 'content' => sprintf( __( 'The gateway says that refund %1$s (%2$s) failed. The customer does not have this money.', 'amicable' ), (string) $refund, $payout ) ] );
		}
	}
}
