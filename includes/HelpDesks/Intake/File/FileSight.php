<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Intake\File;

use Amicable\AmicableException;
use Amicable\HelpDesks\TicketFile\Decoder;
use Amicable\HelpDesks\TicketFile\DelimiterGuess;
use Amicable\HelpDesks\TicketFile\Encoding;
use Amicable\HelpDesks\TicketFile\EncodingGuess;
use Amicable\HelpDesks\TicketFile\Header;
use Amicable\HelpDesks\TicketFile\Record;
use Amicable\HelpDesks\TicketFile\Records;
use Amicable\HelpDesks\TicketFile\SafeCsv;
use Amicable\Storage\FilePieces;
use Amicable\Storage\StoredPieces;
use Amicable\Storage\TicketFile;

/** The first rows of a file, as they are read in one way or another. */
final class FileSight {

	private const ROWS = 500;

	public function __construct( private readonly FilePieces $pieces ) {
	}

	/**
	 * @param non-empty-string|null $delimiter
	 * @throws AmicableException When there are no rows, or this host cannot read them.
	 */
	public function look( TicketFile $file, ?Encoding $encoding, ?string $delimiter ): FirstRows {
		$pieces    = new StoredPieces( $this->pieces, $file->id );
		$odd       = $this->pieces->first_odd( $file->id );
		$encoding ??= EncodingGuess::of( (string) $pieces->piece( 0 ), $odd === null ? null : $this->pieces->bytes( $file->id, $odd ) );
		$decoder   = Decoder::here( $encoding );
		if ( ! $decoder->is_readable() ) {
			throw self::refusal( FileSentences::NOT_HERE, 'encoding' );
		}
		$delimiter ??= DelimiterGuess::of( $pieces, $decoder );
		$records   = new Records( $pieces, $decoder, $delimiter );
		$first     = $records->next() ?? throw self::refusal( FileSentences::NO_ROWS, 'body' );
		$header    = Header::of( $first, $decoder );
		$cursor    = $records->cursor();
		$rows      = self::rows( $records, $decoder, $header );
		if ( $rows === [] ) {
			throw self::refusal( FileSentences::NO_ROWS, 'body' );
		}

		return new FirstRows( $encoding, $delimiter, $header, $rows, $cursor );
	}

	/** @return list<list<string>> As many cells each as there are columns; what cannot be read has a sign in its place. */
	private static function rows( Records $records, Decoder $decoder, Header $header ): array {
		$rows  = [];
		$width = count( $header->names );
		while ( count( $rows ) < self::ROWS ) {
			$record = $records->next();
			if ( ! $record instanceof Record ) {
				break;
			}
			$cells  = array_pad( array_slice( $record->cells, 0, $width ), $width, '' );
			$rows[] = array_map( static fn ( string $cell ): string => self::text( $cell, $decoder, $header ), $cells );
		}

		return $rows;
	}

	private static function text( string $cell, Decoder $decoder, Header $header ): string {
		$text = $decoder->cell( $cell ) ?? '�';

		return $header->is_ours() ? SafeCsv::unguard( $text ) : $text;
	}

	public static function refusal( string $code, string $field ): AmicableException {
		return new AmicableException( "amicable_file_$code", FileSentences::of_file( $code ), 422, [ $field => FileSentences::of_file( $code ) ] );
	}
}
