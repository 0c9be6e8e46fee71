<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Cases\ChargeLock;
use Amicable\Clock;
use Amicable\Stores\DisputeStatus;
use Amicable\Stores\OrderRef;

/** Which payments are disputed now. Follows from the disputes; what is stored apart is only that a person talks about one all the same. */
final class ChargeLocks {

	public function __construct(
		private readonly Database $database,
		private readonly Clock $clock,
	) {
	}

	public function of( OrderRef $order ): ?ChargeLock {
		return $this->head_of( $order )['lock'] ?? null;
	}

	/**
	 * An order's number and owner, and of several disputes over it the one that is furthest; one indexed read.
	 *
	 * @return array{number: string, customer_id: int, lock: ChargeLock|null}|null
	 */
	public function head_of( OrderRef $order ): ?array {
		$row = $this->row( "AND d.status IN ('open', 'warning')", "o.store = %s AND o.order_id = %d ORDER BY d.status, d.unlocked_at IS NULL DESC, d.opened_at DESC, d.id DESC LIMIT 1", [ $order->store, $order->id ] );

		return $row === null ? null : [
			'number'      => (string) $row['number'],
			'customer_id' => (int) $row['owner'],
			'lock'        => self::lock( $row ),
		];
	}

	public function find( int $dispute_id ): ?ChargeLock {
		$row = $this->row( '', 'd.id = %d', [ $dispute_id ] );

		return $row === null ? null : self::lock( $row );
	}

	/** A person talks about it again. False: it is another dispute by now, or nothing kept them from it. */
	public function lift( ChargeLock $lock, int $version, int $user_id ): bool {
		return $this->database->write(
			"UPDATE {$this->database->table( 'disputes' )} SET unlocked_at = %s, unlocked_by = %d WHERE id = %d AND news = %d AND status = 'open' AND unlocked_at IS NULL",
			[ Database::time( $this->clock->now() ), $user_id, $lock->dispute_id, $version ],
		) === 1;
	}

	/**
	 * @param list<int|string> $values
	 * @return array<string, string|null>|null
	 */
	private function row( string $join, string $where, array $values ): ?array {
		return $this->database->row( "SELECT d.*, o.number, o.customer_id AS owner FROM {$this->database->table( 'orders' )} o LEFT JOIN {$this->database->table( 'disputes' )} d ON d.store = o.store AND d.order_id = o.order_id $join WHERE $where", $values );
	}

	/** @param array<string, string|null> $row */
	private static function lock( array $row ): ?ChargeLock {
		return $row['id'] === null ? null : new ChargeLock(
			(int) $row['id'],
			(int) $row['owner'],
			new OrderRef( (string) $row['store'], (int) $row['order_id'] ),
			(string) $row['number'],
			DisputeStatus::from( (string) $row['status'] ),
			Database::moment( (string) $row['opened_at'] ),
			$row['deadline_at'] === null ? null : Database::moment( $row['deadline_at'] ),
			$row['unlocked_at'] !== null,
			(int) $row['news'],
		);
	}
}
