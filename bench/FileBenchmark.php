<?php
declare( strict_types=1 );

namespace Amicable\Bench;

use Amicable\Graph;
use Amicable\Storage\Database;
use Amicable\Storage\TicketFile;

/** A file of tickets, from its bytes to the figures, against bare inserts of the very rows that came of it. */
final class FileBenchmark {

	private const HEADER = "Id,Email,Subject,Status,Created,Minutes,Text\n";

	private const TABLES = [ 'tickets', 'messages', 'time_entries' ];

	public function __construct(
		private readonly Graph $graph,
		private readonly int $rows,
	) {
	}

	public function run(): void {
		$files = $this->graph->file_import()->files;
		$bytes = $this->csv();
		$id    = $files->create( 1, 'bench.csv', strlen( $bytes ) );
		foreach ( str_split( $bytes, TicketFile::PIECE ) as $number => $piece ) {
			$this->graph->file_import()->pieces->save( $id, $number, $piece, hash( 'sha256', $piece ) );
		}
		$size = strlen( $bytes );
		unset( $bytes, $piece );
		$files->uploaded( $id );
		memory_reset_peak_usage();
		$files->check( $id, self::options(), explode( ',', trim( self::HEADER ) ), str_repeat( 'b', 64 ), 'read:0:' . strlen( self::HEADER ) . ':2:2', (int) ceil( $size / TicketFile::PIECE ) );
		$check  = Stopwatch::of( 1, fn () => $this->drive( $id, TicketFile::CHECKING ) )->worst();
		$this->graph->file_import()->driver()->begin( $files->find( $id ) ?? throw new \LogicException( 'It is gone.' ) );
		$import = Stopwatch::of( 1, fn () => $this->drive( $id, TicketFile::IMPORTING ) )->worst();
		$peak   = memory_get_peak_usage() / 1_048_576;
		$counts = $files->find( $id )->counts ?? [];
		$bare   = $this->bare();
		printf( "%-22s %s rows (%.1f MB): checked in %.1f s, imported in %.1f s; bare inserts of what came of them %.1f s: %.1f × and %.1f ×; peak %.0f MiB; %s\n", 'file of tickets', number_format( $this->rows ), $size / 1e6, $check / 1000, $import / 1000, $bare / 1000, $check / $bare, $import / $bare, $peak, wp_json_encode( $counts ) );
	}

	private function drive( int $id, string $state ): void {
		while ( $this->graph->file_import()->driver()->drive( $id, $state, 2.5 ) && $this->graph->file_import()->files->find( $id )?->state === $state ) {
			continue;
		}
	}

	private function bare(): float {
		$database = $this->graph->database();
		$took     = 0.0;
		foreach ( self::TABLES as $table ) {
			$name  = $database->table( $table );
			$where = $table === 'messages' ? "ticket_id IN (SELECT id FROM {$database->table( 'tickets' )} WHERE source = 'bench-file')" : "source = 'bench-file'";
			$rows  = $database->rows( "SELECT * FROM $name WHERE $where" );
			$database->write( "DROP TABLE IF EXISTS {$name}_bare" );
			$database->write( "CREATE TABLE {$name}_bare LIKE $name" );
			$took += Stopwatch::of( 1, static fn () => self::insert( $database, "{$table}_bare", $rows ) )->worst();
			$database->write( "DROP TABLE {$name}_bare" );
		}

		return $took;
	}

	/** @param list<array<string, string|null>> $rows */
	private static function insert( Database $database, string $table, array $rows ): void {
		foreach ( array_chunk( $rows, 500 ) as $chunk ) {
			$database->insert_all( $table, $chunk );
		}
	}

	/** A tenth as many people, ten tickets each, with a question's text. */
	private function csv(): string {
		$text = self::HEADER;
		for ( $row = 1; $row <= $this->rows; $row++ ) {
			$text .= sprintf( "F-%d,writer%d@example.com,\"Where is it, %d?\",Solved,%s,%d,\"%s\"\n", $row, $row * 7919 % intdiv( $this->rows, 10 ), $row, gmdate( 'Y-m-d H:i', 1_735_689_600 + $row * 600 ), $row % 60, str_repeat( 'A sentence of a question, as people write. ', 1 + $row % 6 ) );
		}

		return $text;
	}

	/** @return array<string, mixed> */
	private static function options(): array {
		$fields = [ 'external_id', 'email', 'subject', 'status', 'created_at', 'minutes', 'text' ];

		return [
			'encoding'     => 'utf-8',
			'delimiter'    => ',',
			'shape'        => 'tickets',
			'source'       => 'bench-file',
			'columns'      => array_map( static fn ( string $field, int $column ): array => [ 'field' => $field, 'column' => $column ], $fields, array_keys( $fields ) ),
			'date_order'   => null,
			'time_zone'    => 'UTC',
			'minutes_unit' => 'minutes',
			'statuses'     => [],
		];
	}
}
