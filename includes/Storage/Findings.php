<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Language\Finding;
use DateTimeImmutable;

/** What was found in customers' messages, each with the exact words. One row a message and rule; they outlive the text, but not twelve months. */
final class Findings {

	public const KEPT = '-12 months';

	/** What reading again may change; when a right was answered stays. */
	private const READ = [ 'customer_id', 'label', 'kind', 'severity', 'why', 'quote', 'start_at', 'end_at', 'read_as', 'quoted', 'at' ];

	private const LONGEST_READ_AS = 500;

	/** Whoever is not judged at once is judged with the next event or rebuild. */
	private const MOST = 500;

	public function __construct( private readonly Database $database ) {
	}

	/**
	 * What was found in messages of tickets, in the place of what was found in them before. A message that is not named keeps what it has.
	 *
	 * @param array<int, array{customer_id: int, found: array<array-key, list<Finding>>}> $tickets By ticket; `found` by the message's id at the desk.
	 */
	public function keep( array $tickets ): void {
		if ( $tickets === [] ) {
			return;
		}
		$messages = [];
		foreach ( $this->database->rows( "SELECT id, ticket_id, external_id, at FROM {$this->database->table( 'messages' )} WHERE ticket_id IN (" . implode( ', ', array_keys( $tickets ) ) . ') ORDER BY id' ) as $row ) {
			$ticket = $tickets[ (int) $row['ticket_id'] ];
			$found  = $ticket['found'][ (string) $row['external_id'] ] ?? null;
			if ( $found !== null ) {
				$messages[] = [
					'id'          => (int) $row['id'],
					'ticket_id'   => (int) $row['ticket_id'],
					'customer_id' => $ticket['customer_id'],
					'at'          => (string) $row['at'],
					'findings'    => $found,
				];
			}
		}
		$this->replace( $messages );
	}

	/**
	 * @param list<array{id: int, ticket_id: int, customer_id: int, at: string, findings: list<Finding>}> $messages
	 * @return list<int> Customers of whom something else was found than before.
	 */
	public function replace( array $messages ): array {
		if ( $messages === [] ) {
			return [];
		}
		$rows = [];
		foreach ( $messages as $message ) {
			foreach ( $message['findings'] as $finding ) {
				$rows[ "{$message['id']} $finding->rule" ] = self::row( $message, $finding );
			}
		}
		$before  = $this->before( array_column( $messages, 'id' ) );
		$gone    = array_diff_key( $before, $rows );
		$changed = array_filter( $rows, static fn ( array $row, string $key ): bool => self::told( $before[ $key ] ?? [] ) !== self::told( $row ), ARRAY_FILTER_USE_BOTH );
		if ( $gone !== [] ) {
			$this->database->write( "DELETE FROM {$this->table()} WHERE id IN (" . implode( ', ', array_map( static fn ( array $row ): int => (int) $row['id'], $gone ) ) . ')' );
		}
		$this->save( array_values( $changed ) );

		return array_values( array_unique( array_map( static fn ( array $row ): int => (int) $row['customer_id'], [ ...array_values( $gone ), ...array_values( $changed ) ] ) ) );
	}

	public function give_to( int $ticket_id, ?int $customer_id ): void {
		$this->database->write( $customer_id === null ? "DELETE FROM {$this->table()} WHERE ticket_id = %d" : "UPDATE {$this->table()} SET customer_id = $customer_id WHERE ticket_id = %d", [ $ticket_id ] );
	}

	/**
	 * @param list<int> $message_ids
	 * @return array<int, list<array<string, string|null>>> By message, the gravest first.
	 */
	public function of_messages( array $message_ids ): array {
		$by = [];
		foreach ( $message_ids === [] ? [] : $this->database->rows( "SELECT * FROM {$this->table()} WHERE message_id IN (" . implode( ', ', $message_ids ) . ') ORDER BY severity DESC, start_at, id' ) as $row ) {
			$by[ (int) $row['message_id'] ][] = $row;
		}

		return $by;
	}

	/** What a rule finds; null: it found nothing here. */
	public function label_of( string $rule ): ?string {
		return $this->database->value( "SELECT label FROM {$this->table()} WHERE rule = %s LIMIT 1", [ $rule ] );
	}

	/** @return list<int> Of whom a rule found something, the latest first. */
	public function customers_of( string $rule ): array {
		$rows = $this->database->rows( "SELECT customer_id FROM {$this->table()} WHERE rule = %s GROUP BY customer_id ORDER BY MAX(at) DESC LIMIT " . self::MOST, [ $rule ] );

		return array_map( static fn ( array $row ): int => (int) $row['customer_id'], $rows );
	}

	/** Forgets what is older than it may be; answers how many rows that were. */
	public function forget( DateTimeImmutable $before, int $limit ): int {
		$ids = array_column( $this->database->rows( "SELECT id FROM {$this->table()} WHERE at <= %s ORDER BY at LIMIT %d", [ Database::time( $before ), $limit ] ), 'id' );
		if ( $ids !== [] ) {
			$this->database->write( "DELETE FROM {$this->table()} WHERE id IN (" . implode( ', ', array_map( intval( ... ), $ids ) ) . ')' );
		}

		return count( $ids );
	}

	/**
	 * @param list<int> $message_ids
	 * @return array<string, array<string, string|null>> By message and rule.
	 */
	private function before( array $message_ids ): array {
		$before = [];
		foreach ( $this->database->rows( "SELECT * FROM {$this->table()} WHERE message_id IN (" . implode( ', ', $message_ids ) . ')' ) as $row ) {
			$before[ "{$row['message_id']} {$row['rule']}" ] = $row;
		}

		return $before;
	}

	/**
	 * @param array{id: int, ticket_id: int, customer_id: int, at: string, findings: list<Finding>} $message
	 * @return array<string, scalar|null>
	 */
	private static function row( array $message, Finding $finding ): array {
		return [
			'message_id'  => $message['id'],
			'ticket_id'   => $message['ticket_id'],
			'customer_id' => $message['customer_id'],
			'label'       => $finding->label->value,
			'kind'        => $finding->kind?->value,
			'severity'    => $finding->severity,
			'rule'        => $finding->rule,
			'why'         => $finding->why,
			'quote'       => $finding->quote,
			'start_at'    => $finding->start,
			'end_at'      => $finding->end,
			'read_as'     => $finding->read_as === null ? null : mb_substr( $finding->read_as, 0, self::LONGEST_READ_AS, 'UTF-8' ),
			'quoted'      => (int) $finding->quoted,
			'at'          => $message['at'],
		];
	}

	/**
	 * @param array<string, scalar|null> $row
	 * @return list<string|null>
	 */
	private static function told( array $row ): array {
		return array_map( static fn ( string $column ): ?string => isset( $row[ $column ] ) ? (string) $row[ $column ] : null, self::READ );
	}

	/** @param list<array<string, scalar|null>> $rows */
	private function save( array $rows ): void {
		$set = implode( ', ', array_map( static fn ( string $column ): string => "`$column` = VALUES(`$column`)", self::READ ) );
		foreach ( array_chunk( $rows, 100 ) as $chunk ) {
			$this->database->insert_all( 'findings', $chunk, $set );
		}
	}

	private function table(): string {
		return $this->database->table( 'findings' );
	}
}
