<?php
declare( strict_types=1 );

namespace Amicable\Playbook;

/** One paragraph of a template: what it says, and when it is used. Paragraphs of two languages stand side by side. */
final class Paragraph {

	/** @param list<Part> $parts */
	public function __construct(
		public readonly array $parts,
		public readonly string $text,
		public readonly ?Condition $when,
	) {
	}
}
