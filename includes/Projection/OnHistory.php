<?php
declare( strict_types=1 );

namespace Amicable\Projection;

use Amicable\Ledger\Inputs;
use Amicable\Patterns\Finding;
use Amicable\Patterns\Level;
use Amicable\Patterns\Own\OwnRule;
use Amicable\Patterns\Pattern;
use Amicable\Patterns\Rules\DocsQuestions;
use Amicable\Patterns\Rules\OwnPattern;
use Amicable\Patterns\Window;
use Amicable\Settings\Settings;
use Amicable\Storage\Accounts;
use Amicable\Storage\CustomerViews;
use Amicable\Storage\Database;
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
	public function count( OwnRule $rule, int $after = 0 ): array {
		$tried = $this->look( new OwnPattern( $rule ), $this->inputs->with_rule( $rule ), fn ( int $last ): array => $this->accounts->with_history( $last, self::AT_ONCE ), $after );

		return [
			'found'     => $tried['watch'] + $tried['flag'],
			'customers' => $tried['customers'],
			'next'      => $tried['next'],
		];
	}

	/** @return array{watch: int, flag: int}|null Null: there are more people than can be looked at while somebody waits. */
	public function early_signs( Settings $tried ): ?array {
		return self::levels( $this->look( ShopPatterns::early_signs( $tried ), $this->inputs->tried( $tried ), fn ( int $last ): array => $this->accounts->with_history( $last, self::AT_ONCE ) ) );
	}

	/** @return array{watch: int, flag: int}|null As above. Only those are looked at who ever asked often enough in all the time that the rule sees. */
	public function docs_questions( Settings $tried ): ?array {
		$inputs = $this->inputs->tried( $tried );
		$rule   = $tried->docs_questions;
		$since  = Database::moment( $inputs->as_of )->modify( sprintf( '-%d seconds', Window::REACH_SECONDS + $rule['days'] * 86400 ) );
		$askers = $this->accounts->askers( $rule['watch'], $since, self::MOST_CUSTOMERS + 1 );

		return self::levels( $this->look( new DocsQuestions( $rule ), $inputs, static fn ( int $last ): array => array_slice( array_values( array_filter( $askers, static fn ( int $id ): bool => $id > $last ) ), 0, self::AT_ONCE ) ) );
	}

	/**
	 * @param callable(int): list<int> $some The next customers after one.
	 * @return array{watch: int, flag: int, customers: int, next: int|null}
	 */
	private function look( Pattern $pattern, Inputs $inputs, callable $some, int $after = 0 ): array {
		$until  = microtime( true ) + self::SECONDS;
		$found  = [
			'watch' => 0,
			'flag'  => 0,
		];
		$seen   = 0;
		$looked = 0;
		do {
			$ids   = $some( $after );
			$after = $ids === [] ? $after : max( $ids );
			$views = $ids === [] ? [] : $this->customers->of_all( Scope::some( $ids ), $inputs );
			foreach ( $views as $view ) {
				$finding = $pattern->judge( $view );
				if ( $finding instanceof Finding ) {
					++$found[ $finding->level === Level::Flag ? 'flag' : 'watch' ];
				}
			}
			$seen   += count( $views );
			$looked += count( $ids );
			$is_all  = count( $ids ) < self::AT_ONCE;
		} while ( ! $is_all && $looked < self::MOST_CUSTOMERS && microtime( true ) < $until );

		return $found + [
			'customers' => $seen,
			'next'      => $is_all ? null : $after,
		];
	}

	/**
	 * @param array{watch: int, flag: int, customers: int, next: int|null} $tried
	 * @return array{watch: int, flag: int}|null
	 */
	private static function levels( array $tried ): ?array {
		return $tried['next'] === null ? [
			'watch' => $tried['watch'],
			'flag'  => $tried['flag'],
		] : null;
	}
}
