<?php
declare( strict_types=1 );

namespace Amicable\Patterns;

use DateTimeImmutable;

/** How a flag came to be what it is: one step each time its level or its state changed. */
final class FlagHistory {

	/** How it began, and the newest ones. */
	private const MOST = 12;

	/** @param list<FlagStep> $steps Oldest first. Those of an older version have none. */
	public function __construct( public readonly array $steps = [] ) {
	}

	public function with( FlagStep $step ): self {
		$steps = [ ...$this->steps, $step ];

		return new self( count( $steps ) > self::MOST ? [ $steps[0], ...array_slice( $steps, 1 - self::MOST ) ] : $steps );
	}

	/** The steps stay, and what people said with those up to then goes. */
	public function without_words( DateTimeImmutable $until ): self {
		return new self( array_map( static fn ( FlagStep $step ): FlagStep => $step->at > $until ? $step : new FlagStep( $step->at, $step->level, $step->state ), $this->steps ) );
	}
}
