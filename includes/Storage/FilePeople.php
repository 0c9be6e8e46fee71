<?php
declare( strict_types=1 );

namespace Amicable\Storage;

/** What files on their way in say about a person, found by the hash of an address, also where nobody of that address is a customer yet. */
final class FilePeople {

	public function __construct( private readonly Database $database ) {
	}

	/**
	 * @param non-empty-list<string> $hashes
	 * @return list<array{file: int, row: int, said: array<array-key, mixed>}>
	 */
	public function rows( array $hashes, int $limit, int $offset ): array {
		return array_map(
			static function ( array $row ): array {
				$said = json_decode( (string) $row['said'], true );

				return [ 'file' => (int) $row['file_id'], 'row' => (int) $row['row_no'], 'said' => is_array( $said ) ? $said : [] ];
			},
			$this->database->rows( "SELECT file_id, row_no, said FROM {$this->table()} WHERE key_hash IN ({$this->marks( $hashes )}) ORDER BY file_id, row_no LIMIT %d OFFSET %d", [ ...$hashes, $limit, $offset ] )
		);
	}

	/**
	 * The rows go as a whole: what is left of the file is imported without this person.
	 *
	 * @param non-empty-list<string> $hashes
	 */
	public function erase( array $hashes ): int {
		return $this->database->write( "DELETE FROM {$this->table()} WHERE key_hash IN ({$this->marks( $hashes )})", $hashes );
	}

	/** @param non-empty-list<string> $hashes */
	private function marks( array $hashes ): string {
		return implode( ', ', array_fill( 0, count( $hashes ), '%s' ) );
	}

	private function table(): string {
		return $this->database->table( 'ticket_file_rows' );
	}
}
