<?php
declare( strict_types=1 );

namespace Amicable\Offboarding;

/** One line of a receipt's proof. */
final class ProofLine {

	public const CLEAR       = 'clear';
	public const OPEN        = 'open';
	public const ACCEPTED    = 'accepted';
	public const OUTSIDE     = 'outside';
	public const NOT_COVERED = 'not_covered';

	/**
	 * @param self::CLEAR|self::OPEN|self::ACCEPTED|self::OUTSIDE|self::NOT_COVERED $state
	 * @param string $text What the source said, translated by it; empty where the number says it all.
	 */
	public function __construct(
		public readonly Check $check,
		public readonly string $state,
		public readonly ?string $ref,
		public readonly string $text,
	) {
	}

	public function with_text( string $text ): self {
		return new self( $this->check, $this->state, $this->ref, $text );
	}
}
