<?php
declare( strict_types=1 );

namespace Amicable\Stores\WooCommerce;

use Amicable\Stores\RefundRequest;
use Amicable\Stores\Result;
use Amicable\Values\Currency;
use Throwable;
use WC_Order;
use WC_Order_Refund;

/** WooCommerce's own record of a refund: made whole when the payout is proven, booked when a person vouches for it. Never pays. */
final class RefundRecords {

	/** Set on a record that a person vouched for. */
	public const SETTLED = '_amicable_settled_by';

	/** Set on a record whose payout failed later: the gateway's own number of it. */
	public const FAILED = '_amicable_payout_failed';

	public function __construct(
		private readonly OrderReader $orders,
		private readonly GatewayCall $call,
		private readonly Evidence $evidence,
		private readonly Sentences $say,
	) {
	}

	/**
	 * The gateway's own id proves the payout; whatever WooCommerce lost of it is put back.
	 *
	 * @param array<string, mixed> $before
	 */
	public function complete( RefundRequest $request, array $before, string $proof ): Result {
		$order = $this->orders->raw( $request->order->id );
		if ( $order !== null ) {
			$record = $this->ours( $request ) ?? $this->evidence->new_records( $request->order->id, $before )[0] ?? $this->make( $order, $request );
			if ( ! $record->get_refunded_payment() ) {
				$record->set_refunded_payment( true );
			}
			$record->update_meta_data( GatewayCall::KEY, $request->key );
			$record->save();
			$this->close( $order );
		}

		return Result::done( $proof );
	}

	/** After a person said that the customer was paid. Once a key. */
	public function book( RefundRequest $request ): Result {
		$order = $this->orders->read( $request->order->id );
		$raw   = $this->orders->raw( $request->order->id );
		if ( $order === null || $raw === null ) {
			return Result::refused( $this->say->gone() );
		}
		$left = $this->ours( $request );
		if ( $left !== null && ( $left->get_refunded_payment() || $left->get_meta( self::SETTLED ) !== '' ) ) {
			return Result::already();
		}
		if ( $left === null && ! $order->remaining()->equals( $request->amount ) ) {
			return $order->remaining()->is_positive() ? Result::refused( $this->say->other_amount( $order->remaining(), $request->amount ) ) : Result::already();
		}
		$record = $left ?? $this->booked_by_woocommerce( $raw, $request ) ?? $this->make( $raw, $request );
		$record->update_meta_data( GatewayCall::KEY, $request->key );
		$record->update_meta_data( self::SETTLED, (string) $request->actor_id );
		$record->save();
		$this->close( $raw );

		return Result::done( "woocommerce-refund:{$record->get_id()}" );
	}

	/** The record that carries the key of this request. */
	public function ours( RefundRequest $request ): ?WC_Order_Refund {
		foreach ( $this->orders->refunds( $request->order->id ) as $refund ) {
			if ( $refund->get_meta( GatewayCall::KEY ) === $request->key ) {
				return $refund;
			}
		}

		return null;
	}

	/**
	 * Takes away the half-made record of a call that failed before the gateway was asked; left there, it would read as paid back.
	 *
	 * @param array<string, mixed> $before
	 */
	public function drop_leftovers( RefundRequest $request, array $before ): void {
		foreach ( $this->evidence->new_records( $request->order->id, $before ) as $refund ) {
			if ( ! $refund->get_refunded_payment() && $refund->get_reason() === $request->reason ) {
				$refund->delete( true );
			}
		}
	}

	/** The ordinary way, with everything that listens to it: mails, downloads, stock of other plugins. Null when a listener broke it off. */
	private function booked_by_woocommerce( WC_Order $order, RefundRequest $request ): ?WC_Order_Refund {
		$this->call->refund( $order, $request, false );

		return $this->ours( $request );
	}

	/** Without the listeners: they had their turn, and one of them threw the record away. */
	private function make( WC_Order $order, RefundRequest $request ): WC_Order_Refund {
		return Precision::of(
			Currency::decimals( $request->amount->currency ),
			static function () use ( $order, $request ): WC_Order_Refund {
				$refund = new WC_Order_Refund();
				$refund->set_currency( $request->amount->currency );
				$refund->set_amount( $request->amount->to_decimal() );
				$refund->set_total( $request->amount->negated()->to_decimal() );
				$refund->set_parent_id( $order->get_id() );
				$refund->set_refunded_by( $request->actor_id );
				$refund->set_prices_include_tax( $order->get_prices_include_tax() );
				$refund->set_reason( $request->reason );
				$refund->save();

				return $refund;
			}
		);
	}

	private function close( WC_Order $order ): void {
		$fresh = $this->orders->raw( $order->get_id() );
		try {
			if ( $fresh !== null && $fresh->get_status() !== 'refunded' && $this->orders->read( $order->get_id() )?->remaining()->is_zero() === true ) {
				$fresh->update_status( 'refunded' );
			}
		} catch ( Throwable $thrown ) {
			wc_get_logger()->warning( sprintf( 'Order %d stays as it was: %s', $order->get_id(), $thrown->getMessage() ), [ 'source' => 'amicable' ] );
		}
	}
}
