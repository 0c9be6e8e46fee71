<?php
declare( strict_types=1 );

namespace Amicable\Cases;

/** What somebody wants to do with a case. */
final class Move {

	/**
	 * @param bool                 $may_approve The person holds the approval.
	 * @param 'agreed'|'none'|null $counsel
	 * @param int|null             $letter      What was sent for this step.
	 */
	public function __construct(
		public readonly Stage $to,
		public readonly bool $may_approve = false,
		public readonly string $reason = '',
		public readonly ?string $counsel = null,
		public readonly ?int $letter = null,
	) {
	}

	public function has_reason(): bool {
		return trim( $this->reason ) !== '';
	}
}
