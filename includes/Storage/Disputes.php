<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Stores\OrderRef;
use DateTimeImmutable;

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

	/**
	 * @param list<OrderRef> $orders
	 * @return array<string, DateTimeImmutable> Order key => when its dispute was lost, as far as the gateway said.
	 */
	public function lost_at( array $orders ): array {
		$lost = [];
		foreach ( $orders as $order ) {
			$at = $this->database->value( "SELECT MAX(COALESCE(closed_at, opened_at)) FROM {$this->database->table( 'disputes' )} WHERE store = %s AND order_id = %d AND status = 'lost'", [ $order->store, $order->id ] );
			if ( $at !== null ) {
				$lost[ $order->key() ] = Database::moment( $at );
			}
		}

		return $lost;
	}
}
