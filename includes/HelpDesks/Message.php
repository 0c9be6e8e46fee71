<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks;

use DateTimeImmutable;

/** One message of a ticket, as its desk delivered it. */
final class Message {

	/** @param string|null $author Address or login of the agent who wrote it. */
	public function __construct(
		public readonly string $external_id,
		public readonly MessageKind $kind,
		public readonly DateTimeImmutable $at,
		public readonly ?string $text = null,
		public readonly ?string $author = null,
	) {
	}
}
