<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks;

/** A ticket of a help desk that an answer can be written into. */
final class OpenTicket {

	/**
	 * @param string $id        As the desk calls it.
	 * @param string $number    As people call it, '#123'.
	 * @param string $email     Whose ticket it is: where the answer goes.
	 * @param string $requester The desk's own id of that person, where it asks for one; else empty.
	 */
	public function __construct(
		public readonly string $id,
		public readonly string $number,
		public readonly string $subject,
		public readonly string $email,
		public readonly string $requester = '',
	) {
	}
}
