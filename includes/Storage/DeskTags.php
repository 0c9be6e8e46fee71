<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Clock;
use Amicable\HelpDesks\Tags\TagKind;
use Amicable\HelpDesks\Tags\TagSettings;
use Amicable\HelpDesks\Tags\TagTask;

/**
 * Which tags help desks have, and which they should have. What they should have is never told by whoever changes it: it is read from tiers and cases,
 * so that no change is lost and none is written twice.
 */
final class DeskTags {

	/** Waits between tries, in minutes; after the last one a person has to look. */
	private const WAITS = [ 5, 20, 80, 320, 1440, 1440, 1440 ];

	/** How long whoever claimed one has for it. */
	private const LEASE = '+5 minutes';

	public function __construct(
		private readonly Database $database,
		private readonly Clock $clock,
	) {
	}

	/**
	 * Brings the list to what holds now.
	 *
	 * @param list<string> $desks
	 */
	public function plan( array $desks, TagSettings $settings ): void {
		$now  = Database::time( $this->clock->now() );
		$due  = "state = 'due', attempts = 0, why = '', next_at = %s, version = version + 1";
		$tags = $this->database->table( 'desk_tags' );
		foreach ( TagKind::cases() as $kind ) {
			$holders = $this->holders( $kind );
			foreach ( $desks as $desk ) {
				$this->database->write( "INSERT INTO $tags (customer_id, desk, kind, wanted, state, next_at, tag, tickets, why) SELECT w.customer_id, %s AS desk, %s AS kind, 1 AS wanted, 'due' AS state, %s AS next_at, '' AS tag, '{}' AS tickets, '' AS why FROM ($holders) w WHERE NOT EXISTS (SELECT 1 FROM $tags d WHERE d.customer_id = w.customer_id AND d.desk = %s AND d.kind = %s)", [ $desk, $kind->value, $now, $desk, $kind->value ] );
			}
			$this->database->write( "UPDATE $tags SET wanted = 0, $due WHERE kind = %s AND wanted = 1 AND customer_id NOT IN ($holders)", [ $now, $kind->value ] );
			$this->database->write( "UPDATE $tags SET wanted = 1, $due WHERE kind = %s AND wanted = 0 AND customer_id IN ($holders)", [ $now, $kind->value ] );
			$this->database->write( "UPDATE $tags SET $due WHERE kind = %s AND wanted = 1 AND state = 'done' AND ((tag <> '' AND tag <> %s) OR seen_ticket < {$this->newest_ticket( 'customer_id' )})", [ $now, $kind->value, $settings->name( $kind ) ] );
		}
	}

	/** A ticket came that we have not read: whoever has a tag gets it there too. @return bool Whether there is anything to write. */
	public function again( int $customer_id, string $desk ): bool {
		return $this->database->write( "UPDATE {$this->database->table( 'desk_tags' )} SET state = 'due', attempts = 0, next_at = %s, version = version + 1 WHERE customer_id = %d AND desk = %s AND wanted = 1", [ Database::time( $this->clock->now() ), $customer_id, $desk ] ) > 0;
	}

	/** Those that nobody tries any more are tried again. */
	public function retry(): void {
		$this->database->write( "UPDATE {$this->database->table( 'desk_tags' )} SET state = 'due', attempts = 0, next_at = %s, version = version + 1 WHERE state = 'stuck'", [ Database::time( $this->clock->now() ) ] );
	}

	/**
	 * Claims the next one that is due; whoever is cut off gives it back by being late.
	 *
	 * @param list<string> $desks
	 */
	public function claim( array $desks ): ?TagTask {
		if ( $desks === [] ) {
			return null;
		}
		$tags  = $this->database->table( 'desk_tags' );
		$now   = $this->clock->now();
		$marks = implode( ', ', array_fill( 0, count( $desks ), '%s' ) );
		$row   = $this->database->row( "SELECT * FROM $tags WHERE state = 'due' AND next_at <= %s AND desk IN ($marks) ORDER BY wanted, next_at, id LIMIT 1", [ Database::time( $now ), ...$desks ] );
		if ( $row === null || $this->database->write( "UPDATE $tags SET next_at = %s, attempts = attempts + 1, version = version + 1 WHERE id = %d AND version = %d AND state = 'due'", [ Database::time( $now->modify( self::LEASE ) ), (int) $row['id'], (int) $row['version'] ] ) !== 1 ) {
			return null;
		}

		return self::task( $row );
	}

	/**
	 * What is meant to be written, kept before it is, and what is known to be.
	 *
	 * @param array<string, bool> $tickets
	 */
	public function keep( TagTask $task, string $tag, array $tickets ): void {
		$this->database->write( "UPDATE {$this->database->table( 'desk_tags' )} SET tag = %s, tickets = %s WHERE id = %d", [ $tag, (string) wp_json_encode( (object) $tickets ), $task->id ] );
	}

	/** Done, unless something else holds by now. */
	public function finish( TagTask $task ): void {
		$this->database->write( "UPDATE {$this->database->table( 'desk_tags' )} SET state = 'done', attempts = 0, why = '', version = version + 1, seen_ticket = COALESCE({$this->newest_ticket( '%d' )}, 0) WHERE id = %d AND version = %d", [ $task->customer_id, $task->id, $task->version + 1 ] );
	}

	public function fail( TagTask $task, string $why ): void {
		$wait = self::WAITS[ $task->attempts ] ?? null;
		$this->database->write( "UPDATE {$this->database->table( 'desk_tags' )} SET state = %s, why = %s, next_at = %s, version = version + 1 WHERE id = %d AND version = %d", [ $wait === null ? 'stuck' : 'due', mb_substr( $why, 0, 190, 'UTF-8' ), Database::time( $this->clock->now()->modify( '+' . ( $wait ?? 0 ) . ' minutes' ) ), $task->id, $task->version + 1 ] );
	}

	/**
	 * @param list<string> $desks
	 * @return array{waiting: int, stuck: int, why: string|null} How many wait to be written, how many nobody tries any more, and the last reason.
	 */
	public function standing( array $desks ): array {
		$tags  = $this->database->table( 'desk_tags' );
		$marks = implode( ', ', array_fill( 0, max( 1, count( $desks ) ), '%s' ) );
		$desks = $desks === [] ? [ '' ] : $desks;
		$row   = $this->database->row( "SELECT COALESCE(SUM(CASE WHEN state = 'due' THEN 1 ELSE 0 END), 0) AS waiting, COALESCE(SUM(CASE WHEN state = 'stuck' THEN 1 ELSE 0 END), 0) AS stuck FROM $tags WHERE desk IN ($marks)", $desks );

		return [
			'waiting' => (int) ( $row['waiting'] ?? 0 ),
			'stuck'   => (int) ( $row['stuck'] ?? 0 ),
			'why'     => $this->database->value( "SELECT why FROM $tags WHERE why <> '' AND desk IN ($marks) ORDER BY next_at DESC, id DESC LIMIT 1", $desks ),
		];
	}

	/** Who has to have it, as SQL. */
	private function holders( TagKind $kind ): string {
		return match ( $kind ) {
			TagKind::HighValue => "SELECT customer_id FROM {$this->database->table( 'tiers' )}",
			TagKind::Locked    => "SELECT DISTINCT customer_id FROM {$this->database->table( 'cases' )} WHERE " . Locks::KEEPS_SILENT,
		};
	}

	private function newest_ticket( string $customer ): string {
		return "(SELECT MAX(t.id) FROM {$this->database->table( 'tickets' )} t WHERE t.customer_id = " . ( $customer === '%d' ? $customer : "{$this->database->table( 'desk_tags' )}.$customer" ) . ')';
	}

	/** @param array<string, string|null> $row */
	private static function task( array $row ): TagTask {
		$kept    = json_decode( (string) $row['tickets'], true );
		$tickets = [];
		foreach ( is_array( $kept ) ? $kept : [] as $ticket => $stands ) {
			$tickets[ (string) $ticket ] = $stands === true;
		}

		return new TagTask( (int) $row['id'], (int) $row['customer_id'], (string) $row['desk'], TagKind::from( (string) $row['kind'] ), $row['wanted'] === '1', (string) $row['tag'], $tickets, (int) $row['attempts'], (int) $row['version'] );
	}
}
