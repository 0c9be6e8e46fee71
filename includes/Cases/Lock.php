<?php
declare( strict_types=1 );

namespace Amicable\Cases;

use DateTimeImmutable;

/** That nobody answers a customer in the ordinary way, and because of which case. */
final class Lock {

	/** The case is closed. */
	public const CLOSED = 'closed';

	/** A person confirmed litigation: letters go to counsel. */
	public const COUNSEL = 'counsel';

	/** @param int $version Of the case, as it was read. */
	public function __construct(
		public readonly int $case_id,
		public readonly int $customer_id,
		public readonly string $kind,
		public readonly bool $with_counsel,
		public readonly DateTimeImmutable $since,
		public readonly int $version,
	) {
	}
}
