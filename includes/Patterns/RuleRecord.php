<?php
declare( strict_types=1 );

namespace Amicable\Patterns;

/** How often people said that what a rule found was so, and how often that it was not. */
final class RuleRecord {

	/** Fewer decisions than this prove nothing. */
	private const LEAST = 10;

	/** How sure one has to be that a rule is right at least half the time. */
	private const DOUBT = 0.1;

	public function __construct(
		public readonly int $confirmed,
		public readonly int $dismissed,
	) {
	}

	/**
	 * Whether nine to one cannot be laid on it that the rule is right half the time or more: the lower 90 % bound of Beta(1 + confirmed, 1 + dismissed) is below .5.
	 * For whole numbers that is a sum over tossed coins.
	 */
	public function is_bad(): bool {
		$coins = $this->confirmed + $this->dismissed + 1;
		if ( $coins <= self::LEAST ) {
			return false;
		}
		$chance = 0.5 ** $coins;
		$doubt  = 0.0;
		for ( $heads = 0; $heads <= $coins; $heads++ ) {
			$doubt  += $heads > $this->confirmed ? $chance : 0.0;
			$chance *= ( $coins - $heads ) / ( $heads + 1 );
		}

		return $doubt > self::DOUBT;
	}
}
