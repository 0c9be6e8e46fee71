<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks;

/** How one ticket counts among the others of its customer. Times are Unix seconds. */
final class Standing {

	public function __construct(
		public readonly int $id,
		public readonly bool $is_new,
		public readonly ?int $duplicate_of,
		public readonly ?DocsEvidence $docs,
		public readonly ?bool $docs_answered,
		public readonly ?int $first_customer_at,
		public readonly ?int $first_agent_at,
		public readonly ?int $last_customer_at,
		public readonly ?int $last_agent_at,
		public readonly ?string $language_gap = null,
	) {
	}
}
