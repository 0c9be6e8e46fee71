<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\HelpDesks\TicketFile\EncodingGuess;

/** The bytes of files on their way in, in pieces. Kept as letters, since not every database that WordPress knows takes bytes. */
final class FilePieces {

	public function __construct( private readonly Database $database ) {
	}

	/** The same piece twice is one. */
	public function save( int $file_id, int $number, string $bytes, string $sha256 ): void {
		$row = [
			'file_id' => $file_id,
			'number'  => $number,
			'bytes'   => strlen( $bytes ),
			'sha256'  => $sha256,
			'sign'    => EncodingGuess::sign( $bytes ),
			'data'    => base64_encode( $bytes ), // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.obfuscation_base64_encode -- bytes of any encoding in a column of letters.
		];
		$this->database->insert_all( 'ticket_file_pieces', [ $row ], 'bytes = VALUES(bytes), sha256 = VALUES(sha256), sign = VALUES(sign), data = VALUES(data)' );
	}

	public function bytes( int $file_id, int $number ): ?string {
		$data = $this->database->value( "SELECT data FROM {$this->table()} WHERE file_id = %d AND number = %d", [ $file_id, $number ] );

		return $data === null ? null : (string) base64_decode( $data, true ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.obfuscation_base64_decode -- what save() wrote.
	}

	/** @return array<int, string> SHA-256 by number. */
	public function hashes( int $file_id ): array {
		$hashes = [];
		foreach ( $this->database->rows( "SELECT number, sha256 FROM {$this->table()} WHERE file_id = %d ORDER BY number", [ $file_id ] ) as $row ) {
			$hashes[ (int) $row['number'] ] = (string) $row['sha256'];
		}

		return $hashes;
	}

	/** The first piece that is no UTF-8; null where all are. */
	public function first_odd( int $file_id ): ?int {
		$number = $this->database->value( "SELECT MIN(number) FROM {$this->table()} WHERE file_id = %d AND sign = %s", [ $file_id, EncodingGuess::OTHER ] );

		return $number === null ? null : (int) $number;
	}

	public function drop( int $file_id ): void {
		$this->database->write( "DELETE FROM {$this->table()} WHERE file_id = %d", [ $file_id ] );
	}

	private function table(): string {
		return $this->database->table( 'ticket_file_pieces' );
	}
}
