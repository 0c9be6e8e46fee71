<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Clock;
use Amicable\Patterns\Incidents\Incident;
use Amicable\Patterns\Incidents\IncidentState;

/** Incidents as they are kept. Nothing is deleted: a proposal that somebody refused is not made again. */
final class Incidents {

	private const MOST = 100;

	public function __construct(
		private readonly Database $database,
		private readonly Clock $clock,
	) {
	}

	/** @return list<Incident> Proposals first, then what goes on, then what is over; the newest of each first. */
	public function shown(): array {
		$rows = $this->database->rows( "SELECT * FROM {$this->table()} WHERE state IN ('proposed', 'open', 'ended') ORDER BY CASE state WHEN 'proposed' THEN 1 WHEN 'open' THEN 2 ELSE 3 END, from_at DESC, id DESC LIMIT " . self::MOST );

		return array_values( array_filter( array_map( self::incident( ... ), $rows ) ) );
	}

	/** @return list<Incident> Of every state, those that reach into the time since then. */
	public function since( int $moment ): array {
		$at = gmdate( 'Y-m-d H:i:s', $moment );

		return array_values( array_filter( array_map( self::incident( ... ), $this->database->rows( "SELECT * FROM {$this->table()} WHERE state IN ('proposed', 'open') OR from_at >= %s OR until_at >= %s ORDER BY id", [ $at, $at ] ) ) ) );
	}

	public function find( int $id ): ?Incident {
		$row = $this->database->row( "SELECT * FROM {$this->table()} WHERE id = %d", [ $id ] );

		return $row === null ? null : self::incident( $row );
	}

	/** @param int $user_id 0: proposed by the program. */
	public function add( Incident $incident, int $user_id ): int {
		$now = Database::time( $this->clock->now() );

		return (int) $this->database->insert(
			'incidents',
			[
				'state'      => $incident->state->value,
				'about'      => mb_substr( $incident->about, 0, 190 ),
				'words'      => mb_substr( $incident->words, 0, 500 ),
				'docs_url'   => $incident->docs_url,
				'from_at'    => gmdate( 'Y-m-d H:i:s', $incident->from ),
				'until_at'   => $incident->until === null ? null : gmdate( 'Y-m-d H:i:s', $incident->until ),
				'people'     => $incident->people,
				'created_by' => $user_id,
				'created_at' => $now,
				'updated_at' => $now,
			]
		);
	}

	/** False when somebody was faster. */
	public function move( Incident $seen, IncidentState $to, ?int $until ): bool {
		$end = $until === null ? null : gmdate( 'Y-m-d H:i:s', $until );

		return $this->database->write(
			"UPDATE {$this->table()} SET state = %s, until_at = " . Database::mark( $end ) . ', updated_at = %s, version = version + 1 WHERE id = %d AND version = %d',
			[ $to->value, $end, Database::time( $this->clock->now() ), $seen->id, $seen->version ]
		) === 1;
	}

	/** @param array<string, string|null> $row */
	private static function incident( array $row ): ?Incident {
		$state = IncidentState::tryFrom( (string) $row['state'] );

		return $state === null ? null : new Incident(
			(int) $row['id'],
			(int) $row['version'],
			$state,
			(string) $row['about'],
			(string) $row['words'],
			$row['docs_url'],
			Database::moment( (string) $row['from_at'] )->getTimestamp(),
			$row['until_at'] === null ? null : Database::moment( $row['until_at'] )->getTimestamp(),
			(int) $row['people'],
			Database::moment( (string) $row['created_at'] )->getTimestamp(),
		);
	}

	private function table(): string {
		return $this->database->table( 'incidents' );
	}
}
