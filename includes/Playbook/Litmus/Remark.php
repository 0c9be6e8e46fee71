<?php
declare( strict_types=1 );

namespace Amicable\Playbook\Litmus;

/** One thing to look at, and the exact words it is about. */
final class Remark {

	/**
	 * @param int    $start In code points.
	 * @param string $words An exact part of the draft.
	 */
	private function __construct(
		public readonly Code $code,
		public readonly int $start,
		public readonly int $end,
		public readonly string $words,
	) {
	}

	/** From places in bytes, less the space around. */
	public static function at( Code $code, string $text, int $start, int $end ): self {
		$words  = substr( $text, $start, $end - $start );
		$start += strlen( $words ) - strlen( ltrim( $words ) );
		$words  = trim( $words );
		$before = mb_strlen( substr( $text, 0, $start ), 'UTF-8' );

		return new self( $code, $before, $before + mb_strlen( $words, 'UTF-8' ), $words );
	}

	public function severity(): Severity {
		return $this->code->severity();
	}

	public function overlaps( self $other ): bool {
		return $this->code === $other->code && $this->start < $other->end && $other->start < $this->end;
	}
}
