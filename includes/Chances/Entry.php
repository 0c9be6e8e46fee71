<?php
declare( strict_types=1 );

namespace Amicable\Chances;

use Amicable\Cases\Chance\EntryKind;
use DateTimeImmutable;

/** What somebody wants to write into the book of a case. */
final class Entry {

	/** @param array<string, mixed> $details What only this kind has: the gift, whether a threat came true, the row of the table. */
	public function __construct(
		public readonly EntryKind $kind,
		public readonly string $what = '',
		public readonly string $note = '',
		public readonly string $contact = '',
		public readonly ?DateTimeImmutable $due_at = null,
		public readonly ?int $ticket_id = null,
		public readonly ?int $assignee = null,
		public readonly array $details = [],
	) {
	}
}
