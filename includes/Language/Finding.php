<?php
declare( strict_types=1 );

namespace Amicable\Language;

/** One thing that a message says, always with the words that say it. */
final class Finding {

	/**
	 * @param string      $rule    Of the pack.
	 * @param string      $why     A word for programs; screens have the sentence.
	 * @param int         $severity 1 mild, 2 plain, 3 grave.
	 * @param string      $quote   An exact part of the message.
	 * @param int         $start   In code points.
	 * @param string|null $read_as What a disguised word was taken for.
	 * @param bool        $quoted  Stands between quotation marks though nobody is named as the speaker: half sure.
	 */
	public function __construct(
		public readonly Label $label,
		public readonly ?LegalKind $kind,
		public readonly int $severity,
		public readonly string $rule,
		public readonly string $why,
		public readonly string $quote,
		public readonly int $start,
		public readonly int $end,
		public readonly ?string $read_as,
		public readonly bool $quoted,
	) {
	}
}
