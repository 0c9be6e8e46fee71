<?php
declare( strict_types=1 );

namespace Amicable\Stores\EasyDigitalDownloads;

use Amicable\Stores\RefundRequest;
use Amicable\Stores\Result;

/** Refunds that a person vouched for: in the books, without any gateway, once a key. */
final class SettledRefunds {

	public function __construct(
		private readonly OrderReader $orders,
		private readonly Ledger $ledger,
		private readonly Proof $proof,
		private readonly Sentences $say,
	) {
	}

	public function book( RefundRequest $request ): Result {
		$order = $this->orders->read( $request->order->id );
		$raw   = $this->orders->raw( $request->order->id );
		$there = $this->ledger->ours( $request );
		if ( $order === null || $raw === null ) {
			return Result::refused( $this->say->gone() );
		}
		if ( $there !== null && ( ( $there->meta[ Ledger::SETTLED ] ?? '' ) !== '' || $this->proof->of( $there, $request->amount ) !== null ) ) {
			return Result::already();
		}
		if ( $there === null && ! $order->remaining()->equals( $request->amount ) ) {
			return $order->remaining()->is_positive() ? Result::refused( $this->say->other_amount( $order->remaining(), $request->amount ) ) : Result::already();
		}
		$problem = $there === null ? $this->ledger->book( $request, $raw ) : null;
		$refund  = $there ?? $this->ledger->ours( $request );
		if ( $refund === null ) {
			return Result::refused( $this->say->not_booked( $problem === null ? '' : ( $problem instanceof \WP_Error ? wp_strip_all_tags( $problem->get_error_message() ) : $problem->getMessage() ) ) );
		}
		edd_update_order_meta( $refund->id(), Ledger::SETTLED, (string) $request->actor_id );

		return Result::done( "edd-refund:{$refund->id()}" );
	}
}
