<?php
declare( strict_types=1 );

namespace Amicable\Projection;

use Amicable\Patterns\CustomerView;
use Amicable\Patterns\Finding;
use Amicable\Patterns\Level;
use Amicable\Patterns\Own\OwnRule;
use Amicable\Patterns\Rules\OwnPattern;
use Amicable\Storage\CustomerViews;
use Amicable\Storage\Database;
use Amicable\Storage\LogChain;
use Amicable\Storage\Sums\Scope;

/** Rules that the owner makes: tried on history before they are kept, and forgotten with everything they marked. */
final class OwnRules {

	/** Of those who wrote last, so many are looked at while somebody waits. */
	private const MOST_CUSTOMERS = 2000;

	private const AT_ONCE = 100;

	public function __construct(
		private readonly Database $database,
		private readonly CustomerViews $customers,
		private readonly CurrentInputs $inputs,
		private readonly LogChain $log,
	) {
	}

	/** @return array{watch: int, flag: int, customers: int, is_all: bool} Whom it would have shown, among how many that were looked at. */
	public function try_on_history( OwnRule $rule ): array {
		$rows    = $this->database->rows( "SELECT customer_id FROM {$this->database->table( 'accounts' )} WHERE last_ticket_at IS NOT NULL ORDER BY last_ticket_at DESC, customer_id DESC LIMIT " . ( self::MOST_CUSTOMERS + 1 ) );
		$ids     = array_map( static fn ( array $row ): int => (int) $row['customer_id'], array_slice( $rows, 0, self::MOST_CUSTOMERS ) );
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
			'is_all'    => count( $rows ) <= self::MOST_CUSTOMERS,
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
				foreach ( [ 'evidence', 'flags' ] as $table ) {
					$this->database->write( "DELETE FROM {$this->database->table( $table )} WHERE pattern = %s", [ $rule->slug()->value ] );
				}
			}
		}
		foreach ( $old + $now as $id => $rule ) {
			if ( ( $now[ $id ] ?? null )?->to_array() !== ( $old[ $id ] ?? null )?->to_array() ) {
				$this->log->append( isset( $now[ $id ] ) ? 'own_rule_kept' : 'own_rule_removed', 'settings', 0, null, $user_id, [ 'rule' => $rule->slug()->value, 'name' => ( $now[ $id ] ?? $rule )->name ] );
			}
		}
	}
}
