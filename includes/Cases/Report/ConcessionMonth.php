<?php
declare( strict_types=1 );

namespace Amicable\Cases\Report;

use Amicable\Values\Money;
use Amicable\Values\MoneyBag;

/**
 * What was given in one month, and how much of it followed a threat.
 *
 * A concession follows a threat when a message of that customer, written at most so many days before, tied a threat to a demand, and a person confirmed that it did.
 */
final class ConcessionMonth {

	/** A threat is in the air for so long. */
	public const DAYS = 90;

	/** How a concession stands to a threat. */
	public const CONFIRMED = 'confirmed';
	public const UNJUDGED  = 'unjudged';
	public const NONE      = 'none';

	private function __construct(
		public readonly string $month,
		public readonly int $given,
		public readonly int $used,
		public readonly int $after_threat,
		public readonly int $unjudged,
		public readonly MoneyBag $cost,
		public readonly MoneyBag $cost_after_threat,
	) {
	}

	/**
	 * A month in which nothing was given is a month too.
	 *
	 * @param list<string>                                                                                     $names The months, as they are to follow each other.
	 * @param list<array{month: string, currency: string, threat: string, given: int, used: int, cost: int}> $sums  One a month, currency and standing to a threat.
	 * @return list<self>
	 */
	public static function all( array $names, array $sums ): array {
		$months = [];
		foreach ( $names as $name ) {
			$of        = array_values( array_filter( $sums, static fn ( array $sum ): bool => $sum['month'] === $name ) );
			$confirmed = array_values( array_filter( $of, static fn ( array $sum ): bool => $sum['threat'] === self::CONFIRMED ) );
			$unjudged  = array_filter( $of, static fn ( array $sum ): bool => $sum['threat'] === self::UNJUDGED );
			$months[]  = new self( $name, self::add( $of, 'given' ), self::add( $of, 'used' ), self::add( $confirmed, 'given' ), self::add( array_values( $unjudged ), 'given' ), self::cost( $of ), self::cost( $confirmed ) );
		}

		return $months;
	}

	/**
	 * @param list<array{month: string, currency: string, threat: string, given: int, used: int, cost: int}> $sums
	 * @param 'given'|'used'                                                                                 $what
	 */
	private static function add( array $sums, string $what ): int {
		return array_sum( array_column( $sums, $what ) );
	}

	/** @param list<array{month: string, currency: string, threat: string, given: int, used: int, cost: int}> $sums */
	private static function cost( array $sums ): MoneyBag {
		$costly = array_filter( $sums, static fn ( array $sum ): bool => $sum['cost'] !== 0 );

		return MoneyBag::of( ...array_values( array_map( static fn ( array $sum ): Money => new Money( $sum['cost'], $sum['currency'] ), $costly ) ) );
	}
}
