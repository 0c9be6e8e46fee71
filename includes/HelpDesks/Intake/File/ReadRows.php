<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Intake\File;

use Amicable\Customers\Identity;
use Amicable\HelpDesks\TicketFile\Cursor;
use Amicable\HelpDesks\TicketFile\Decoder;
use Amicable\HelpDesks\TicketFile\Record;
use Amicable\HelpDesks\TicketFile\Records;
use Amicable\HelpDesks\TicketFile\Row;
use Amicable\HelpDesks\TicketFile\RowReader;
use Amicable\HelpDesks\TicketFile\Shape;
use Amicable\HelpDesks\TicketFile\TicketOfRows;
use Amicable\Storage\FilePieces;
use Amicable\Storage\FileRows;
use Amicable\Storage\StoredPieces;
use Amicable\Storage\TicketFile;

/** From bytes to rows in our table: what each cell says, or why it cannot be read. */
final class ReadRows implements Phase {

	public const MOST_ROWS = 500_000;

	private const ROWS = 400;

	private const BYTES = 1_048_576;

	public function __construct(
		private readonly FilePieces $pieces,
		private readonly FileRows $rows,
		private readonly Identity $identity,
	) {
	}

	public function slice( TicketFile $file, string $place ): Slice {
		$options = $file->options();
		$decoder = Decoder::here( $options->encoding );
		$records = new Records( new StoredPieces( $this->pieces, $file->id ), $decoder, $options->delimiter, Cursor::from_text( $place ) );
		$reader  = new RowReader( $options, $file->columns(), $decoder );
		$read    = [];
		$bytes   = 0;
		$record  = null;
		while ( count( $read ) < self::ROWS && $bytes < self::BYTES ) {
			$record = $records->next();
			if ( $record === null ) {
				break;
			}
			$read[] = $this->read( $record, $reader, $file );
			$bytes += array_sum( array_map( strlen( ... ), $record->cells ) );
		}
		$cursor = $records->cursor();
		if ( $cursor->row > self::MOST_ROWS ) {
			throw new FileRefused( FileSentences::TOO_MANY_ROWS );
		}

		return new Slice( $record === null ? null : $cursor->to_text(), $cursor->piece, fn () => $this->rows->add( $file->id, $read ) );
	}

	/** @return array{row: Row, place: string, ticket_hash: string, key_hash: string|null, cells: list<string>} */
	private function read( Record $record, RowReader $reader, TicketFile $file ): array {
		$row    = $reader->read( $record );
		$is_bad = $row->errors !== [];
		$email  = TicketOfRows::email( $row );
		$key    = $email === '' ? null : $this->identity->hash( 'email', $email );
		$ticket = $is_bad ? '' : hash( 'sha256', TicketOfRows::id( $row, $file->options()->source ) );

		return [
			'row'         => $row,
			'place'       => $is_bad ? '' : $this->place( $file->options()->shape, (string) $key, $ticket ),
			'ticket_hash' => $ticket,
			'key_hash'    => $key,
			'cells'       => $reader->cells( $record ),
		];
	}

	/** A customer's tickets stand together, so that the customer is counted once; a ticket's messages stand together, whoever wrote them. */
	private function place( Shape $shape, string $key, string $ticket ): string {
		return $shape === Shape::Messages ? $ticket : substr( $key, 0, 32 ) . substr( $ticket, 0, 32 );
	}
}
