<?php
declare( strict_types=1 );

namespace Amicable\Projection;

use Amicable\Patterns\CustomerView;
use Amicable\Patterns\Finding;
use Amicable\Patterns\Level;
use Amicable\Patterns\Own\OwnRule;
use Amicable\Patterns\Rules\OwnPattern;
use Amicable\Storage\Accounts;
use Amicable\Storage\CustomerViews;
use Amicable\Storage\Flags;
use Amicable\Storage\LogChain;
use Amicable\Storage\Sums\Scope;

/** Rules that the owner makes: tried on history before they are kept, and forgotten with everything they marked. */
final class OwnRules {

	/** Of those who wrote last, so many are looked at while somebody waits. */
	private const MOST_CUSTOMERS = 2000;

	private const AT_ONCE = 100;

	public function __construct(
		private readonly Accounts $accounts,
		private readonly Flags $flags,
		private readonly CustomerViews $customers,
		private readonly CurrentInputs $inputs,
		private readonly LogChain $log,
	) {
	}

	/** @return array{watch: int, flag: int, customers: int, is_all: bool} Whom it would have shown, among how many that were looked at. */
	public function try_on_history( OwnRule $rule ): array {
		$writers = $this->accounts->last_writers( self::MOST_CUSTOMERS + 1 );
		$ids     = array_slice( $writers, 0, self::MOST_CUSTOMERS );
		$inputs  = $this->inputs->read();
		$pattern = new OwnPattern( $rule );
		$found   = [];
		foreach ( array_chunk( $ids, self::AT_ONCE ) as $some ) {
			$judged = array_map( static fn ( CustomerView $view ): mixed => $pattern->judge( $view ), $this->customers->of_all( Scope::some( $some ), $inputs ) );
			$found  = [ ...$found, ...array_filter( array_values( $judged ), static fn ( mixed $one ): bool => $one instanceof Finding ) ];
		}

		return [
			'watch'     => $rule->level === Level::Watch ? count( $found ) : 0,
			'flag'      => $rule->level === Level::Flag ? count( $found ) : 0,
			'customers' => count( $ids ),
			'is_all'    => count( $writers ) <= self::MOST_CUSTOMERS,
		];
	}

	/**
	 * A rule that went, or asks something else now, takes its flags along and what people said to them. Everybody is counted anew afterwards.
	 *
	 * @param list<OwnRule> $before
	 * @param list<OwnRule> $after
	 */
	public function changed( array $before, array $after, int $user_id ): void {
		$now = array_column( array_map( static fn ( OwnRule $rule ): array => [ $rule->id, $rule ], $after ), 1, 0 );
		$old = array_column( array_map( static fn ( OwnRule $rule ): array => [ $rule->id, $rule ], $before ), 1, 0 );
		foreach ( $old as $id => $rule ) {
			if ( ( $now[ $id ] ?? null )?->question() !== $rule->question() ) {
				$this->flags->forget_pattern( $rule->slug() );
			}
		}
		foreach ( $old + $now as $id => $rule ) {
			if ( ( $now[ $id ] ?? null )?->to_array() !== ( $old[ $id ] ?? null )?->to_array() ) {
				$this->log->append( isset( $now[ $id ] ) ? 'own_rule_kept' : 'own_rule_removed', 'settings', 0, null, $user_id, [ 'rule' => $rule->slug()->value, 'name' => ( $now[ $id ] ?? $rule )->name ] );
			}
		}
	}
}
