<?php
declare( strict_types=1 );

namespace Amicable\Stores\EasyDigitalDownloads;

use Closure;

/** Everything by which EDD says that an order or one of its refunds changed. The order behind a written row is in the row itself. */
final class Changes {

	public function __construct( private readonly OrderTables $tables ) {
	}

	/** @param Closure(int): void $told */
	public function listen( Closure $told ): void {
		add_action( 'edd_order_added', fn ( mixed $id, mixed $data = [] ) => $this->row( (int) $id, $data, $told ), 20, 2 );
		add_action( 'edd_order_updated', fn ( mixed $id, mixed $data = [], mixed $before = [] ) => $this->row( (int) $id, [ ...(array) $before, ...(array) $data ], $told ), 20, 3 );
		// A payout is written after its refund; a payment, with its order.
		add_action( 'edd_order_transaction_added', fn ( mixed $id, mixed $data = [] ) => $this->record( is_array( $data ) ? (int) ( $data['object_id'] ?? 0 ) : 0, $told ), 20, 2 );
		// Before it is gone: afterwards nobody knows whose refund it was.
		add_action( 'edd_pre_destroy_order', fn ( mixed $id ) => $this->record( (int) $id, $told ), 20, 1 );
		add_action( 'edd_order_deleted', static fn ( mixed $id ) => $told( (int) $id ), 20, 1 );
		add_action( 'edd_refund_order', static fn ( mixed $id ) => $told( (int) $id ), 20, 1 );
	}

	/** @param Closure(int): void $told */
	private function row( int $id, mixed $data, Closure $told ): void {
		$is_refund = is_array( $data ) && ( $data['type'] ?? 'sale' ) === 'refund';
		$order     = $is_refund ? (int) ( $data['parent'] ?? 0 ) : $id;
		if ( $order > 0 ) {
			$told( $order );
		}
	}

	/** @param Closure(int): void $told */
	private function record( int $id, Closure $told ): void {
		$order = $id > 0 ? $this->tables->order_of( $id ) : null;
		if ( $order !== null && $order > 0 ) {
			$told( $order );
		}
	}
}
