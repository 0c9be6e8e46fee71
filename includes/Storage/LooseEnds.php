<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Clock;
use Amicable\Offboarding\LooseEnd;
use Amicable\Stores\OrderRef;

/** What refunds left half done, as last looked up, and what people said about it. */
final class LooseEnds {

	public const OPEN   = 'open';
	public const LEFT   = 'left';
	public const CLOSED = 'closed';

	public function __construct(
		private readonly Database $database,
		private readonly Clock $clock,
	) {
	}

	/**
	 * Writes down what was found for a customer. What is still open keeps what somebody said about it; what was open and is not found is closed,
	 * where whoever would know was asked.
	 *
	 * @param list<LooseEnd> $found
	 * @param list<string>   $asked Systems that could answer.
	 * @param list<string>   $busy  Keys of orders that a run is at work on: nothing new is said of them until it is over.
	 */
	public function record( int $customer_id, array $found, array $asked, array $busy ): void {
		$known = [];
		foreach ( $this->database->rows( "SELECT id, check_no, ref, state, system_id, version FROM {$this->table()} WHERE customer_id = %d", [ $customer_id ] ) as $row ) {
			$known[ LooseEnd::key_of( (int) $row['check_no'], (string) $row['ref'] ) ] = $row;
		}
		$new = array_values( array_filter( $found, static fn ( LooseEnd $end ): bool => ! in_array( $end->order->key(), $busy, true ) || self::is_live( $known[ $end->key() ] ?? null ) ) );
		if ( $new !== [] ) {
			$this->save( $customer_id, $new );
		}
		foreach ( $found as $end ) {
			unset( $known[ $end->key() ] );
		}
		$gone = array_filter( $known, static fn ( array $row ): bool => self::is_live( $row ) && in_array( $row['system_id'], $asked, true ) );
		$this->close( array_values( array_map( static fn ( array $row ): int => (int) $row['id'], $gone ) ) );
	}

	/**
	 * A person leaves it as it is, or vouches for it.
	 *
	 * @return bool False: it is not open any more.
	 */
	public function leave( int $id, string $reason, int $user_id ): bool {
		return $this->database->write(
			"UPDATE {$this->table()} SET state = %s, reason = %s, left_by = %d, left_at = %s, version = version + 1 WHERE id = %d AND state = %s",
			[ self::LEFT, $reason, $user_id, $this->now(), $id, self::OPEN ]
		) === 1;
	}

	/** @return array<string, string|null>|null */
	public function find( int $id ): ?array {
		return $this->find_all( [ $id ] )[0] ?? null;
	}

	/**
	 * @param list<int> $ids
	 * @return list<array<string, string|null>>
	 */
	public function find_all( array $ids ): array {
		return $ids === [] ? [] : $this->database->rows( "SELECT * FROM {$this->table()} WHERE id IN (" . implode( ', ', array_fill( 0, count( $ids ), '%d' ) ) . ') ORDER BY id', $ids );
	}

	/**
	 * Orders of customers behind which something may be left: given back in full, lost to a dispute, with a refund that no gateway paid, or given
	 * back by a run of ours, whatever the shop says of it now.
	 *
	 * @param non-empty-list<int> $customer_ids
	 * @return array<int, list<OrderRef>> By customer; who has none is left out.
	 */
	public function candidates( array $customer_ids ): array {
		$marks = implode( ', ', array_fill( 0, count( $customer_ids ), '%d' ) );
		$rows  = $this->database->rows(
			"SELECT o.customer_id, o.store, o.order_id FROM {$this->database->table( 'orders' )} o WHERE o.customer_id IN ($marks) AND {$this->is_candidate()}
			UNION SELECT r.customer_id, s.store, CAST(s.target AS UNSIGNED) AS order_id FROM {$this->paid_out( "r.customer_id IN ($marks)" )} ORDER BY 1, 2, 3",
			[ ...$customer_ids, ...$customer_ids ]
		);
		$refs  = [];
		foreach ( $rows as $row ) {
			$refs[ (int) $row['customer_id'] ][] = new OrderRef( (string) $row['store'], (int) $row['order_id'] );
		}

		return $refs;
	}

	/**
	 * @param list<int> $customer_ids
	 * @return list<int> Of these, whoever has such an order, or something that was found before.
	 */
	public function concerned( array $customer_ids ): array {
		return $customer_ids === [] ? [] : $this->customers( 'customer_id IN (' . implode( ', ', array_fill( 0, count( $customer_ids ), '%d' ) ) . ')', $customer_ids );
	}

	/** @return list<int> */
	public function concerned_between( int $from, int $to ): array {
		return $this->customers( 'customer_id BETWEEN %d AND %d', [ $from, $to ] );
	}

	/**
	 * @param list<int> $values
	 * @return list<int>
	 */
	private function customers( string $which, array $values ): array {
		$rows = $this->database->rows(
			"SELECT o.customer_id FROM {$this->database->table( 'orders' )} o WHERE o.$which AND {$this->is_candidate()}
			UNION SELECT l.customer_id FROM {$this->table()} l WHERE l.$which AND l.state <> %s
			UNION SELECT r.customer_id FROM {$this->paid_out( "r.$which" )}",
			[ ...$values, ...$values, self::CLOSED, ...$values ]
		);
		$ids  = array_map( static fn ( array $row ): int => (int) $row['customer_id'], $rows );
		sort( $ids );

		return $ids;
	}

	/** @param list<LooseEnd> $found */
	private function save( int $customer_id, array $found ): void {
		$now  = $this->now();
		$rows = array_map(
			static fn ( LooseEnd $end ): array => [
				'customer_id' => $customer_id,
				'check_no'    => $end->check->value,
				'ref'         => $end->ref,
				'kind'        => $end->kind->value,
				'system_id'   => $end->system,
				'store'       => $end->order->store,
				'order_id'    => $end->order->id,
				'number'      => mb_substr( $end->number, 0, 64 ),
				'label'       => mb_substr( $end->label, 0, 190 ),
				'since_at'    => Database::time( $end->since ),
				'state'       => self::OPEN,
				'found_at'    => $now,
			],
			$found
		);
		$this->database->insert_all(
			'loose_ends',
			$rows,
			'customer_id = VALUES(customer_id), kind = VALUES(kind), system_id = VALUES(system_id), store = VALUES(store), order_id = VALUES(order_id), number = VALUES(number), label = VALUES(label), since_at = VALUES(since_at), version = version + 1'
		);
		$this->leave_accepted( $customer_id );
		foreach ( $found as $end ) {
			$this->amend( $end, $now );
		}
	}

	/** Whoever accepted it in a run, by name and with a reason, need not say so again. Only what was never seen before: what came back is asked about anew. */
	private function leave_accepted( int $customer_id ): void {
		$this->database->write(
			"UPDATE {$this->table()} l JOIN {$this->database->table( 'accepted' )} a ON a.check_no = l.check_no AND a.ref = l.ref
			SET l.state = %s, l.reason = a.reason, l.left_by = a.user_id, l.left_at = a.at, l.version = l.version + 1 WHERE l.customer_id = %d AND l.version = 1 AND l.state = %s",
			[ self::LEFT, $customer_id, self::OPEN ]
		);
	}

	/** Amounts and dates may be missing, and what had been closed is open again. */
	private function amend( LooseEnd $end, string $now ): void {
		$money   = $end->amount === null ? 'currency = NULL, amount = NULL' : 'currency = %s, amount = %d';
		$next    = $end->next_at === null ? 'next_at = NULL' : 'next_at = %s';
		$values  = $end->amount === null ? [] : [ $end->amount->currency, $end->amount->minor ];
		$values  = $end->next_at === null ? $values : [ ...$values, Database::time( $end->next_at ) ];
		$opening = "UPDATE {$this->table()} SET state = %s, found_at = %s, closed_at = NULL, reason = '', left_by = NULL, left_at = NULL, version = version + 1 WHERE check_no = %d AND ref = %s AND state = %s";
		$this->database->write( "UPDATE {$this->table()} SET $money, $next, version = version + 1 WHERE check_no = %d AND ref = %s", [ ...$values, $end->check->value, $end->ref ] );
		$this->database->write( $opening, [ self::OPEN, $now, $end->check->value, $end->ref, self::CLOSED ] );
	}

	/** @param list<int> $ids */
	private function close( array $ids ): void {
		if ( $ids !== [] ) {
			$marks = implode( ', ', array_fill( 0, count( $ids ), '%d' ) );
			$this->database->write( "UPDATE {$this->table()} SET state = %s, closed_at = %s, version = version + 1 WHERE id IN ($marks) AND state <> %s", [ self::CLOSED, $this->now(), ...$ids, self::CLOSED ] );
		}
	}

	/** @param array<string, string|null>|null $row */
	private static function is_live( ?array $row ): bool {
		return $row !== null && $row['state'] !== self::CLOSED;
	}

	private function paid_out( string $whose ): string {
		return "{$this->database->table( 'runs' )} r JOIN {$this->database->table( 'steps' )} s ON s.run_id = r.id WHERE $whose AND s.kind = 'refund' AND s.state = 'done'";
	}

	private function is_candidate(): string {
		$of = fn ( string $table, string $condition ): string => "EXISTS (SELECT 1 FROM {$this->database->table( $table )} x WHERE x.store = o.store AND x.order_id = o.order_id AND $condition)";

		return "(o.dispute = 'lost' OR (o.total > 0 AND o.refunded >= o.total) OR {$of( 'refunds', 'x.by_gateway = 0' )} OR {$of( 'disputes', "x.status = 'lost'" )})";
	}

	private function now(): string {
		return Database::time( $this->clock->now() );
	}

	private function table(): string {
		return $this->database->table( 'loose_ends' );
	}
}
