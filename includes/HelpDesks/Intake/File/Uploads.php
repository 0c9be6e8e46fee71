<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Intake\File;

use Amicable\AmicableException;
use Amicable\HelpDesks\TicketFile\FileKind;
use Amicable\Storage\FilePieces;
use Amicable\Storage\TicketFile;
use Amicable\Storage\TicketFiles;

/** Takes a file in, piece by piece, in whatever order and however often. It is never put on the disk, and never run. */
final class Uploads {

	public function __construct(
		private readonly TicketFiles $files,
		private readonly FilePieces $pieces,
	) {
	}

	/** @return list<int> Pieces that have not come yet. */
	public function missing( TicketFile $file ): array {
		return $file->state === TicketFile::UPLOADING ? array_values( array_diff( range( 0, $file->pieces() - 1 ), array_keys( $this->pieces->hashes( $file->id ) ) ) ) : [];
	}

	/**
	 * @param string $data Base64, so that no firewall takes customers' words for an attack.
	 * @throws AmicableException
	 */
	public function take( TicketFile $file, int $number, string $sha256, string $data ): void {
		$bytes = self::bytes( $file, $number, $sha256, $data );
		if ( $file->state !== TicketFile::UPLOADING ) {
			if ( ( $this->pieces->hashes( $file->id )[ $number ] ?? $sha256 ) === $sha256 ) {
				return; // Sent again after all were here.
			}
			throw new AmicableException( 'amicable_file_complete', __( 'This file is complete. Choose it again to begin a new import.', 'amicable' ), 409 );
		}
		$refusal = $number === 0 ? FileKind::refusal( $bytes ) : null;
		if ( $refusal !== null ) {
			$this->files->refuse( $file->id, $refusal );
			$this->pieces->drop( $file->id );
			throw new AmicableException( "amicable_file_$refusal", FileSentences::of_file( $refusal ), 415, [ 'data' => FileSentences::of_file( $refusal ) ] );
		}
		$this->pieces->save( $file->id, $number, $bytes, $sha256 );
		if ( $this->missing( $file ) === [] ) {
			$this->files->uploaded( $file->id );
		}
	}

	private static function bytes( TicketFile $file, int $number, string $sha256, string $data ): string {
		if ( $number >= $file->pieces() ) {
			throw new AmicableException( 'amicable_no_such_piece', __( 'This file has no such part.', 'amicable' ), 404 );
		}
		$bytes = base64_decode( $data, true ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.obfuscation_base64_decode -- bytes in JSON.
		if ( $bytes === false ) {
			throw new AmicableException( 'amicable_invalid', __( 'This is not Base64.', 'amicable' ), 400, [ 'data' => __( 'This is not Base64.', 'amicable' ) ] );
		}
		if ( strlen( $bytes ) > TicketFile::PIECE ) {
			throw new AmicableException( 'amicable_too_large', __( 'This part is too large.', 'amicable' ), 413, [ 'data' => __( 'Too large.', 'amicable' ) ] );
		}
		if ( strlen( $bytes ) !== $file->bytes_of( $number ) || ! hash_equals( hash( 'sha256', $bytes ), $sha256 ) ) {
			throw new AmicableException( 'amicable_piece_damaged', __( 'This part did not arrive as it was sent. It is sent again.', 'amicable' ), 422, [ 'sha256' => __( 'What arrived has another checksum.', 'amicable' ) ] );
		}

		return $bytes;
	}
}
