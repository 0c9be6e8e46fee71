<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks;

/** A help desk whose tickets can carry a tag. A ticket that is gone, or that takes no more changes, is left as it is. */
interface TagDesk extends ReplyDesk {

	/** Of one customer, at most: the newest. */
	public const OPEN = 5;

	/**
	 * The newest ones of this customer, newest first.
	 *
	 * @param list<string> $emails Addresses of one customer, normalized.
	 * @return list<OpenTicket>
	 * @throws DeskRefusal When it cannot be asked.
	 */
	public function open_tickets( array $emails ): array;

	/**
	 * Twice is once. Other tags of the ticket stay.
	 *
	 * @throws DeskRefusal When it surely was not written. Whatever else is thrown leaves that unknown, and it is tried again.
	 */
	public function tag( string $ticket_id, string $tag ): void;

	/** @throws DeskRefusal As above. */
	public function untag( string $ticket_id, string $tag ): void;
}
