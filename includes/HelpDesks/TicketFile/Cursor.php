<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\TicketFile;

/** Where a row begins, so that reading goes on there in another request. */
final class Cursor {

	/**
	 * @param int $piece  Number of the piece.
	 * @param int $offset In the piece's text (for UTF-16: after it was made UTF-8).
	 * @param int $row    Number of the row, the header is 1.
	 * @param int $line   Number of the line in a text editor; cells may hold line breaks.
	 */
	public function __construct(
		public readonly int $piece = 0,
		public readonly int $offset = 0,
		public readonly int $row = 1,
		public readonly int $line = 1,
	) {
	}

	public static function from_text( string $text ): self {
		return new self( ...array_map( intval( ... ), array_pad( array_slice( explode( ':', $text ), 0, 4 ), 4, '1' ) ) );
	}

	public function to_text(): string {
		return "$this->piece:$this->offset:$this->row:$this->line";
	}
}
