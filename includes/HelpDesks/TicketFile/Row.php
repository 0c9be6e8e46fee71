<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\TicketFile;

/** One row, read: what it says of a ticket, or every reason why it cannot be taken. */
final class Row {

	/**
	 * @param array<string, scalar|null>    $said   By target; moments in RFC 3339 UTC.
	 * @param list<array{string, string}>   $errors Target (or '' for the whole row) and code.
	 */
	public function __construct(
		public readonly int $row,
		public readonly int $line,
		public readonly array $said,
		public readonly array $errors = [],
	) {
	}

	public function text( Target $target ): string {
		return (string) ( $this->said[ $target->value ] ?? '' );
	}
}
