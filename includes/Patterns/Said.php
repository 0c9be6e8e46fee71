<?php
declare( strict_types=1 );

namespace Amicable\Patterns;

use Amicable\Language\Label;
use Amicable\Language\LegalKind;
use Amicable\Language\Recognizer;

/** One thing that a message says, with the words that say it. */
final class Said {

	/**
	 * @param int    $severity 1 mild, 2 plain, 3 grave.
	 * @param string $rule     Of the pack that found it.
	 * @param string $why      A word for programs.
	 * @param int    $start    In code points.
	 * @param bool   $quoted   Between quotation marks, though nobody is named as the speaker: half sure.
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
		public readonly bool $quoted = false,
	) {
	}

	/** Whether a rule found it, so that somebody can answer for it; an insult that only reads like one counts for nothing. */
	public function counts(): bool {
		return $this->why !== Recognizer::ONLY_WATCHED;
	}

	/** What is only half sure weighs less. */
	public function weight(): int {
		return $this->quoted ? min( 1, $this->severity ) : $this->severity;
	}

	public function is_grave(): bool {
		return $this->weight() >= 3;
	}
}
