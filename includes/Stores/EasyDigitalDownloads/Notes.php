<?php
declare( strict_types=1 );

namespace Amicable\Stores\EasyDigitalDownloads;

use Amicable\Stores\Result;

/** Private notes on an order, once a key. */
final class Notes {

	/** Note meta that holds the key. */
	private const KEY = 'amicable_key';

	public function __construct( private readonly OrderReader $orders ) {
	}

	public function add( int $order_id, string $note, string $key ): Result {
		if ( $this->orders->record( $order_id ) === null || $this->is_there( $order_id, $key ) ) {
			return Result::already();
		}
		$id = (int) edd_add_note(
			[
				'object_id'   => $order_id,
				'object_type' => 'order',
				'user_id'     => get_current_user_id(),
				'content'     => $note,
			]
		);
		if ( $id < 1 ) {
			return Result::unknown( __( 'Easy Digital Downloads did not take the note.', 'amicable' ) );
		}
		edd_add_note_meta( $id, self::KEY, $key, true );

		return Result::done( "note:$id" );
	}

	private function is_there( int $order_id, string $key ): bool {
		$notes = edd_get_notes(
			[
				'object_id'   => $order_id,
				'object_type' => 'order',
				'number'      => 9999,
			]
		);
		foreach ( $notes as $note ) {
			if ( edd_get_note_meta( (int) $note->id, self::KEY, true ) === $key ) {
				return true;
			}
		}

		return false;
	}
}
