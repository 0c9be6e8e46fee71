<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\HelpDesks\Ticket;

/** Time that somebody measured. What is estimated is derived from the messages and stored nowhere. */
final class TimeEntries {

	private const TOLD = [ 'customer_id', 'agent_id', 'seconds', 'note', 'at', 'updated_at' ];

	public function __construct( private readonly Database $database ) {
	}

	/**
	 * The measured time of a whole ticket; null where nobody measured any.
	 *
	 * @return array<string, scalar|null>|null
	 */
	public static function row( string $source, int $ticket_id, ?int $customer_id, Ticket $ticket, ?int $agent_id, string $note = '' ): ?array {
		return $ticket->minutes === null ? null : [
			'source'      => $source,
			'external_id' => $ticket->external_id,
			'ticket_id'   => $ticket_id,
			'customer_id' => $customer_id,
			'agent_id'    => $agent_id ?? 0,
			'seconds'     => $ticket->minutes * 60,
			'measured'    => 1,
			'note'        => $note,
			'at'          => Database::time( $ticket->created_at ),
			'updated_at'  => Database::time( $ticket->updated_at ),
		];
	}

	/** @param list<array<string, scalar|null>> $rows */
	public function save( array $rows ): void {
		$newer = array_map( static fn ( string $column ): string => "`$column` = CASE WHEN VALUES(updated_at) >= updated_at THEN VALUES(`$column`) ELSE `$column` END", self::TOLD );
		foreach ( array_chunk( $rows, 200 ) as $chunk ) {
			$this->database->insert_all( 'time_entries', $chunk, implode( ', ', $newer ) );
		}
	}

	public function give_to( int $ticket_id, ?int $customer_id ): void {
		$this->database->write( "UPDATE {$this->database->table( 'time_entries' )} SET customer_id = " . Database::mark( $customer_id ) . ' WHERE ticket_id = %d', [ $customer_id, $ticket_id ] );
	}

	/** @return array<string, string|null>|null The first of a ticket. */
	public function of_ticket( int $ticket_id ): ?array {
		return $this->database->row( "SELECT * FROM {$this->database->table( 'time_entries' )} WHERE ticket_id = %d ORDER BY id LIMIT 1", [ $ticket_id ] );
	}
}
