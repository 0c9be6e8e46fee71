<?php
declare( strict_types=1 );

namespace Amicable\Stores\EasyDigitalDownloads;

use Amicable\Stores\RefundRequest;
use Closure;
use EDD\Orders\Order;
use Throwable;
use WP_Error;

/**
 * EDD's own books. Its refund moves no money; it has to be written before the gateway is asked, or a provider's message about the payout
 * would write a second one.
 */
final class Ledger {

	/** On a refund: our key, by which it is found again. */
	public const KEY = '_amicable_key';

	/** On a refund that a person vouched for. */
	public const SETTLED = '_amicable_settled_by';

	public function __construct(
		private readonly OrderReader $orders,
		private readonly RefundLines $lines,
	) {
	}

	/** What broke, or null: the refund stands in the books, with the key of this request. */
	public function book( RefundRequest $request, Order $order ): WP_Error|Throwable|null {
		try {
			$lines = Precision::of( $request->amount->currency, fn (): array => $this->lines->remaining( $order, $request->amount->currency ) );
			if ( ! $lines['sum']->equals( $request->amount ) ) {
				/* translators: 1: amount, 2: another amount. */
				return new WP_Error( 'amicable_sum', sprintf( __( 'The items of this order add up to %1$s, not to %2$s.', 'amicable' ), $lines['sum']->to_decimal(), $request->amount->to_decimal() ) );
			}
			$answer = $this->prepared( $request, $order, static fn (): mixed => edd_refund_order( $order->id, $lines['items'], $lines['fees'] ) );
			// A row of EDD that is written again is rounded again, whatever was changed in it.
			Precision::of( $request->amount->currency, fn () => $this->close( $request ) );
		} catch ( Throwable $thrown ) {
			return $thrown;
		}

		return match ( true ) {
			$answer instanceof WP_Error => $answer,
			(int) $answer < 1           => new WP_Error( 'amicable_not_saved', __( 'Easy Digital Downloads could not save the refund.', 'amicable' ) ),
			default                     => null,
		};
	}

	/** The refund that carries the key of this request. */
	public function ours( RefundRequest $request ): ?OrderRecord {
		foreach ( $this->orders->record( $request->order->id )->refunds ?? [] as $refund ) {
			if ( ( $refund->meta[ self::KEY ] ?? '' ) === $request->key ) {
				return $refund;
			}
		}

		return null;
	}

	/**
	 * In the name of the person who asked, past the shop's window and its statuses for this order alone, and without the form by which
	 * EDD's gateways would pay too.
	 *
	 * @param Closure(): mixed $refund
	 */
	private function prepared( RefundRequest $request, Order $order, Closure $refund ): mixed {
		$user     = get_current_user_id();
		$form     = $_POST['data'] ?? null; // phpcs:ignore WordPress.Security -- put back as it was.
		$override = static fn ( mixed $can, mixed $id ): mixed => (int) $id === $request->order->id ? true : $can;
		$statuses = static fn ( mixed $list ): array => [ ...( is_array( $list ) ? $list : [] ), $order->status ];
		$mark     = static function ( mixed $id, mixed $data ) use ( $request ): void {
			if ( is_array( $data ) && ( $data['type'] ?? '' ) === 'refund' && (int) ( $data['parent'] ?? 0 ) === $request->order->id ) {
				edd_update_order_meta( (int) $id, self::KEY, $request->key );
			}
		};
		unset( $_POST['data'] );
		wp_set_current_user( $request->actor_id );
		add_filter( 'edd_is_order_refundable_by_override', $override, PHP_INT_MAX, 2 );
		add_filter( 'edd_refundable_order_statuses', $statuses, PHP_INT_MAX );
		add_action( 'edd_order_added', $mark, 1, 2 );
		try {
			return Precision::of( $request->amount->currency, $refund );
		} finally {
			remove_filter( 'edd_is_order_refundable_by_override', $override, PHP_INT_MAX );
			remove_filter( 'edd_refundable_order_statuses', $statuses, PHP_INT_MAX );
			remove_action( 'edd_order_added', $mark, 1 );
			wp_set_current_user( $user );
			if ( $form !== null ) {
				$_POST['data'] = $form;
			}
		}
	}

	/** Free items are in no refund, and would keep the order "partially refunded" and their files open. */
	private function close( RefundRequest $request ): void {
		$record = $this->orders->record( $request->order->id );
		if ( $record === null || $record->text( 'status' ) === 'refunded' || $this->orders->read( $record->id() )?->remaining()->is_zero() !== true ) {
			return;
		}
		foreach ( $record->items as $item ) {
			if ( $item['status'] !== 'refunded' ) {
				edd_update_order_item( (int) $item['id'], [ 'status' => 'refunded' ] );
			}
		}
		edd_update_order( $record->id(), [ 'status' => 'refunded' ] );
	}
}
