<?php
declare( strict_types=1 );

namespace Amicable\Stores\WooCommerce;

use Amicable\Stores\RefundRequest;
use Amicable\Stores\Result;

/** Looks up what became of a refund whose answer was lost. */
final class RefundFinder {

	public function __construct(
		private readonly OrderReader $orders,
		private readonly Evidence $evidence,
		private readonly RefundRecords $records,
		private readonly Sentences $say,
	) {
	}

	public function find( RefundRequest $request ): Result {
		$order = $this->orders->read( $request->order->id );
		$raw   = $this->orders->raw( $request->order->id );
		if ( $order === null || $raw === null ) {
			return Result::unknown( $this->say->gone() );
		}
		$ids = $this->evidence->new_markers( $raw, $request->before );
		if ( $ids !== [] ) {
			return $this->records->complete( $request, $request->before, $ids[0] );
		}
		if ( ( $request->before['uncaptured'] ?? false ) === true && ! $order->uncaptured && in_array( $order->status, [ 'cancelled', 'refunded' ], true ) ) {
			return Result::done( 'void', $this->say->voided() );
		}
		$record = $this->records->ours( $request );
		// The flag is set after the gateway said yes, and only then: for a gateway that leaves no ids, that is its word.
		if ( $record !== null && $record->get_refunded_payment() && ! $this->evidence->is_known( $raw ) ) {
			return Result::done( "woocommerce-refund:{$record->get_id()}", $this->say->by_its_word( $order ), true );
		}

		return Result::unknown( $this->say->nothing_found( $order, $request->amount ) );
	}
}
