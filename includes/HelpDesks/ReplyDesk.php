<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks;

/** A help desk that a message can be sent through, as an answer to a ticket that is open there. */
interface ReplyDesk {

	/** At most 24 plain letters; kept with what was sent. */
	public function id(): string;

	public function name(): string;

	/**
	 * The newest one of this customer.
	 *
	 * @param list<string> $emails Addresses of one customer, normalized.
	 * @throws DeskRefusal When it cannot be asked.
	 */
	public function open_ticket( array $emails ): ?OpenTicket;

	/**
	 * Writes an answer into a ticket, and lets the desk tell the customer as it always does.
	 *
	 * @param string $text Plain.
	 * @throws DeskRefusal When it surely was not written. Whatever else is thrown leaves that unknown.
	 */
	public function reply( OpenTicket $ticket, string $text, int $user_id ): void;
}
