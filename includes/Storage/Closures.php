<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Clock;
use Amicable\Stores\KeptClosed;
use Amicable\Stores\OrderRef;

/** Which orders' files a run closed for good. A person who opens them again is not overruled by the same run, whose proof may be made again; only by another one. */
final class Closures implements KeptClosed {

	public function __construct(
		private readonly Database $database,
		private readonly Clock $clock,
	) {
	}

	/** @param list<OrderRef> $orders */
	public function close( int $run_id, array $orders ): void {
		$now  = Database::time( $this->clock->now() );
		$rows = array_map(
			static fn ( OrderRef $order ): array => [
				'store'     => $order->store,
				'order_id'  => $order->id,
				'run_id'    => $run_id,
				'closed_at' => $now,
			],
			$orders
		);
		$this->database->insert_all( 'closures', $rows );
	}

	/** @return bool False: it was not closed. */
	public function reopen( OrderRef $order, int $user_id ): bool {
		return $this->database->write(
			"UPDATE {$this->database->table( 'closures' )} SET reopened_at = %s, reopened_by = %d WHERE store = %s AND order_id = %d AND reopened_at IS NULL",
			[ Database::time( $this->clock->now() ), $user_id, $order->store, $order->id ],
		) > 0;
	}

	public function among( array $orders ): array {
		if ( $orders === [] ) {
			return [];
		}
		$marks = implode( ' OR ', array_fill( 0, count( $orders ), '(store = %s AND order_id = %d)' ) );
		$rows  = $this->database->rows(
			"SELECT DISTINCT store, order_id FROM {$this->database->table( 'closures' )} WHERE ($marks) AND reopened_at IS NULL",
			array_merge( [], ...array_map( static fn ( OrderRef $order ): array => [ $order->store, $order->id ], $orders ) ),
		);

		return array_fill_keys( array_map( static fn ( array $row ): string => "{$row['store']}:{$row['order_id']}", $rows ), true );
	}
}
