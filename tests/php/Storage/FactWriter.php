<?php
declare( strict_types=1 );

namespace Amicable\Tests\Storage;

use Amicable\Ledger\Facts;
use Amicable\Storage\Database;
use Amicable\Storage\Rows;

/** Puts facts into the tables as they are, for tests of what is counted from them. */
final class FactWriter {

	private int $order = 0;

	private readonly Rows $rows;

	public function __construct( private readonly Database $database ) {
		$this->rows = new Rows( $database );
	}

	public function shop( RandomFacts $shop ): void {
		$this->rows->upsert( 'rates', $shop->rates() );
		$this->rows->upsert( 'hourly_costs', $shop->hourly() );
	}

	public function customer( int $id, string $name ): void {
		$this->customers( [ $id => $name ] );
	}

	/** @param array<int, string> $names By id. */
	public function customers( array $names ): void {
		$now = '2026-01-01 00:00:00';
		$ids = array_keys( $names );
		$this->rows->upsert( 'identity_keys', array_map( static fn ( int $id ): array => [ 'id' => $id, 'kind' => 'email', 'key_hash' => hash( 'sha256', "key $id" ), 'customer_id' => $id, 'origin' => 'test', 'origin_customer_id' => $id, 'created_at' => $now ], $ids ) );
		$this->rows->upsert( 'customers', array_map( static fn ( int $id, string $name ): array => [ 'id' => $id, 'name' => $name, 'email' => "customer-$id@example.com", 'created_at' => $now, 'updated_at' => $now ], $ids, $names ) );
	}

	/** Everything at once. */
	public function write( int $customer_id, Facts $facts ): void {
		$this->write_all( [ $customer_id => $facts ] );
	}

	/** @param array<int, Facts> $customers By id. */
	public function write_all( array $customers ): void {
		$alike = [];
		foreach ( $customers as $id => $facts ) {
			foreach ( $this->events( $id, $facts ) as [ $table, $row ] ) {
				$alike[ $table ][ implode( ',', array_keys( $row ) ) ][] = $row;
			}
		}
		foreach ( $alike as $table => $shapes ) {
			foreach ( $shapes as $rows ) {
				$this->rows->upsert( $table, $rows );
			}
		}
	}

	/** @param array<string, mixed> $row */
	public function put( string $table, array $row ): void {
		$this->rows->upsert( $table, [ $row ] );
	}

	/**
	 * One row each, as an event would bring it.
	 *
	 * @return list<array{string, array<string, mixed>}>
	 */
	public function events( int $customer_id, Facts $facts ): array {
		$now    = '2026-01-01 00:00:00';
		$events = [];
		$first  = [ 'store' => $facts->orders[0]['store'] ?? 'sample', 'order_id' => $this->order + 1 ];
		foreach ( $facts->orders as $order ) {
			$events[] = [ 'orders', [ ...$order, 'order_id' => ++$this->order, 'customer_id' => $customer_id, 'key_id' => $customer_id, 'paid' => $order['bought_at'] === null ? 0 : 1, 'created_at' => $order['bought_at'] ?? $now, 'seen_at' => $now ] ];
		}
		foreach ( $facts->tickets as $ticket ) {
			$events[] = [ 'tickets', [ ...$ticket, 'source' => 'test', 'external_id' => "t{$ticket['id']}", 'customer_id' => $customer_id, 'key_id' => $customer_id, 'updated_at' => $now ] ];
		}
		foreach ( $facts->messages as $message ) {
			$events[] = [ 'messages', [ ...$message, 'external_id' => "m{$message['id']}", 'customer_id' => $customer_id, 'updated_at' => $now ] ];
		}
		foreach ( $facts->entries as $index => $entry ) {
			$events[] = [ 'time_entries', [ ...$entry, 'source' => 'test', 'external_id' => "e$customer_id-$index", 'customer_id' => $customer_id, 'updated_at' => $now ] ];
		}
		foreach ( $facts->extras as $index => $extra ) {
			$events[] = $this->extra( $customer_id * 1000 + $index, $customer_id, $extra, $first );
		}

		return $events;
	}

	/**
	 * @param array<string, mixed>                    $extra
	 * @param array{store: string, order_id: int} $order
	 * @return array{string, array<string, mixed>}
	 */
	private function extra( int $id, int $customer_id, array $extra, array $order ): array {
		$row = [ 'id' => $id, 'customer_id' => $customer_id, 'currency' => $extra['currency'] ];

		return match ( $extra['kind'] ) {
			'goodwill' => [ 'goodwill', [ ...$row, 'cost' => $extra['amount'], 'used' => 1, 'used_at' => $extra['at'], 'created_at' => $extra['at'] ] ],
			'fee'      => [ 'disputes', [ ...$row, ...$order, 'external_id' => "d$id", 'fee' => $extra['amount'], 'opened_at' => $extra['at'] ] ],
			default    => [ 'costs', [ ...$row, 'amount' => $extra['amount'], 'at' => $extra['at'] ] ],
		};
	}
}
