<?php
declare( strict_types=1 );

namespace Amicable\Projection;

use Amicable\Patterns\Level;
use Amicable\Patterns\Own\OwnRule;
use Amicable\Storage\Flags;
use Amicable\Storage\LogChain;

/** Rules that the owner makes: tried on history before they are kept, and forgotten with everything they marked. */
final class OwnRules {

	public function __construct(
		private readonly OnHistory $history,
		private readonly Flags $flags,
		private readonly LogChain $log,
	) {
	}

	/** @return array{watch: int, flag: int, customers: int, next: int|null} Whom it would have shown, among how many that were looked at, and after whom to go on. */
	public function try_on_history( OwnRule $rule, int $after ): array {
		$tried = $this->history->count( $rule, $after );

		return [
			'watch'     => $rule->level === Level::Watch ? $tried['found'] : 0,
			'flag'      => $rule->level === Level::Flag ? $tried['found'] : 0,
			'customers' => $tried['customers'],
			'next'      => $tried['next'],
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
