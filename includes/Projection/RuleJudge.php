<?php
declare( strict_types=1 );

namespace Amicable\Projection;

use Amicable\AmicableException;
use Amicable\Clock;
use Amicable\Language\Label;
use Amicable\Patterns\RuleRecord;
use Amicable\Storage\Findings;
use Amicable\Storage\LogChain;
use Amicable\Storage\RuleVotes;

/**
 * Listens to what people say to findings, and silences a rule that is wrong too often. Rules for legal steps are never silenced: of those too many are better than
 * one too few.
 */
final class RuleJudge {

	public function __construct(
		private readonly RuleVotes $votes,
		private readonly Findings $findings,
		private readonly Projector $projector,
		private readonly LogChain $log,
		private readonly Clock $clock,
	) {
	}

	/** @param list<string> $rules */
	public function hear( array $rules, bool $confirmed, int $user_id ): void {
		$this->votes->add( $rules, $confirmed );
		foreach ( $confirmed ? [] : $rules as $rule ) {
			$votes  = $this->votes->of( $rule );
			$record = new RuleRecord( $votes['confirmed'], $votes['dismissed'] );
			if ( !$record->is_bad() || $this->findings->label_of( $rule ) === Label::LegalThreat->value ) {
				continue;
			}

			$this->votes->silence( $rule, $this->clock->now() );
			$this->log->append( 'rule_silenced', 'rule', 0, null, $user_id, [ 'rule' => $rule ] + $votes );
		}
	}

	/** @throws AmicableException */
	public function heed( string $rule, int $user_id ): void {
		if ( ! $this->votes->heed( $rule ) ) {
			throw new AmicableException( 'amicable_rule_missing', __( 'This rule is not silent.', 'amicable' ), 404 );
		}
		$this->log->append( 'rule_heeded', 'rule', 0, null, $user_id, [ 'rule' => $rule ] );
		$this->projector->project_all( $this->findings->customers_of( $rule ) );
	}

	/**
	 * What another shop's people proved bad falls silent here too, without a vote of anybody here.
	 *
	 * @param list<string> $rules
	 */
	public function adopt( array $rules, int $user_id ): void {
		foreach ( $rules as $rule ) {
			$this->votes->adopt( $rule, $this->clock->now() );
			$this->log->append( 'rule_silenced', 'rule', 0, null, $user_id, [ 'rule' => $rule ] + $this->votes->of( $rule ) );
			$this->projector->project_all( $this->findings->customers_of( $rule ) );
		}
	}
}
