<?php
declare( strict_types=1 );

namespace Amicable\Language;

/** What a rule says of what its patterns find. */
final class Rule {

	/** What is found once a message: a label, and in legal matters its kind. */
	public readonly string $subject;

	/**
	 * @param list<string> $views
	 * @param list<int> $vetoes By number.
	 */
	public function __construct(
		public readonly string $id,
		public readonly Label $label,
		public readonly ?LegalKind $kind,
		public readonly int $severity,
		public readonly string $why,
		public readonly array $views,
		public readonly array $vetoes,
	) {
		$this->subject = $label->value . ( $kind->value ?? '' );
	}
}
