<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\TicketFile;

/**
 * The rows of a file that comes in pieces, one after the other, in the memory of one row and one piece. Where the borders of the pieces
 * lie changes nothing. A quote inside a bare cell is a letter like others; one that is never closed costs its own line and no other.
 */
final class Records {

	/** A quote that is not closed by then was never meant to be. */
	private const LONGEST = 1_048_576;

	private string $buffer = '';

	private int $at = 0;

	/** @var list<array{piece: int, at: int}> Which piece begins where in the buffer; before the buffer where some of it was dropped. */
	private array $borders = [];

	private int $next;

	private bool $has_ended = false;

	private int $row;

	private int $line;

	private readonly string $stops;

	/** @param non-empty-string $delimiter */
	public function __construct(
		private readonly Pieces $pieces,
		private readonly Decoder $decoder,
		private readonly string $delimiter,
		Cursor $from = new Cursor(),
	) {
		$this->stops = "\r\n$delimiter";
		$this->next  = $from->piece;
		$this->row   = $from->row;
		$this->line  = $from->line;
		$this->load();
		$this->at = $from->piece === 0 && $from->offset === 0 && str_starts_with( $this->buffer, "\xEF\xBB\xBF" ) ? 3 : $from->offset;
	}

	/** Empty lines are counted, not handed out. Null at the end. */
	public function next(): ?Record {
		do {
			$this->drop();
			$found = $this->scan();
			while ( $found === null && ! $this->has_ended && strlen( $this->buffer ) - $this->at <= self::LONGEST ) {
				$this->load();
				$found = $this->scan();
			}
			if ( $this->at >= strlen( $this->buffer ) ) {
				return null;
			}
			$record = $this->take( $found );
		} while ( $record->cells === [ '' ] );

		return $record;
	}

	/** Where the next row begins. */
	public function cursor(): Cursor {
		$piece = [
			'piece' => 0,
			'at'    => 0,
		];
		foreach ( $this->borders as $border ) {
			$piece = $border['at'] <= $this->at ? $border : $piece;
		}

		return new Cursor( $piece['piece'], $this->at - $piece['at'], $this->row, $this->line );
	}

	/** @param array{list<string>, int}|null $found */
	private function take( ?array $found ): Record {
		[ $cells, $end ] = $found ?? $this->first_line();
		$record          = new Record( $this->row, $this->line, $cells, $found === null );
		$text            = substr( $this->buffer, $this->at, $end - $this->at );
		$this->line     += substr_count( $text, "\n" ) + substr_count( $text, "\r" ) - substr_count( $text, "\r\n" );
		$this->at        = $end;
		++$this->row;

		return $record;
	}

	/** @return array{list<string>, int} */
	private function first_line(): array {
		$end = $this->at + strcspn( $this->buffer, "\r\n", $this->at );

		return [ explode( $this->delimiter, substr( $this->buffer, $this->at, $end - $this->at ) ), $this->after_break( $end ) ?? strlen( $this->buffer ) ];
	}

	/** @return array{list<string>, int}|null Cells and where they end; null when more has to be read to know. */
	private function scan(): ?array {
		$at    = $this->at;
		$cells = [];
		do {
			$cell = ( $this->buffer[ $at ] ?? '' ) === '"' ? $this->quoted( $at + 1 ) : $this->bare( $at );
			if ( $cell === null || ( $cell[1] >= strlen( $this->buffer ) && ! $this->has_ended ) ) {
				return null;
			}
			$cells[] = $cell[0];
			$at      = $cell[1] + 1;
		} while ( ( $this->buffer[ $cell[1] ] ?? '' ) === $this->delimiter );
		$end = $this->after_break( $cell[1] );

		return $end === null ? null : [ $cells, $end ];
	}

	/** @return array{string, int} */
	private function bare( int $at ): array {
		$length = strcspn( $this->buffer, $this->stops, $at );

		return [ substr( $this->buffer, $at, $length ), $at + $length ];
	}

	/** @return array{string, int}|null */
	private function quoted( int $from ): ?array {
		$cell = '';
		while ( true ) {
			$quote = strpos( $this->buffer, '"', min( $from, strlen( $this->buffer ) ) );
			if ( $quote === false || ( $quote + 1 >= strlen( $this->buffer ) && ! $this->has_ended ) ) {
				return null;
			}
			$cell .= substr( $this->buffer, $from, $quote - $from );
			if ( ( $this->buffer[ $quote + 1 ] ?? '' ) !== '"' ) {
				[ $rest, $end ] = $this->bare( $quote + 1 );

				return [ $cell . $rest, $end ];
			}
			$cell .= '"';
			$from  = $quote + 2;
		}
	}

	/** Behind the line break that stands here; null when the next piece may begin with its second half. */
	private function after_break( int $at ): ?int {
		if ( ( $this->buffer[ $at ] ?? '' ) !== "\r" ) {
			return min( $at + 1, strlen( $this->buffer ) );
		}
		if ( $at + 1 >= strlen( $this->buffer ) && ! $this->has_ended ) {
			return null;
		}

		return $at + ( ( $this->buffer[ $at + 1 ] ?? '' ) === "\n" ? 2 : 1 );
	}

	private function load(): void {
		$bytes = $this->pieces->piece( $this->next );
		if ( $bytes === null ) {
			$this->has_ended = true;
			return;
		}
		$next            = $this->decoder->encoding->is_wide() ? substr( (string) $this->pieces->piece( $this->next + 1 ), 0, 2 ) : '';
		$this->borders[] = [
			'piece' => $this->next,
			'at'    => strlen( $this->buffer ),
		];
		$this->buffer   .= $this->decoder->text( $bytes, $next );
		++$this->next;
	}

	/** Forgets what was read, now and then. */
	private function drop(): void {
		if ( $this->at < 262_144 ) {
			return;
		}
		$this->buffer  = substr( $this->buffer, $this->at );
		$this->borders = array_map( fn ( array $border ): array => [ 'at' => $border['at'] - $this->at ] + $border, $this->borders );
		$this->borders = array_slice( $this->borders, max( 0, count( array_filter( $this->borders, static fn ( array $border ): bool => $border['at'] <= 0 ) ) - 1 ) );
		$this->at      = 0;
	}
}
