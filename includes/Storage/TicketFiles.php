<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Clock;
use DateTimeImmutable;

/** The files of tickets on their way in: where each stands, and who has it in hand. Rows of `imports` are orders and recounts, not these. */
final class TicketFiles {

	private const COLUMNS = 'id, user_id, name, bytes, state, failure, options, header, cursor_at, done, total, counts, created_at, updated_at';

	public function __construct(
		private readonly Database $database,
		private readonly Clock $clock,
	) {
	}

	public function create( int $user_id, string $name, int $bytes ): int {
		$now = Database::time( $this->clock->now() );

		return (int) $this->database->insert( 'ticket_files', [ 'user_id' => $user_id, 'name' => $name, 'bytes' => $bytes, 'state' => TicketFile::UPLOADING, 'created_at' => $now, 'updated_at' => $now ] );
	}

	public function find( int $id ): ?TicketFile {
		$row = $this->database->row( 'SELECT ' . self::COLUMNS . " FROM {$this->table()} WHERE id = %d", [ $id ] );

		return $row === null ? null : self::file( $row );
	}

	/** @return list<TicketFile> The newest first. */
	public function of_user( int $user_id, int $limit ): array {
		return array_map( self::file( ... ), $this->database->rows( 'SELECT ' . self::COLUMNS . " FROM {$this->table()} WHERE user_id = %d ORDER BY id DESC LIMIT %d", [ $user_id, $limit ] ) );
	}

	/** @return list<int> What should be worked on, whoever began it. */
	public function under_way(): array {
		$rows = $this->database->rows( "SELECT id FROM {$this->table()} WHERE state IN ('checking', 'importing') ORDER BY id LIMIT 50" );

		return array_map( static fn ( array $row ): int => (int) $row['id'], $rows );
	}

	/** Whether a file waits that nobody could look through yet. */
	public function has_unread(): bool {
		return $this->database->value( "SELECT COUNT(*) FROM {$this->database->table( 'ticket_file_pieces' )}" ) !== '0';
	}

	/** @return array<array-key, mixed>|null How a file with the same columns was read the last time. */
	public function told_before( string $fingerprint, int $but ): ?array {
		$json = $this->database->value( "SELECT options FROM {$this->table()} WHERE fingerprint = %s AND options IS NOT NULL AND id <> %d ORDER BY id DESC LIMIT 1", [ $fingerprint, $but ] );
		$told = $json === null ? null : json_decode( $json, true );

		return is_array( $told ) ? $told : null;
	}

	/** All its pieces are here. */
	public function uploaded( int $id ): void {
		$this->database->write( "UPDATE {$this->table()} SET state = 'uploaded', version = version + 1, updated_at = %s WHERE id = %d AND state = 'uploading'", [ $this->now(), $id ] );
	}

	public function refuse( int $id, string $failure ): void {
		$this->database->write( "UPDATE {$this->table()} SET state = 'failed', failure = %s, lease_token = NULL, lease_until = NULL, version = version + 1, updated_at = %s WHERE id = %d AND state <> 'done'", [ $failure, $this->now(), $id ] );
	}

	/**
	 * Begins to read it anew, in this way, whoever was at it. False: too late, it is being imported.
	 *
	 * @param array<array-key, mixed> $told
	 * @param list<string>            $header
	 */
	public function check( int $id, array $told, array $header, string $fingerprint, string $cursor, int $total ): bool {
		return $this->database->write(
			"UPDATE {$this->table()} SET state = 'checking', options = %s, header = %s, fingerprint = %s, cursor_at = %s, done = 0, total = %d, counts = NULL, lease_token = NULL, lease_until = NULL, version = version + 1, updated_at = %s WHERE id = %d AND state IN ('uploaded', 'checking', 'checked')",
			[ (string) wp_json_encode( $told ), (string) wp_json_encode( $header ), $fingerprint, $cursor, $total, $this->now(), $id ]
		) === 1;
	}

	/** From a checked file to one that is written. Only one of several requests does it. */
	public function import( int $id, int $total ): bool {
		return $this->database->write( "UPDATE {$this->table()} SET state = 'importing', cursor_at = 'write:', done = 0, total = %d, version = version + 1, updated_at = %s WHERE id = %d AND state = 'checked'", [ $total, $this->now(), $id ] ) === 1;
	}

	/** Takes it in hand for a while. Null: there is nothing to do, or somebody else has it. */
	public function claim( int $id, string $state, int $seconds ): ?string {
		$now   = $this->clock->now();
		$token = bin2hex( random_bytes( 16 ) );
		$rows  = $this->database->write(
			"UPDATE {$this->table()} SET lease_token = %s, lease_until = %s, version = version + 1 WHERE id = %d AND state = %s AND (lease_until IS NULL OR lease_until < %s)",
			[ $token, Database::time( $now->modify( "+$seconds seconds" ) ), $id, $state, Database::time( $now ) ]
		);

		return $rows === 1 ? $token : null;
	}

	/** How far it got. Belongs into the transaction of what was done; false: it was taken from us, and that has to be undone. */
	public function advance( int $id, string $token, string $cursor, int $done, int $total, int $seconds ): bool {
		return $this->database->write(
			"UPDATE {$this->table()} SET cursor_at = %s, done = %d, total = %d, lease_until = %s, version = version + 1, updated_at = %s WHERE id = %d AND lease_token = %s",
			[ $cursor, $done, $total, Database::time( $this->clock->now()->modify( "+$seconds seconds" ) ), $this->now(), $id, $token ]
		) === 1;
	}

	/**
	 * The last step of a phase.
	 *
	 * @param array<string, int>|null $counts
	 */
	public function settle( int $id, string $token, string $state, ?array $counts ): bool {
		$json = $counts === null ? null : (string) wp_json_encode( $counts );

		return $this->database->write(
			"UPDATE {$this->table()} SET state = %s, counts = " . Database::mark( $json ) . ', lease_token = NULL, lease_until = NULL, version = version + 1, updated_at = %s WHERE id = %d AND lease_token = %s',
			[ $state, $json, $this->now(), $id, $token ]
		) === 1;
	}

	public function put_back( int $id, string $token ): void {
		$this->database->write( "UPDATE {$this->table()} SET lease_token = NULL, lease_until = NULL, version = version + 1 WHERE id = %d AND lease_token = %s", [ $id, $token ] );
	}

	/** @return list<int> Left alone since: imported ones before one moment, others before another. */
	public function stale( DateTimeImmutable $imported, DateTimeImmutable $others, int $limit ): array {
		$rows = $this->database->rows( "SELECT id FROM {$this->table()} WHERE (state = 'done' AND updated_at < %s) OR (state <> 'done' AND updated_at < %s) ORDER BY id LIMIT %d", [ Database::time( $imported ), Database::time( $others ), $limit ] );

		return array_map( static fn ( array $row ): int => (int) $row['id'], $rows );
	}

	public function delete( int $id ): void {
		foreach ( [ 'ticket_file_pieces', 'ticket_file_rows' ] as $table ) {
			$this->database->write( "DELETE FROM {$this->database->table( $table )} WHERE file_id = %d", [ $id ] );
		}
		$this->database->write( "DELETE FROM {$this->table()} WHERE id = %d", [ $id ] );
	}

	/** @param array<string, string|null> $row */
	private static function file( array $row ): TicketFile {
		$list   = static fn ( ?string $json ): mixed => $json === null ? null : json_decode( $json, true );
		$told   = $list( $row['options'] );
		$header = $list( $row['header'] );
		$counts = $list( $row['counts'] );

		return new TicketFile(
			(int) $row['id'],
			(int) $row['user_id'],
			(string) $row['name'],
			(int) $row['bytes'],
			(string) $row['state'],
			$row['failure'],
			is_array( $told ) ? $told : null,
			is_array( $header ) ? array_values( array_filter( $header, is_string( ... ) ) ) : [],
			(string) $row['cursor_at'],
			(int) $row['done'],
			(int) $row['total'],
			is_array( $counts ) ? array_filter( $counts, is_int( ... ) ) : null,
			(string) $row['created_at'],
			(string) $row['updated_at'],
		);
	}

	private function now(): string {
		return Database::time( $this->clock->now() );
	}

	private function table(): string {
		return $this->database->table( 'ticket_files' );
	}
}
