<?php
declare( strict_types=1 );

namespace Amicable\Stores\WooCommerce;

use Amicable\Stores\Order;
use Amicable\Stores\RefundRequest;
use Amicable\Stores\Result;
use WC_Order;

/** Gives money back through the gateway that took it, and says only what is proven about it. */
final class Refunder {

	public function __construct(
		private readonly OrderReader $orders,
		private readonly GatewayCall $call,
		private readonly Payment $payment,
		private readonly Evidence $evidence,
		private readonly RefundRecords $records,
		private readonly Sentences $say,
	) {
	}

	public function refund( RefundRequest $request ): Result {
		$order = $this->orders->read( $request->order->id );
		$raw   = $this->orders->raw( $request->order->id );
		if ( $order === null || $raw === null ) {
			return Result::refused( $this->say->gone() );
		}
		$busy = $this->payment->is_being_refunded( $raw ) ? Result::refused( $this->say->under_way() ) : null;
		$stop = $busy ?? $this->stop( $order, $request, $this->payment->family( $raw )?->voids_by_refund() === true );
		if ( $stop !== null ) {
			return $stop;
		}
		$before  = $request->before === [] ? $this->evidence->before( $raw, $order ) : $request->before;
		$attempt = $this->call->refund( $raw, $request, true );

		return $this->judge( $request, $order, $before, $attempt );
	}

	/** Everything that can be refused, or left to a person, before anything moves. */
	private function stop( Order $order, RefundRequest $request, bool $voids ): ?Result {
		return match ( true ) {
			$order->why_not !== null && $order->paid && ! $order->remaining()->is_positive() => Result::already( $order->why_not ),
			$order->why_not !== null                              => Result::refused( $order->why_not ),
			! $order->remaining()->equals( $request->amount )     => Result::refused( $this->say->other_amount( $order->remaining(), $request->amount ) ),
			$order->uncaptured && ! $voids                        => Result::manual( $this->say->void_by_hand() ),
			! $order->gateway_refunds                             => Result::manual( $this->say->by_hand( $order ) ),
			default                                               => null,
		};
	}

	/** @param array<string, mixed> $before */
	private function judge( RefundRequest $request, Order $order, array $before, Attempt $attempt ): Result {
		$raw = $this->orders->raw( $request->order->id );
		if ( $raw === null ) {
			return Result::unknown( $this->say->vanished( $order ), $this->facts( $attempt, null ) );
		}
		$ids = $this->evidence->new_markers( $raw, $before );
		if ( $ids !== [] ) {
			return $this->records->complete( $request, $before, $ids[0] );
		}
		if ( $order->uncaptured && in_array( $raw->get_status(), [ 'cancelled', 'refunded' ], true ) ) {
			return Result::done( 'void', $this->say->voided() );
		}
		if ( $attempt->paid() !== null && ! $this->evidence->is_known( $raw ) && $this->orders->read( $order->ref->id )?->remaining()->is_zero() === true ) {
			return Result::done( "woocommerce-refund:{$attempt->paid()->get_id()}", $this->say->by_its_word( $order ), true );
		}
		if ( $attempt->paid() === null && $this->is_clean( $attempt ) ) {
			$this->records->drop_leftovers( $request, $before );

			return Result::refused( $this->say->refused( $attempt->complaint() ) );
		}

		return Result::unknown( $this->say->unknown( $order, $attempt, $raw ), $this->facts( $attempt, $raw ) );
	}

	/** Proven that no money can have moved: the gateway was not reached, or the provider itself answered no. */
	private function is_clean( Attempt $attempt ): bool {
		return ! $attempt->asked || $attempt->was_not_saved() || $attempt->wire->was_refused();
	}

	/** @return array<string, scalar|null> */
	private function facts( Attempt $attempt, ?WC_Order $order ): array {
		return [
			'answer'   => get_debug_type( $attempt->answer ),
			'key_sent' => $attempt->wire->key_sent(),
			'status'   => $order?->get_status(),
		];
	}
}
