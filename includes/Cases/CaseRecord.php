<?php
declare( strict_types=1 );

namespace Amicable\Cases;

use Amicable\Cases\Chance\Cause;
use Amicable\Stores\OrderRef;
use DateTimeImmutable;

/** One case as it stands in the table. */
final class CaseRecord {

	/** @param bool $answers_again A person lifted the lock on replies that this case lays on its customer. */
	public function __construct(
		public readonly int $id,
		public readonly int $customer_id,
		public readonly CaseState $state,
		public readonly ?int $assignee_id,
		public readonly ?DateTimeImmutable $due_at,
		public readonly ?OrderRef $order,
		public readonly int $opened_by,
		public readonly DateTimeImmutable $opened_at,
		public readonly int $version,
		public readonly ?Cause $cause = null,
		public readonly ?DateTimeImmutable $check_in_at = null,
		public readonly string $never_promised = '',
		public readonly bool $answers_again = false,
	) {
	}
}
