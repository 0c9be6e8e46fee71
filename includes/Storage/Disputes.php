<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Stores\Dispute;
use Amicable\Stores\DisputeStatus;
use Amicable\Stores\OrderRef;
use Amicable\Values\Money;
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
		$worst  = [];
		foreach ( $rows as $row ) {
			$key           = "{$row['store']}:{$row['order_id']}";
			$worst[ $key ] = DisputeStatus::worse( $worst[ $key ] ?? 'none', (string) $row['status'] )->value;
		}

		return $worst;
	}

	/**
	 * Writes a dispute that was made of so many words; one that was made of fewer never overwrites it, whoever comes late.
	 *
	 * @param Money $charged What the charge was, where nobody said how much is disputed.
	 */
	public function save( Dispute $dispute, OrderRef $order, int $customer_id, Money $charged, int $words ): void {
		$amount = $dispute->amount ?? $charged;
		$row    = [
			'order_id'     => $order->id,
			'customer_id'  => $customer_id,
			'status'       => $dispute->status->value,
			'currency'     => $amount->currency,
			'amount'       => $amount->minor,
			'fee'          => $dispute->fee?->minor,
			'fee_currency' => $dispute->fee?->currency,
			'source'       => $dispute->source,
			'reason'       => $dispute->reason,
			'opened_at'    => Database::time( $dispute->opened_at ),
			'deadline_at'  => $dispute->deadline_at === null ? null : Database::time( $dispute->deadline_at ),
			'closed_at'    => $dispute->closed_at === null ? null : Database::time( $dispute->closed_at ),
			'news'         => $words,
		];
		$key    = [
			'store'       => $dispute->store,
			'external_id' => $dispute->external_id,
		];
		if ( $this->database->insert( 'disputes', $key + $row ) !== null ) {
			return;
		}
		$set = implode( ', ', array_map( static fn ( string $column, mixed $value ): string => "$column = " . Database::mark( $value ), array_keys( $row ), $row ) );
		$this->database->write( "UPDATE {$this->database->table( 'disputes' )} SET $set WHERE store = %s AND external_id = %s AND news < %d", [ ...array_values( $row ), ...array_values( $key ), $words ] );
	}

	/** @return array<string, string|null>|null */
	public function row( int $id ): ?array {
		return $this->database->row( "SELECT * FROM {$this->database->table( 'disputes' )} WHERE id = %d", [ $id ] );
	}

	/** @return array<string, string|null>|null The one that matters most of an order. */
	public function row_of( OrderRef $order ): ?array {
		$rows = $this->rows_of( [ $order ] );
		usort( $rows, static fn ( array $a, array $b ): int => [ DisputeStatus::from( (string) $b['status'] )->gravity(), (int) $b['id'] ] <=> [ DisputeStatus::from( (string) $a['status'] )->gravity(), (int) $a['id'] ] );

		return $rows[0] ?? null;
	}

	/**
	 * @param list<OrderRef> $orders
	 * @return list<array<string, string|null>> Latest first.
	 */
	public function rows_of( array $orders ): array {
		if ( $orders === [] ) {
			return [];
		}
		$marks  = implode( ' OR ', array_fill( 0, count( $orders ), '(store = %s AND order_id = %d)' ) );
		$values = array_merge( [], ...array_map( static fn ( OrderRef $order ): array => [ $order->store, $order->id ], $orders ) );

		return $this->database->rows( "SELECT * FROM {$this->database->table( 'disputes' )} WHERE $marks ORDER BY opened_at DESC, id DESC", $values );
	}

	/**
	 * @param list<OrderRef> $orders
	 * @return array<string, DateTimeImmutable> Order key => when its dispute was lost, as far as the gateway said.
	 */
	public function lost_at( array $orders ): array {
		$lost = [];
		foreach ( $this->rows_of( $orders ) as $row ) {
			$key = "{$row['store']}:{$row['order_id']}";
			$at  = Database::moment( (string) ( $row['closed_at'] ?? $row['opened_at'] ) );
			if ( $row['status'] === DisputeStatus::Lost->value && $at > ( $lost[ $key ] ?? null ) ) {
				$lost[ $key ] = $at;
			}
		}

		return $lost;
	}
}
