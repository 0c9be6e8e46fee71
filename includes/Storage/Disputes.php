<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Stores\OrderRef;

/** What gateways told us about disputed charges. A store's own status may know nothing of it. */
final class Disputes {

	public function __construct( private readonly Database $database ) {
	}

	/** The gravest word on an order: 'none', 'won', 'warning', 'open' or 'lost'. */
	public function of( OrderRef $order ): string {
		return $this->of_all( [ $order ] )[ $order->key() ] ?? 'none';
	}

	/**
	 * @param list<OrderRef> $orders
	 * @return array<string, string> Order key => status.
	 */
	public function of_all( array $orders ): array {
		if ( $orders === [] ) {
			return [];
		}
		$marks  = implode( ' OR ', array_fill( 0, count( $orders ), '(store = %s AND order_id = %d)' ) );
		$values = array_merge( ...array_map( static fn ( OrderRef $order ): array => [ $order->store, $order->id ], $orders ) );
		$rows   = $this->database->rows( "SELECT store, order_id, status FROM {$this->database->table( 'disputes' )} WHERE $marks", $values );
		$rank   = array_flip( [ 'none', 'won', 'warning', 'open', 'lost' ] );
		$worst  = [];
		foreach ( $rows as $row ) {
			$key    = "{$row['store']}:{$row['order_id']}";
			$status = (string) $row['status'];
			if ( ( $rank[ $status ] ?? 0 ) >= ( $rank[ $worst[ $key ] ?? 'none' ] ?? 0 ) ) {
				$worst[ $key ] = $status;
			}
		}

		return $worst;
	}
}
