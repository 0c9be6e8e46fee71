<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\HelpDesks\Ticket;

/** The tickets as their desks told them. How each counts stands in columns that `TicketStandings` recounts. */
final class Tickets {

	/** What an update replaces; the rest is recounted or never changes. */
	private const TOLD = [ 'customer_id', 'key_id', 'url', 'channel', 'status', 'subject', 'in_docs', 'agent_id', 'tags', 'store', 'order_id', 'created_at', 'updated_at', 'fingerprint' ];

	public function __construct( private readonly Database $database ) {
	}

	/**
	 * @param list<string> $external_ids
	 * @return array<array-key, array{id: int, customer_id: int|null, updated_at: string, fingerprint: string}> By external id.
	 */
	public function known( string $source, array $external_ids ): array {
		if ( $external_ids === [] ) {
			return [];
		}
		$marks = implode( ', ', array_fill( 0, count( $external_ids ), '%s' ) );
		$rows  = $this->database->rows( "SELECT id, external_id, customer_id, updated_at, fingerprint FROM {$this->database->table( 'tickets' )} WHERE source = %s AND external_id IN ($marks)", [ $source, ...$external_ids ] );
		$known = [];
		foreach ( $rows as $row ) {
			$known[ (string) $row['external_id'] ] = [
				'id'          => (int) $row['id'],
				'customer_id' => $row['customer_id'] === null ? null : (int) $row['customer_id'],
				'updated_at'  => (string) $row['updated_at'],
				'fingerprint' => (string) $row['fingerprint'],
			];
		}

		return $known;
	}

	/**
	 * The columns of a ticket.
	 *
	 * @param array{customer_id: int, key_id: int}|null $who Null: one of our own people asked.
	 * @return array<string, scalar|null>
	 */
	public static function row( string $source, Ticket $ticket, ?array $who, ?int $agent_id ): array {
		return [
			'source'      => $source,
			'external_id' => $ticket->external_id,
			'customer_id' => $who['customer_id'] ?? null,
			'key_id'      => $who['key_id'] ?? null,
			'url'         => $ticket->url,
			'channel'     => $ticket->channel->value,
			'status'      => $ticket->status->value,
			'subject'     => $ticket->subject,
			'cause'       => $ticket->cause?->value,
			'in_docs'     => $ticket->in_docs === null ? null : ( $ticket->in_docs ? 'yes' : 'no' ),
			'agent_id'    => $agent_id,
			'tags'        => $ticket->tags === [] ? null : (string) json_encode( $ticket->tags, JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR ),
			'store'       => $ticket->requester->order?->store,
			'order_id'    => $ticket->requester->order?->id,
			'created_at'  => Database::time( $ticket->created_at ),
			'updated_at'  => Database::time( $ticket->updated_at ),
			'fingerprint' => $ticket->fingerprint(),
			'stars'       => $ticket->stars,
		];
	}

	/**
	 * @param array<string, scalar|null> $row
	 * @return int|null Null when somebody stored it meanwhile.
	 */
	public function insert( array $row ): ?int {
		return $this->database->insert( 'tickets', $row );
	}

	/**
	 * Replaces what an older delivery told; a newer one stays.
	 *
	 * @param array<string, scalar|null> $row
	 */
	public function replace( int $id, array $row ): void {
		$told  = array_intersect_key( $row, array_flip( self::TOLD ) );
		$cause = Database::mark( $row['cause'] ?? null );
		// What was counted in an incident is our fault, whatever the desk says; its word waits beside it.
		$set = implode( ', ', array_map( static fn ( string $column, mixed $value ): string => "`$column` = " . Database::mark( is_scalar( $value ) ? $value : null ), array_keys( $told ), $told ) )
			. ", cause = CASE WHEN incident_id IS NULL THEN $cause ELSE 'ours' END, cause_told = CASE WHEN incident_id IS NULL THEN NULL ELSE $cause END";
		$this->database->write( "UPDATE {$this->database->table( 'tickets' )} SET $set WHERE id = %d AND updated_at <= %s", [ ...array_values( $told ), $row['cause'] ?? null, $row['cause'] ?? null, $id, $row['updated_at'] ] );
	}

	/**
	 * Many at once that nobody has yet, for a first load: twice the same is kept once.
	 *
	 * @param list<array<string, scalar|null>> $rows All with the same columns.
	 */
	public function load( array $rows ): void {
		foreach ( array_chunk( $rows, 200 ) as $chunk ) {
			$this->database->insert_all( 'tickets', $chunk );
		}
	}

	/** Whether somebody waits for our answer: a case may not reach its warning before that is done. */
	public function wait_for_us( int $customer_id ): int {
		return (int) $this->database->value(
			"SELECT COUNT(*) FROM {$this->database->table( 'tickets' )} WHERE customer_id = %d AND status IN ('open', 'pending') AND last_customer_at IS NOT NULL AND (last_agent_at IS NULL OR last_agent_at < last_customer_at)",
			[ $customer_id ]
		);
	}

	/** @return array<string, string|null>|null */
	public function find( int $id ): ?array {
		return $this->database->row( "SELECT * FROM {$this->database->table( 'tickets' )} WHERE id = %d", [ $id ] );
	}
}
