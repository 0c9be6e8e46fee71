<?php
declare( strict_types=1 );

namespace Amicable\Storage;

/** What became of the rows of a file, or would. */
final class FileCounts {

	public function __construct( private readonly Database $database ) {
	}

	/** @return array{rows: int, created: int, updated: int, unchanged: int, rejected: int, known: int, unknown: int} Tickets by result, refused rows, and who asked: people who bought something, and others. */
	public function of( int $file_id ): array {
		$counts = [ 'rows' => 0, 'created' => 0, 'updated' => 0, 'unchanged' => 0, 'rejected' => 0, 'known' => 0, 'unknown' => 0 ];
		foreach ( $this->database->rows( "SELECT result, COUNT(*) AS number FROM {$this->table()} WHERE file_id = %d GROUP BY result", [ $file_id ] ) as $row ) {
			$result         = (string) $row['result'];
			$counts['rows'] += (int) $row['number'];
			if ( in_array( $result, [ 'created', 'updated', 'unchanged', 'rejected' ], true ) ) {
				$counts[ $result ] = (int) $row['number'];
			}
		}
		foreach ( $this->database->rows( "SELECT is_known, COUNT(DISTINCT key_hash) AS people FROM {$this->table()} WHERE file_id = %d AND state <> 'rejected' AND is_known IS NOT NULL GROUP BY is_known", [ $file_id ] ) as $row ) {
			$counts[ $row['is_known'] === '1' ? 'known' : 'unknown' ] = (int) $row['people'];
		}

		return $counts;
	}

	/** Rows that were read and are not judged yet. */
	public function waiting( int $file_id ): int {
		return (int) $this->database->value( "SELECT COUNT(*) FROM {$this->table()} WHERE file_id = %d AND state = 'read'", [ $file_id ] );
	}

	/**
	 * The first tickets that would be created, updated or left as they are.
	 *
	 * @return list<array{row: int, result: string, is_known: bool, said: array<array-key, mixed>}>
	 */
	public function samples( int $file_id, int $each ): array {
		$samples = [];
		foreach ( [ 'created', 'updated', 'unchanged' ] as $result ) {
			foreach ( $this->database->rows( "SELECT row_no, is_known, said FROM {$this->table()} WHERE file_id = %d AND result = %s ORDER BY row_no LIMIT %d", [ $file_id, $result, $each ] ) as $row ) {
				$said      = json_decode( (string) $row['said'], true );
				$samples[] = [ 'row' => (int) $row['row_no'], 'result' => $result, 'is_known' => $row['is_known'] === '1', 'said' => is_array( $said ) ? $said : [] ];
			}
		}

		return $samples;
	}

	/** @return list<array{row: int, line: int, errors: list<array{string, string}>, cells: list<string>}> Refused rows in the order of the file. */
	public function rejected( int $file_id, int $after, int $limit ): array {
		return array_map(
			static fn ( array $row ): array => [
				'row'    => (int) $row['row_no'],
				'line'   => (int) $row['line_no'],
				'errors' => self::pairs( (string) $row['errors'] ),
				'cells'  => self::texts( (string) $row['cells'] ),
			],
			$this->database->rows( "SELECT row_no, line_no, errors, cells FROM {$this->table()} WHERE file_id = %d AND result = 'rejected' AND row_no > %d ORDER BY row_no LIMIT %d", [ $file_id, $after, $limit ] )
		);
	}

	/** @return list<array{string, string}> */
	private static function pairs( string $json ): array {
		$pairs = json_decode( $json, true );

		return array_values( array_map( static fn ( array $pair ): array => [ (string) ( $pair[0] ?? '' ), (string) ( $pair[1] ?? '' ) ], array_filter( is_array( $pairs ) ? $pairs : [], is_array( ... ) ) ) );
	}

	/** @return list<string> */
	private static function texts( string $json ): array {
		$texts = json_decode( $json, true );

		return array_values( array_filter( is_array( $texts ) ? $texts : [], is_string( ... ) ) );
	}

	private function table(): string {
		return $this->database->table( 'ticket_file_rows' );
	}
}
