<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks;

use Amicable\Stores\OrderRef;
use Amicable\Values\EmailAddress;

/** Whoever asked, as the desk knows them. */
final class Requester {

	/**
	 * @param EmailAddress|null $email   Null only for a contact that somebody logged for a customer we know.
	 * @param int|null          $user_id WordPress user, when the desk knows it.
	 */
	public function __construct(
		public readonly ?EmailAddress $email = null,
		public readonly ?string $name = null,
		public readonly ?int $user_id = null,
		public readonly ?OrderRef $order = null,
	) {
	}
}
