<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Cases\Lock;
use Amicable\Clock;
use DateTimeImmutable;

/** Whom nobody answers any more. Follows from the cases; what is stored apart is only that a person lifted it. */
final class Locks {

	/** Of a case, as SQL. */
	public const KEEPS_SILENT = "unlocked_at IS NULL AND (stage IN ('closed', 'counsel') OR (stage = 'offboarding' AND stage_before = 'counsel'))";

	public function __construct(
		private readonly Database $database,
		private readonly Clock $clock,
	) {
	}

	public function of( int $customer_id ): ?Lock {
		return $this->among( [ $customer_id ] )[ $customer_id ] ?? null;
	}

	/**
	 * One indexed read.
	 *
	 * @param list<int> $customers
	 * @return array<int, Lock> By customer; the newest case of each.
	 */
	public function among( array $customers ): array {
		if ( $customers === [] ) {
			return [];
		}
		$marks = implode( ', ', array_fill( 0, count( $customers ), '%d' ) );
		$rows  = $this->database->rows( "SELECT * FROM {$this->database->table( 'cases' )} WHERE customer_id IN ($marks) AND " . self::KEEPS_SILENT . ' ORDER BY id', $customers );
		$locks = [];
		foreach ( $rows as $row ) {
			$locks[ (int) $row['customer_id'] ] = self::lock( $row );
		}

		return $locks;
	}

	/**
	 * A lock and who moved its case how, oldest move first: one read, since pages of others print it.
	 *
	 * @return array{Lock, list<array{who: string|null, payload: array<array-key, mixed>}>}|null `who` is null for the program and whoever left, `payload` empty once erased.
	 */
	public function told( int $customer_id ): ?array {
		$rows  = $this->database->rows(
			"SELECT c.*, l.id AS move, u.display_name AS mover, p.payload FROM {$this->database->table( 'cases' )} c
				LEFT JOIN {$this->database->table( 'log' )} l ON l.object = 'case' AND l.object_id = c.id AND l.what = 'case_moved'
				LEFT JOIN {$this->database->table( 'log_payloads' )} p ON p.log_id = l.id
				LEFT JOIN {$this->database->wpdb->users} u ON u.ID = l.user_id
				WHERE c.customer_id = %d AND " . self::KEEPS_SILENT . ' ORDER BY c.id, l.id',
			[ $customer_id ]
		);
		$last  = $rows[ count( $rows ) - 1 ] ?? null;
		$moves = array_filter( $rows, static fn ( array $row ): bool => $row['id'] === ( $last['id'] ?? null ) && $row['move'] !== null );

		return $last === null ? null : [ self::lock( $last ), array_values( array_map( self::move( ... ), $moves ) ) ];
	}

	/** A person answers again. False: somebody changed the case meanwhile, or it keeps nobody silent. */
	public function lift( Lock $lock, int $version, int $user_id ): bool {
		return $this->database->write(
			"UPDATE {$this->database->table( 'cases' )} SET unlocked_at = %s, unlocked_by = %d, version = version + 1 WHERE id = %d AND version = %d AND " . self::KEEPS_SILENT,
			[ Database::time( $this->clock->now() ), $user_id, $lock->case_id, $version ],
		) === 1;
	}

	/**
	 * Tickets in which the customer wrote after the lock fell are marked with the case that keeps us silent.
	 *
	 * @param list<int> $tickets
	 */
	public function mark( array $tickets, Lock $lock ): void {
		if ( $tickets === [] ) {
			return;
		}
		$marks = implode( ', ', array_fill( 0, count( $tickets ), '%d' ) );
		$table = $this->database->table( 'tickets' );
		$wrote = "EXISTS (SELECT 1 FROM {$this->database->table( 'messages' )} m WHERE m.ticket_id = $table.id AND m.kind = 'customer' AND m.at >= %s)";
		$this->database->write( "UPDATE $table SET lock_case_id = %d WHERE id IN ($marks) AND customer_id = %d AND $wrote", [ $lock->case_id, ...$tickets, $lock->customer_id, Database::time( $lock->since ) ] );
	}

	/** @return list<array<string, string|null>> id, subject, url, at, text: tickets in which the customer wrote after the lock fell, with their newest words; the newest first. */
	public function arrived( Lock $lock, int $limit ): array {
		$messages = $this->database->table( 'messages' );

		return $this->database->rows(
			"SELECT t.id, t.subject, t.url, m.at, m.text FROM {$this->database->table( 'tickets' )} t
				JOIN $messages m ON m.id = (SELECT n.id FROM $messages n WHERE n.ticket_id = t.id AND n.kind = 'customer' ORDER BY n.at DESC, n.id DESC LIMIT 1)
				WHERE t.customer_id = %d AND t.lock_case_id = %d ORDER BY m.at DESC, t.id DESC LIMIT %d",
			[ $lock->customer_id, $lock->case_id, $limit ]
		);
	}

	/** Whether somebody used one of the ways past the lock since then: what they send now is let through. */
	public function was_answered( int $customer_id, DateTimeImmutable $since ): bool {
		return $this->database->value( "SELECT id FROM {$this->database->table( 'log' )} WHERE customer_id = %d AND what = 'lock_answered' AND at >= %s ORDER BY id DESC LIMIT 1", [ $customer_id, Database::time( $since ) ] ) !== null;
	}

	/**
	 * @param array<string, string|null> $row
	 * @return array{who: string|null, payload: array<array-key, mixed>}
	 */
	private static function move( array $row ): array {
		$payload = json_decode( (string) $row['payload'], true );

		return [
			'who'     => $row['mover'],
			'payload' => is_array( $payload ) ? $payload : [],
		];
	}

	/** @param array<string, string|null> $row */
	private static function lock( array $row ): Lock {
		$counsel = $row['stage'] === 'counsel' || $row['stage_before'] === 'counsel';

		return new Lock( (int) $row['id'], (int) $row['customer_id'], $row['stage'] === 'closed' ? Lock::CLOSED : Lock::COUNSEL, $counsel, Database::moment( (string) ( $row['locked_at'] ?? $row['closed_at'] ?? $row['updated_at'] ) ), (int) $row['version'] );
	}
}
