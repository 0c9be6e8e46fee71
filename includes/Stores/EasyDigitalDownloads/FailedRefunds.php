<?php
declare( strict_types=1 );

namespace Amicable\Stores\EasyDigitalDownloads;

use Amicable\ErrorLog;
use Amicable\Hookable;
use Amicable\Stores\Providers\FailedRefund;
use Closure;
use Throwable;

/** Hears from EDD's Stripe that a refund failed after all. EDD itself does nothing about it: its books go on saying that the gateway paid. */
final class FailedRefunds implements Hookable {

	/** @param Closure(int): void $changed What to do about an order whose refund failed. */
	public function __construct( private readonly Closure $changed ) {
	}

	public function register(): void {
		foreach ( FailedRefund::EVENTS as $type ) {
			add_action( "edds_stripe_event_$type", $this->hear( ... ) );
		}
	}

	/** EDD's webhook goes on whatever becomes of ours. */
	private function hear( mixed $event ): void {
		try {
			$plain  = json_decode( (string) wp_json_encode( $event ), true );
			$failed = is_array( $plain ) ? FailedRefund::read( $plain ) : null;
			if ( $failed !== null ) {
				$this->take_back( $failed->id );
			}
		} catch ( Throwable $thrown ) {
			ErrorLog::broken( 'could not keep that a refund failed', $thrown ); // A payout that nobody wrote down as failed has to be heard of.
		}
	}

	/** The transaction of the refund proves nothing any more. */
	private function take_back( string $id ): void {
		foreach ( edd_get_order_transactions( [ 'transaction_id' => $id, 'object_type' => 'order' ] ) as $transaction ) {
			$refund = edd_get_order( (int) $transaction->object_id );
			if ( ! is_object( $refund ) || $refund->type !== 'refund' || $transaction->status === OrderRecord::FAILED ) {
				continue;
			}
			edd_update_order_transaction( (int) $transaction->id, [ 'status' => OrderRecord::FAILED ] );
			/* translators: 1: number of a refund record, 2: the gateway's own number of the refund. */
			edd_add_note( [ 'object_id' => $refund->parent, 'object_type' => 'order', 'content' => sprintf( __( 'The gateway says that refund %1$s (%2$s) failed. The customer does not have this money.', 'amicable' ), (string) $refund->id, $id ) ] );
			( $this->changed )( (int) $refund->parent );
		}
	}
}
