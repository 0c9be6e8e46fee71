<?php
declare( strict_types=1 );

namespace Amicable\Stores\WooCommerce;

use Amicable\Stores\Result;

/** Private notes on an order, once a key. */
final class Notes {

	/** Comment meta that holds the key. */
	public const KEY = 'amicable_key';

	public function __construct( private readonly OrderReader $orders ) {
	}

	public function add( int $order_id, string $note, string $key ): Result {
		$order = $this->orders->raw( $order_id );
		if ( $order === null ) {
			return Result::already();
		}
		$there = wc_get_order_notes(
			[
				'order_id'   => $order_id,
				'meta_key'   => self::KEY,
				'meta_value' => $key,
			]
		);
		if ( $there !== [] ) {
			return Result::already();
		}
		$id = (int) $order->add_order_note( $note );
		if ( $id < 1 ) {
			return Result::unknown( __( 'WooCommerce did not take the note.', 'amicable' ) );
		}
		add_comment_meta( $id, self::KEY, $key, true );

		return Result::done( "note:$id" );
	}
}
