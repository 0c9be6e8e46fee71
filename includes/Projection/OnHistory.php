<?php
declare( strict_types=1 );

namespace Amicable\Projection;

use Amicable\Patterns\CustomerView;
use Amicable\Patterns\Finding;
use Amicable\Patterns\Pattern;
use Amicable\Storage\Accounts;
use Amicable\Storage\CustomerViews;
use Amicable\Storage\Sums\Scope;

/** Whom a rule would show today, judged by the rule itself over those who wrote last; nothing is kept. */
final class OnHistory {

	/** So many are looked at while somebody waits. */
	private const MOST_CUSTOMERS = 2000;

	private const AT_ONCE = 100;

	public function __construct(
		private readonly Accounts $accounts,
		private readonly CustomerViews $customers,
		private readonly CurrentInputs $inputs,
	) {
	}

	/** @return array{found: int, customers: int, is_all: bool} Among how many that were looked at, and whether those are all who ever wrote. */
	public function count( Pattern $pattern ): array {
		$writers = $this->accounts->last_writers( self::MOST_CUSTOMERS + 1 );
		$ids     = array_slice( $writers, 0, self::MOST_CUSTOMERS );
		$inputs  = $this->inputs->read();
		$found   = 0;
		foreach ( array_chunk( $ids, self::AT_ONCE ) as $some ) {
			$judged = array_map( static fn ( CustomerView $view ): mixed => $pattern->judge( $view ), $this->customers->of_all( Scope::some( $some ), $inputs ) );
			$found += count( array_filter( $judged, static fn ( mixed $one ): bool => $one instanceof Finding ) );
		}

		return [
			'found'     => $found,
			'customers' => count( $ids ),
			'is_all'    => count( $writers ) <= self::MOST_CUSTOMERS,
		];
	}
}
