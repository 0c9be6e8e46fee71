<?php
declare( strict_types=1 );

namespace Amicable\Letters;

use Amicable\HelpDesks\OpenTicket;
use Amicable\HelpDesks\ReplyDesk;

/** The ticket that a letter goes into, as the person saw it, and the desk that has it. */
final class DeskAnswer {

	public function __construct(
		public readonly ReplyDesk $desk,
		public readonly OpenTicket $ticket,
	) {
	}

	/** @return array{desk: string, ticket: string, to: string} */
	public function to_array(): array {
		return [
			'desk'   => $this->desk->id(),
			'ticket' => $this->ticket->id,
			'to'     => $this->ticket->email,
		];
	}
}
