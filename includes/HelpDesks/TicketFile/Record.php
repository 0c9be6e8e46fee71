<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\TicketFile;

/** One row as it stands in the file. */
final class Record {

	/**
	 * @param list<string> $cells In the bytes of the file.
	 * @param bool         $is_open A quote was opened and never closed; the cells are those of the first line alone.
	 */
	public function __construct(
		public readonly int $row,
		public readonly int $line,
		public readonly array $cells,
		public readonly bool $is_open = false,
	) {
	}
}
