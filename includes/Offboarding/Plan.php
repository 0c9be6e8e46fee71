<?php
declare( strict_types=1 );

namespace Amicable\Offboarding;

use Amicable\Values\Money;
use Amicable\Values\MoneyBag;

/** What a run would do. Making one has no effect; starting a run makes it again and compares. */
final class Plan {

	/** A plan may be started in the window it was made in and in the next one. */
	public const WINDOW_SECONDS = 900;

	/**
	 * @param list<PlanItem> $items
	 * @param list<Warning>  $warnings
	 * @param MoneyBag       $fees        Gateway fees that do not come back.
	 * @param string         $fingerprint Of the facts it was made from.
	 */
	public function __construct(
		public readonly int $customer_id,
		public readonly Kind $kind,
		public readonly Scope $scope,
		public readonly array $items,
		public readonly array $warnings,
		public readonly MoneyBag $fees,
		private readonly string $fingerprint,
	) {
	}

	/** @return list<PlanItem> The refunds that will be made, by gateway or by hand. */
	public function refunds(): array {
		return array_values( array_filter( $this->items, static fn ( PlanItem $item ): bool => $item->will_refund() ) );
	}

	public function totals(): MoneyBag {
		$amounts = array_filter( array_map( static fn ( PlanItem $item ): ?Money => $item->amount, $this->refunds() ) );

		return MoneyBag::of( ...array_values( $amounts ) );
	}

	/** Whether anything would change outside our own notes. */
	public function has_work(): bool {
		foreach ( $this->items as $item ) {
			if ( $item->will && $item->kind !== StepKind::Proof && $item->kind !== StepKind::Note ) {
				return true;
			}
		}

		return false;
	}

	/** Names this plan, its facts and the quarter of an hour it is good for. */
	public function hash( int $at ): string {
		return hash( 'sha256', intdiv( $at, self::WINDOW_SECONDS ) . '|' . $this->fingerprint );
	}

	public function is_named( string $hash, int $at ): bool {
		return hash_equals( $this->hash( $at ), $hash ) || hash_equals( $this->hash( $at - self::WINDOW_SECONDS ), $hash );
	}

	/** The moment from which a hash made at `$at` is refused. */
	public static function expires( int $at ): int {
		return ( intdiv( $at, self::WINDOW_SECONDS ) + 2 ) * self::WINDOW_SECONDS;
	}
}
