<?php
declare( strict_types=1 );

namespace Amicable\Stores\Sample;

use Amicable\Clock;
use Amicable\Storage\Database;
use Amicable\Storage\SampleShop;
use Amicable\Stores\Order;
use Amicable\Stores\RefundRequest;
use Amicable\Stores\Result;
use Amicable\Values\Money;
use Throwable;

/** The sample shop's till: asks the toy gateway, then writes the refund into the books. */
final class SampleRefunds {

	public function __construct(
		private readonly SampleShop $shop,
		private readonly ToyGateway $gateways,
		private readonly Clock $clock,
	) {
	}

	public function pay( Order $order, RefundRequest $request ): Result {
		$refusal = $this->refusal( $order, $request );
		if ( $refusal !== null ) {
			return $refusal;
		}
		if ( ! $order->gateway_refunds ) {
			return Result::manual( __( 'This gateway cannot pay back by itself. Pay the customer, then say so here.', 'amicable' ) );
		}
		try {
			$answer = $this->gateways->pay_back( $order->gateway, $this->transaction( $order ), $request->key, $request->amount, fn ( int $payout ) => $this->hear( $order, $request, $payout ) );
		} catch ( Throwable ) {
			return Result::unknown( __( 'The gateway was asked, but its answer was lost. Look at the gateway whether the customer was paid.', 'amicable' ) );
		}
		if ( ! $answer->paid ) {
			return Result::refused( __( 'The gateway declined. Nothing was paid.', 'amicable' ) );
		}
		if ( $this->gateways->has_record( $order->gateway ) && $this->gateways->paid( $order->gateway, $request->key ) !== $request->amount->minor ) {
			return $this->contradiction();
		}
		if ( ! $this->is_booked( $request, (int) $answer->payout_id ) ) {
			$this->book( $order, $request->amount, true, $request->key, $request->reason );
		}
		for ( $message = 0; $message < $answer->messages; $message++ ) {
			$this->hear( $order, $request, (int) $answer->payout_id );
		}

		return Result::done( "toy-payout-$answer->payout_id", null, ! $this->gateways->has_record( $order->gateway ) );
	}

	/** The gateway's message about a payout, before its answer or after it, once or often. One that takes no key knows only its own number. */
	private function hear( Order $order, RefundRequest $request, int $payout ): void {
		if ( ! $this->is_booked( $request, $payout ) ) {
			$this->book( $order, $request->amount, true, $this->gateways->takes_key( $order->gateway ) ? $request->key : self::number( $payout ), __( 'Heard from the gateway', 'amicable' ) );
		}
	}

	private function is_booked( RefundRequest $request, int $payout ): bool {
		return $this->shop->refund_by_key( $request->key ) !== null || $this->shop->refund_by_key( self::number( $payout ) ) !== null;
	}

	private static function number( int $payout ): string {
		return "payout:$payout";
	}

	private function contradiction(): Result {
		return Result::unknown( __( 'The gateway said that it paid, and its record says otherwise. Look at the gateway what the customer was paid.', 'amicable' ) );
	}

	/** What became of a request whose answer was lost; the books are put right when the payout is proven. */
	public function find( Order $order, RefundRequest $request ): Result {
		$payout = $this->gateways->find( $order->gateway, $request->key );
		if ( $payout !== null && $this->gateways->paid( $order->gateway, $request->key ) !== $request->amount->minor ) {
			return $this->contradiction();
		}
		if ( $payout !== null ) {
			$this->book( $order, $request->amount, true, $request->key, $request->reason );

			return Result::done( "toy-payout-$payout" );
		}
		$booked = $this->shop->refund_by_key( $request->key );

		return match ( true ) {
			null !== $booked => Result::done( "sample-refund-{$booked['id']}", null, true ),
			$this->gateways->has_record( $order->gateway ) => Result::refused( __( 'The gateway knows of no such refund.', 'amicable' ) ),
			default => Result::unknown( __( 'This gateway cannot be asked what became of a refund.', 'amicable' ) ),
		};
	}

	/** Into the books only: somebody paid by hand. */
	public function record( Order $order, RefundRequest $request ): Result {
		if ( $this->shop->refund_by_key( $request->key ) !== null ) {
			return Result::already();
		}
		if ( ! $order->remaining()->is_positive() || ! $request->amount->equals( $order->remaining() ) ) {
			return Result::refused( __( 'What remains on this order has changed meanwhile.', 'amicable' ) );
		}
		$id = $this->book( $order, $request->amount, false, $request->key, $request->reason );

		return $id === null ? Result::already() : Result::done( "sample-refund-$id" );
	}

	/** Tax and shipping are given back in proportion, so that the last refund of an order leaves none of either. */
	public function book( Order $order, Money $amount, bool $by_gateway, ?string $key, string $reason ): ?int {
		$after    = $order->refunded->plus( $amount );
		$tax      = $order->tax->times( $after->minor, $order->total->minor )->minus( $order->refunded_tax );
		$shipping = $order->shipping->times( $after->minor, $order->total->minor )->minus( $order->refunded_shipping );
		$id       = $this->shop->add_refund(
			[
				'order_id'    => $order->ref->id,
				'amount'      => $amount->minor,
				'tax'         => $tax->minor,
				'shipping'    => $shipping->minor,
				'by_gateway'  => $by_gateway ? 1 : 0,
				'reason'      => $reason,
				'request_key' => $key,
				'created_at'  => Database::time( $this->clock->now() ),
			]
		);
		if ( $id !== null && $after->equals( $order->total ) ) {
			$this->shop->set_status( $order->ref->id, 'refunded' );
		}

		return $id;
	}

	private function refusal( Order $order, RefundRequest $request ): ?Result {
		return match ( true ) {
			null !== $this->shop->refund_by_key( $request->key ) => Result::already( __( 'This refund was made before.', 'amicable' ) ),
			$order->why_not !== null => Result::refused( $order->why_not ),
			! $order->remaining()->is_positive() => Result::refused( __( 'Nothing is left to give back on this order.', 'amicable' ) ),
			! $request->amount->equals( $order->remaining() ) => Result::refused( __( 'What remains on this order has changed meanwhile.', 'amicable' ) ),
			default => null,
		};
	}

	private function transaction( Order $order ): string {
		return (string) ( $this->shop->orders( [ $order->ref->id ] )[0]['transaction_id'] ?? '' );
	}
}
