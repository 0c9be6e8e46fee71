<?php
declare( strict_types=1 );

namespace Amicable\Stores\EasyDigitalDownloads;

use Amicable\Stores\Order;
use Amicable\Stores\RefundRequest;
use Amicable\Stores\Result;
use Throwable;
use WP_Error;

/** Gives money back: the books first, then the gateway's own function, then its proof. */
final class Refunder {

	public function __construct(
		private readonly OrderReader $orders,
		private readonly FirstThings $first,
		private readonly Ledger $ledger,
		private readonly Gateways $gateways,
		private readonly Proof $proof,
		private readonly Sentences $say,
	) {
	}

	public function refund( RefundRequest $request ): Result {
		$order = $this->orders->read( $request->order->id );
		if ( $order === null ) {
			return Result::refused( $this->say->gone() );
		}
		$booked = $this->ledger->ours( $request );
		if ( $booked !== null ) {
			return $this->proof->of( $booked, $request->amount ) === null ? Result::unknown( $this->say->nothing_found( $order, $request->amount ) ) : Result::already();
		}

		return $this->stop( $order, $request ) ?? $this->booked_and_paid( $request, $order );
	}

	/** Everything that can be refused, or left to a person, before anything is written. */
	private function stop( Order $order, RefundRequest $request ): ?Result {
		return match ( true ) {
			$order->why_not !== null && $order->paid && ! $order->remaining()->is_positive() => Result::already( $order->why_not ),
			// That a dispute was won is news from the provider; EDD knows of its beginning only.
			$order->why_not !== null && ! ( $order->dispute === 'open' && $request->won ) => Result::refused( $order->why_not ),
			! $order->remaining()->equals( $request->amount ) => Result::refused( $this->say->other_amount( $order->remaining(), $request->amount ) ),
			! $order->gateway_refunds                         => Result::manual( $this->say->by_hand( $order ) ),
			default                                           => null,
		};
	}

	private function booked_and_paid( RefundRequest $request, Order $order ): Result {
		$record = $this->orders->record( $order->ref->id );
		$broke  = $record === null ? $this->say->gone() : $this->first->finish( $record );
		$raw    = $this->orders->raw( $order->ref->id );
		if ( $broke !== null || $raw === null ) {
			return Result::refused( $this->say->refused( (string) $broke ) );
		}
		$problem = $this->ledger->book( $request, $raw );
		$refund  = $this->ledger->ours( $request );
		if ( $refund === null ) {
			return Result::refused( $this->say->refused( $this->complaint( $problem ) ) );
		}
		if ( $this->orders->read( $order->ref->id )?->remaining()->is_zero() !== true ) {
			return Result::manual( $this->say->half_booked( $order, $this->complaint( $problem ) ) );
		}

		return $this->paid( $request, $order, $refund );
	}

	private function paid( RefundRequest $request, Order $order, OrderRecord $refund ): Result {
		$gateway = $this->gateways->of( $order->gateway );
		$raw     = $this->orders->raw( $order->ref->id );
		$entry   = $this->orders->raw( $refund->id() );
		// A listener of the booking may have paid already.
		if ( $gateway === null || $raw === null || $entry === null || $refund->transaction_id() !== '' ) {
			return $this->judge( $request, $order, $gateway, null );
		}
		$user   = get_current_user_id();
		$thrown = null;
		wp_set_current_user( $request->actor_id );
		try {
			$gateway->pay( $raw, $entry, $request->key );
		} catch ( Throwable $thrown ) { // phpcs:ignore Generic.CodeAnalysis.EmptyStatement -- judged below, by what it left.
		} finally {
			wp_set_current_user( $user );
		}

		return $this->judge( $request, $order, $gateway, $thrown );
	}

	private function judge( RefundRequest $request, Order $order, ?Gateway $gateway, ?Throwable $thrown ): Result {
		$refund = $this->ledger->ours( $request );
		$proof  = $refund === null ? null : $this->proof->of( $refund, $request->amount );
		if ( $proof !== null ) {
			return Result::done( $proof );
		}
		if ( $refund !== null && $refund->transaction_id() === '' && $thrown !== null && $gateway?->was_refused( $thrown ) === true ) {
			return Result::manual( $this->say->booked_but_refused( $order, $thrown->getMessage() ) );
		}

		return Result::unknown( $this->say->unknown( $order, $thrown?->getMessage() ?? '' ), [ 'answer' => get_debug_type( $thrown ), 'refund' => $refund?->id() ] );
	}

	private function complaint( WP_Error|Throwable|null $problem ): string {
		return match ( true ) {
			$problem instanceof WP_Error  => wp_strip_all_tags( $problem->get_error_message() ),
			$problem instanceof Throwable => $problem->getMessage(),
			default                       => '',
		};
	}
}
