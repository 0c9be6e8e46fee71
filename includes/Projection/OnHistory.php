<?php
declare( strict_types=1 );

namespace Amicable\Projection;

use Amicable\Patterns\CustomerView;
use Amicable\Patterns\Finding;
use Amicable\Patterns\Pattern;
use Amicable\Storage\Accounts;
use Amicable\Storage\CustomerViews;
use Amicable\Storage\Sums\Scope;

/** Whom a rule would show today, judged by the rule itself, a slice of all customers at a time; nothing is kept. */
final class OnHistory {

	/** So many, or for so long, while somebody waits. */
	private const MOST_CUSTOMERS = 2000;

	private const SECONDS = 3.0;

	private const AT_ONCE = 100;

	public function __construct(
		private readonly Accounts $accounts,
		private readonly CustomerViews $customers,
		private readonly CurrentInputs $inputs,
	) {
	}

	/** @return array{found: int, customers: int, next: int|null} Among how many that were looked at, and after whom to go on; null: that was everybody. */
	public function count( Pattern $pattern, int $after = 0 ): array {
		$inputs = $this->inputs->read();
		$until  = microtime( true ) + self::SECONDS;
		$found  = 0;
		$seen   = 0;
		$looked = 0;
		do {
			$some    = $this->accounts->with_history( $after, self::AT_ONCE );
			$after   = $some === [] ? $after : max( $some );
			$views   = $some === [] ? [] : $this->customers->of_all( Scope::some( $some ), $inputs );
			$found  += count( array_filter( $views, static fn ( CustomerView $view ): bool => $pattern->judge( $view ) instanceof Finding ) );
			$seen   += count( $views );
			$looked += count( $some );
			$is_all  = count( $some ) < self::AT_ONCE;
		} while ( ! $is_all && $looked < self::MOST_CUSTOMERS && microtime( true ) < $until );

		return [
			'found'     => $found,
			'customers' => $seen,
			'next'      => $is_all ? null : $after,
		];
	}
}
