<?php
declare( strict_types=1 );

namespace Amicable\Language;

/** A rule that holds, and where. Offsets in bytes. */
final class RuleMatch {

	public function __construct(
		public readonly Rule $rule,
		public readonly int $start,
		public readonly int $end,
		private readonly ?string $read_as,
		private readonly bool $quoted,
	) {
	}

	/** @return array{int, int, int} */
	public function weight(): array {
		return [ $this->rule->severity, $this->read_as === null ? 1 : 0, $this->end - $this->start ];
	}

	public function overlaps( self $other ): bool {
		return $this->rule->label === $other->rule->label && $this->start < $other->end && $other->start < $this->end;
	}

	public function finding( string $text ): Finding {
		$quote  = substr( $text, $this->start, $this->end - $this->start );
		$quote  = rtrim( $quote );
		$before = mb_strlen( substr( $text, 0, $this->start ), 'UTF-8' );

		return new Finding(
			$this->rule->label,
			$this->rule->kind,
			$this->rule->severity,
			$this->rule->id,
			$this->rule->why,
			$quote,
			$before,
			$before + mb_strlen( $quote, 'UTF-8' ),
			$this->read_as,
			$this->quoted,
		);
	}
}
