<?php
declare( strict_types=1 );

namespace Amicable\Language;

/** One pattern of a rule, ready to run. */
final class Rule {

	/** What is found once a message: a label, and in legal matters its kind. */
	public readonly string $subject;

	/**
	 * @param list<string> $views
	 * @param list<string> $vetoes
	 */
	public function __construct(
		public readonly string $id,
		public readonly Label $label,
		public readonly ?LegalKind $kind,
		public readonly int $severity,
		public readonly string $why,
		public readonly array $views,
		public readonly array $vetoes,
		public readonly string $regex,
	) {
		$this->subject = $label->value . ( $kind->value ?? '' );
	}
}
