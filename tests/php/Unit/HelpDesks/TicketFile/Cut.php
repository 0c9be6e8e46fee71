<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\HelpDesks\TicketFile;

use Amicable\HelpDesks\TicketFile\Cursor;
use Amicable\HelpDesks\TicketFile\Decoder;
use Amicable\HelpDesks\TicketFile\Encoding;
use Amicable\HelpDesks\TicketFile\Pieces;
use Amicable\HelpDesks\TicketFile\Record;
use Amicable\HelpDesks\TicketFile\Records;

/** A text cut into pieces of given lengths, the last one over and over. */
final class Cut implements Pieces {

	/** @var list<string> */
	private readonly array $pieces;

	public function __construct( string $bytes, int ...$lengths ) {
		$pieces = [];
		while ( $bytes !== '' ) {
			$length   = max( 1, count( $lengths ) > 1 ? array_shift( $lengths ) : $lengths[0] );
			$pieces[] = substr( $bytes, 0, $length );
			$bytes    = substr( $bytes, $length );
		}
		$this->pieces = $pieces;
	}

	public function piece( int $number ): ?string {
		return $this->pieces[ $number ] ?? null;
	}

	/** @return list<list<string|null>> All rows, in letters. */
	public function rows( Encoding $encoding = Encoding::Utf8, string $delimiter = ',' ): array {
		$decoder = Decoder::here( $encoding );
		$records = new Records( $this, $decoder, $delimiter );
		$rows    = [];
		while ( ( $record = $records->next() ) !== null ) {
			$rows[] = array_map( $decoder->cell( ... ), $record->cells );
		}

		return $rows;
	}

	/** @return list<Record> All rows, read anew at every row from where the last one ended. */
	public function in_steps( string $delimiter = ',', Encoding $encoding = Encoding::Utf8 ): array {
		$found  = [];
		$cursor = new Cursor();
		do {
			$records = new Records( $this, Decoder::here( $encoding ), $delimiter, Cursor::from_text( $cursor->to_text() ) );
			$record  = $records->next();
			$cursor  = $records->cursor();
			$found   = $record === null ? $found : [ ...$found, $record ];
		} while ( $record !== null );

		return $found;
	}
}
