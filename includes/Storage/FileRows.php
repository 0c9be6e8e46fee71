<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\HelpDesks\TicketFile\Row;

/** The rows of files on their way in. `place` keeps together what belongs together: a customer's tickets, a ticket's messages. */
final class FileRows {

	public const READ     = 'read';
	public const READY    = 'ready';
	public const WRITING  = 'writing';
	public const WRITTEN  = 'written';
	public const REJECTED = 'rejected';

	public function __construct( private readonly Database $database ) {
	}

	/**
	 * A row that is there stays as it is.
	 *
	 * @param list<array{row: Row, place: string, ticket_hash: string, key_hash: string|null, cells: list<string>}> $rows
	 */
	public function add( int $file_id, array $rows ): void {
		$json = static fn ( array $value ): string => (string) wp_json_encode( $value, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES );
		$all  = [];
		foreach ( $rows as $one ) {
			$is_bad = $one['row']->errors !== [];
			$all[]  = [
				'file_id'     => $file_id,
				'row_no'      => $one['row']->row,
				'line_no'     => $one['row']->line,
				'place'       => $one['place'],
				'ticket_hash' => $one['ticket_hash'],
				'key_hash'    => (string) $one['key_hash'],
				'state'       => $is_bad ? self::REJECTED : self::READ,
				'result'      => $is_bad ? self::REJECTED : '',
				'errors'      => $json( $one['row']->errors ),
				'said'        => $json( $one['row']->said ),
				'cells'       => $json( $one['cells'] ),
			];
		}
		$this->database->insert_all( 'ticket_file_rows', $all );
	}

	/**
	 * The next rows in one or two states, in the order of their places.
	 *
	 * @param non-empty-list<string> $states
	 * @return list<array{row: Row, place: string, ticket_hash: string, state: string, result: string}>
	 */
	public function next( int $file_id, array $states, string $after, int $limit ): array {
		$found = [];
		foreach ( $states as $state ) {
			$found = [ ...$found, ...$this->database->rows( "SELECT row_no, line_no, place, ticket_hash, state, result, said FROM {$this->table()} WHERE file_id = %d AND state = %s AND place > %s ORDER BY place, row_no LIMIT %d", [ $file_id, $state, $after, $limit ] ) ];
		}
		usort( $found, static fn ( array $a, array $b ): int => [ $a['place'], (int) $a['row_no'] ] <=> [ $b['place'], (int) $b['row_no'] ] );

		return array_map( self::read( ... ), array_slice( $found, 0, $limit ) );
	}

	/**
	 * All rows of one place.
	 *
	 * @return list<array{row: Row, place: string, ticket_hash: string, state: string, result: string}>
	 */
	public function at( int $file_id, string $place, int $limit ): array {
		return array_map( self::read( ... ), $this->database->rows( "SELECT row_no, line_no, place, ticket_hash, state, result, said FROM {$this->table()} WHERE file_id = %d AND place = %s AND state <> 'rejected' ORDER BY row_no LIMIT %d", [ $file_id, $place, $limit ] ) );
	}

	/**
	 * @param list<string> $hashes
	 * @return array<string, int> First row by ticket.
	 */
	public function first_of( int $file_id, array $hashes ): array {
		$first = [];
		$marks = implode( ', ', array_fill( 0, count( $hashes ), '%s' ) );
		foreach ( $hashes === [] ? [] : $this->database->rows( "SELECT ticket_hash, MIN(row_no) AS first FROM {$this->table()} WHERE file_id = %d AND ticket_hash IN ($marks) GROUP BY ticket_hash", [ $file_id, ...$hashes ] ) as $row ) {
			$first[ (string) $row['ticket_hash'] ] = (int) $row['first'];
		}

		return $first;
	}

	/**
	 * @param list<int>   $rows
	 * @param string|null $result Null: stays.
	 */
	public function mark( int $file_id, array $rows, string $state, ?string $result = null ): void {
		if ( $rows !== [] ) {
			$set = $result === null ? '' : ', result = %s';
			$this->database->write( "UPDATE {$this->table()} SET state = %s$set WHERE file_id = %d AND row_no IN (" . implode( ', ', $rows ) . ')', [ $state, $result, $file_id ] );
		}
	}

	/**
	 * @param list<int>                    $rows
	 * @param list<array{string, string}>  $errors Target and code.
	 */
	public function reject( int $file_id, array $rows, array $errors ): void {
		$this->database->write( "UPDATE {$this->table()} SET state = 'rejected', result = 'rejected', errors = %s WHERE file_id = %d AND row_no IN (" . implode( ', ', $rows ) . ')', [ (string) wp_json_encode( $errors ), $file_id ] );
	}

	/**
	 * Whose the rows are, and whether we know them as somebody who bought.
	 *
	 * @param list<int> $rows
	 */
	public function belong( int $file_id, array $rows, string $key_hash, bool $is_known ): void {
		$this->database->write( "UPDATE {$this->table()} SET key_hash = %s, is_known = %d WHERE file_id = %d AND row_no IN (" . implode( ', ', $rows ) . ')', [ $key_hash, $is_known ? 1 : 0, $file_id ] );
	}

	public function drop( int $file_id ): void {
		$this->database->write( "DELETE FROM {$this->table()} WHERE file_id = %d", [ $file_id ] );
	}

	/** What was refused stays, so that somebody can mend it. */
	public function drop_taken( int $file_id ): void {
		$this->database->write( "DELETE FROM {$this->table()} WHERE file_id = %d AND state <> 'rejected'", [ $file_id ] );
	}

	/**
	 * @param array<string, string|null> $row
	 * @return array{row: Row, place: string, ticket_hash: string, state: string, result: string}
	 */
	private static function read( array $row ): array {
		$said = json_decode( (string) $row['said'], true );

		return [
			'row'         => new Row( (int) $row['row_no'], (int) $row['line_no'], is_array( $said ) ? array_filter( $said, static fn ( mixed $value ): bool => is_scalar( $value ) || $value === null ) : [] ),
			'place'       => (string) $row['place'],
			'ticket_hash' => (string) $row['ticket_hash'],
			'state'       => (string) $row['state'],
			'result'      => (string) $row['result'],
		];
	}

	private function table(): string {
		return $this->database->table( 'ticket_file_rows' );
	}
}
