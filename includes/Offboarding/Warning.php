<?php
declare( strict_types=1 );

namespace Amicable\Offboarding;

/** One thing to know before starting, with what the sentence needs. */
final class Warning {

	/** @param list<string> $names Order numbers, products, mails: what it is about, without personal data. */
	public function __construct(
		public readonly Caution $caution,
		public readonly int $count,
		public readonly array $names = [],
		public readonly string $subject = '',
	) {
	}
}
