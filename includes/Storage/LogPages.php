<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use DateTimeImmutable;

/** The log as people read it: newest first, of one case, customer, person or kind. Reads only. */
final class LogPages {

	public function __construct( private readonly Database $database ) {
	}

	/**
	 * @param array{case_id?: int, customers?: non-empty-list<int>, user_id?: int, what?: string, before?: DateTimeImmutable} $filter
	 * @return list<array<string, string|null>> Rows of the log, with `payload` null where it was erased.
	 */
	public function page( array $filter, int $limit, int $offset ): array {
		[ $where, $values ] = $this->where( $filter );
		$log                = $this->database->table( 'log' );
		$payloads           = $this->database->table( 'log_payloads' );

		return $this->database->rows( "SELECT l.*, p.payload FROM $log l LEFT JOIN $payloads p ON p.log_id = l.id $where ORDER BY l.id DESC LIMIT %d OFFSET %d", [ ...$values, $limit, $offset ] );
	}

	/** @param array{case_id?: int, customers?: non-empty-list<int>, user_id?: int, what?: string, before?: DateTimeImmutable} $filter */
	public function count( array $filter ): int {
		[ $where, $values ] = $this->where( $filter );

		return (int) $this->database->value( "SELECT COUNT(*) FROM {$this->database->table( 'log' )} l $where", $values );
	}

	/** Where the log ends now. Whatever is drawn from it names this row, so that later additions are told apart. */
	public function position(): LogPosition {
		$last = $this->database->row( "SELECT id, chain_hash FROM {$this->database->table( 'log' )} ORDER BY id DESC LIMIT 1" );

		return new LogPosition( (int) ( $last['id'] ?? 0 ), (string) ( $last['chain_hash'] ?? '' ) );
	}

	/**
	 * @param array{case_id?: int, customers?: non-empty-list<int>, user_id?: int, what?: string, before?: DateTimeImmutable} $filter
	 * @return array{string, list<string|int>}
	 */
	private function where( array $filter ): array {
		$where  = [];
		$values = [];
		if ( isset( $filter['case_id'] ) ) {
			// What happened to a case happened to its runs and letters too.
			$where[]  = "((l.object = 'case' AND l.object_id = %d) OR (l.object = 'run' AND l.object_id IN (SELECT id FROM {$this->database->table( 'runs' )} WHERE case_id = %d)) OR (l.object = 'letter' AND l.object_id IN (SELECT id FROM {$this->database->table( 'letters' )} WHERE case_id = %d)))";
			$values   = [ ...$values, $filter['case_id'], $filter['case_id'], $filter['case_id'] ];
		}
		if ( isset( $filter['customers'] ) ) {
			$where[] = 'l.customer_id IN (' . implode( ', ', array_fill( 0, count( $filter['customers'] ), '%d' ) ) . ')';
			$values  = [ ...$values, ...$filter['customers'] ];
		}
		if ( isset( $filter['user_id'] ) ) {
			$where[]  = 'l.user_id = %d';
			$values[] = $filter['user_id'];
		}
		if ( isset( $filter['what'] ) ) {
			$where[]  = 'l.what = %s';
			$values[] = $filter['what'];
		}
		if ( isset( $filter['before'] ) ) {
			$where[]  = 'l.at < %s';
			$values[] = Database::time( $filter['before'] );
		}

		return [ $where === [] ? '' : 'WHERE ' . implode( ' AND ', $where ), $values ];
	}
}
