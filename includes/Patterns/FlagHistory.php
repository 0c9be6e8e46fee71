<?php
declare( strict_types=1 );

namespace Amicable\Patterns;

/** How a flag came to be what it is: one step each time its level or its state changed. */
final class FlagHistory {

	/** How it began, and the newest ones. */
	private const MOST = 12;

	/** @param list<FlagStep> $steps Oldest first. Those of an older version have none. */
	public function __construct( public readonly array $steps = [] ) {
	}

	public function with( FlagStep $step ): self {
		$last = $this->steps[ count( $this->steps ) - 1 ] ?? null;
		if ( $last !== null && $last->level === $step->level && $last->state === $step->state ) {
			return $this;
		}
		$steps = [ ...$this->steps, $step ];

		return new self( count( $steps ) > self::MOST ? [ $steps[0], ...array_slice( $steps, 1 - self::MOST ) ] : $steps );
	}
}
