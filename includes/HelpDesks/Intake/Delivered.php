<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Intake;

use Amicable\HelpDesks\Ticket;

/** A ticket that may be stored, and whose it is. */
final class Delivered {

	/**
	 * @param string                                    $path Where it stood in the delivery, 'tickets.0'.
	 * @param array{customer_id: int, key_id: int}|null $who  Null: one of our own people asked.
	 */
	public function __construct(
		public readonly Ticket $ticket,
		public readonly string $path,
		public readonly ?array $who,
	) {
	}
}
