<?php
declare( strict_types=1 );

namespace Amicable\Playbook;

use Amicable\Playbook\Litmus\Code;

/** Why an own copy of a text cannot be kept. */
final class Flaw {

	/**
	 * @param int|null $number Of the paragraph; null: the subject.
	 * @param string   $words  What it is about: a field that there is not, or the words in the way.
	 */
	public function __construct(
		public readonly ?int $number,
		public readonly string $words,
		public readonly ?Code $code = null,
		public readonly ?Part $part = null,
	) {
	}
}
