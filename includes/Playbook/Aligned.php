<?php
declare( strict_types=1 );

namespace Amicable\Playbook;

/** One paragraph of a template beside what became of it. */
final class Aligned {

	/**
	 * @param int|null              $number  Of the template's paragraph; null: somebody added this one.
	 * @param string|null           $written What stands there now; null: taken out.
	 * @param bool                  $changed Not the template's words any more.
	 * @param array<string, string> $values  What a person filled in, by field.
	 */
	public function __construct(
		public readonly ?int $number,
		public readonly ?string $written,
		public readonly bool $changed,
		public readonly array $values = [],
	) {
	}
}
