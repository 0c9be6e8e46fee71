<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Patterns\Incidents\Candidate;
use Amicable\Patterns\Incidents\Incident;

/**
 * Which tickets belong to an incident. *Counted* ones are our fault, and what their desk says of the cause is kept beside it and comes back with the end of the
 * incident; *held* ones are part of a proposal, and patterns leave them alone until somebody decides.
 */
final class IncidentTickets {

	public function __construct( private readonly Database $database ) {
	}

	/**
	 * Everything that people asked between two moments, the newest so many.
	 *
	 * @param bool $with_text Whether the first message is wanted, too.
	 * @return list<Candidate>
	 */
	public function between( int $from, int $until, int $most, bool $with_text ): array {
		$messages = $this->database->table( 'messages' );
		$text     = $with_text ? "(SELECT m.text FROM $messages m WHERE m.ticket_id = t.id AND m.kind = 'customer' AND m.at = t.first_customer_at ORDER BY m.id LIMIT 1)" : 'NULL';
		$rows     = $this->database->rows(
			"SELECT t.id, t.customer_id, t.created_at, t.subject, $text AS text FROM {$this->database->table( 'tickets' )} t
			WHERE t.created_at >= %s AND t.created_at <= %s AND t.customer_id IS NOT NULL AND t.first_customer_at IS NOT NULL AND t.status NOT IN ('spam', 'deleted', 'merged') ORDER BY t.created_at DESC, t.id DESC LIMIT %d",
			[ gmdate( 'Y-m-d H:i:s', $from ), gmdate( 'Y-m-d H:i:s', $until ), $most ]
		);
		$articles = $this->articles( array_map( static fn ( array $row ): int => (int) $row['id'], $rows ) );

		return array_map(
			static fn ( array $row ): Candidate => new Candidate( (int) $row['id'], (int) $row['customer_id'], Database::moment( (string) $row['created_at'] )->getTimestamp(), (string) $row['subject'], (string) $row['text'], $articles[ (int) $row['id'] ] ?? [] ),
			$rows
		);
	}

	/**
	 * @param list<int> $ticket_ids
	 * @return array<int, list<string>> By ticket.
	 */
	private function articles( array $ticket_ids ): array {
		$by = [];
		foreach ( array_chunk( $ticket_ids, 1000 ) as $some ) {
			$rows = $this->database->rows( "SELECT DISTINCT ticket_id, docs_url FROM {$this->database->table( 'messages' )} WHERE ticket_id IN (" . implode( ', ', $some ) . ") AND kind = 'agent' AND docs_url IS NOT NULL" );
			foreach ( $rows as $row ) {
				$by[ (int) $row['ticket_id'] ][] = (string) $row['docs_url'];
			}
		}

		return $by;
	}

	/** Whether there are questions at all. */
	public function any(): bool {
		return $this->database->value( "SELECT MIN(id) FROM {$this->tickets()}" ) !== null;
	}

	/**
	 * What is shown of tickets, with whether they are counted in some incident, and in which.
	 *
	 * @param list<int> $ticket_ids
	 * @return array<int, array<string, string|null>> By ticket.
	 */
	public function details( array $ticket_ids ): array {
		$rows = $ticket_ids === [] ? [] : $this->database->rows( "SELECT t.id, t.customer_id, t.subject, t.url, t.created_at, t.incident_id, c.name, c.email FROM {$this->tickets()} t LEFT JOIN {$this->database->table( 'customers' )} c ON c.id = t.customer_id WHERE t.id IN (" . implode( ', ', $ticket_ids ) . ')' );

		$by = [];
		foreach ( $rows as $row ) {
			$by[ (int) $row['id'] ] = $row;
		}

		return $by;
	}

	/** @return list<int> Tickets that are counted, the newest first. */
	public function counted( int $incident_id, int $most ): array {
		return array_map( static fn ( array $row ): int => (int) $row['id'], $this->database->rows( "SELECT id FROM {$this->tickets()} WHERE incident_id = %d ORDER BY created_at DESC, id DESC LIMIT %d", [ $incident_id, $most ] ) );
	}

	/** @return array<int, int> How many tickets each incident counts. */
	public function numbers(): array {
		$numbers = [];
		foreach ( $this->database->rows( "SELECT incident_id, COUNT(*) AS tickets FROM {$this->tickets()} WHERE incident_id IS NOT NULL GROUP BY incident_id" ) as $row ) {
			$numbers[ (int) $row['incident_id'] ] = (int) $row['tickets'];
		}

		return $numbers;
	}

	/**
	 * From now on these are our fault. A ticket is of one incident only, the first.
	 *
	 * @param non-empty-list<int> $ticket_ids
	 */
	public function count( Incident $incident, array $ticket_ids ): void {
		$this->database->write( "UPDATE {$this->tickets()} SET incident_id = %d, cause_told = cause, cause = 'ours' WHERE incident_id IS NULL AND id IN (" . implode( ', ', $ticket_ids ) . ')', [ $incident->id ] );
	}

	/** @param list<int> $ticket_ids Patterns leave them alone for now. */
	public function hold( int $incident_id, array $ticket_ids ): void {
		if ( $ticket_ids !== [] ) {
			$this->database->write( "UPDATE {$this->tickets()} SET held_by = %d WHERE held_by IS NULL AND incident_id IS NULL AND id IN (" . implode( ', ', $ticket_ids ) . ')', [ $incident_id ] );
		}
	}

	/** A proposal is decided. */
	public function let_go( int $incident_id ): void {
		$this->database->write( "UPDATE {$this->tickets()} SET held_by = NULL WHERE held_by = %d", [ $incident_id ] );
	}

	/** As if there had been no incident: each ticket has the cause again that its desk tells. */
	public function give_back( int $incident_id ): void {
		$this->database->write( "UPDATE {$this->tickets()} SET cause = cause_told, cause_told = NULL, incident_id = NULL WHERE incident_id = %d", [ $incident_id ] );
	}

	/** @return list<int> Whoever has a ticket that is counted or held. */
	public function customers( int $incident_id ): array {
		$rows = $this->database->rows( "SELECT customer_id FROM {$this->tickets()} WHERE incident_id = %d AND customer_id IS NOT NULL UNION SELECT customer_id FROM {$this->tickets()} WHERE held_by = %d AND customer_id IS NOT NULL", [ $incident_id, $incident_id ] );

		return array_map( static fn ( array $row ): int => (int) $row['customer_id'], $rows );
	}

	private function tickets(): string {
		return $this->database->table( 'tickets' );
	}
}
