<?php
declare( strict_types=1 );

namespace Amicable\Cases\Chance;

use DateTimeImmutable;

/** One line in the book of a case. */
final class CaseEntry {

	/** @param array<array-key, mixed> $details What only this kind of line has. */
	public function __construct(
		public readonly int $id,
		public readonly int $case_id,
		public readonly int $customer_id,
		public readonly EntryKind $kind,
		public readonly string $what,
		public readonly EntryState $state,
		public readonly string $note,
		public readonly string $contact,
		public readonly ?DateTimeImmutable $due_at,
		public readonly string $ref,
		public readonly array $details,
		public readonly ?int $goodwill_id,
		public readonly ?int $ticket_id,
		public readonly int $created_by,
		public readonly DateTimeImmutable $created_at,
		public readonly ?int $settled_by,
		public readonly ?DateTimeImmutable $settled_at,
		public readonly int $version,
	) {
	}
}
