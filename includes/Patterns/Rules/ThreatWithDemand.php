<?php
declare( strict_types=1 );

namespace Amicable\Patterns\Rules;

use Amicable\Language\Label;
use Amicable\Patterns\CustomerView;
use Amicable\Patterns\Evidence;
use Amicable\Patterns\Finding;
use Amicable\Patterns\Level;
use Amicable\Patterns\Pattern;
use Amicable\Patterns\Remark;
use Amicable\Patterns\Silence;
use Amicable\Patterns\Slug;

/**
 * A lever (a review, a post, the bank) and a demand in one message. People may review what they bought as they like: what is looked at is the condition, and a
 * lever without one is nothing. Hints are watched, and so is what has faded.
 */
final class ThreatWithDemand implements Pattern {

	private const LEVERS = [ Label::ReviewThreat, Label::ChargebackThreat ];

	private const DEMANDS = [ Label::Demand, Label::Freebie, Label::DoItForMe, Label::Expectation ];

	/** @param array{messages: int, days: int, fades_after: int} $threshold After `fades_after` days it is watched. */
	public function __construct( private readonly array $threshold ) {
	}

	public function slug(): Slug {
		return Slug::ThreatWithDemand;
	}

	public function judge( CustomerView $customer ): Finding|Silence {
		$remarks = array_values( array_filter( $customer->remarks( $this->threshold['days'], ...self::LEVERS ), self::holds_both( ... ) ) );
		if ( count( $remarks ) < $this->threshold['messages'] ) {
			return new Silence();
		}

		return new Finding(
			Slug::ThreatWithDemand,
			$this->level( $remarks, $customer ),
			$remarks[ max( 0, $this->threshold['messages'] - 1 ) ]->at,
			[
				'messages'   => count( $remarks ),
				'review'     => self::count( $remarks, Label::ReviewThreat ),
				'chargeback' => self::count( $remarks, Label::ChargebackThreat ),
			],
			$this->threshold,
			array_values( array_filter( array_map( self::evidence( ... ), $remarks ) ) ),
		);
	}

	/** @param list<Remark> $remarks */
	private function level( array $remarks, CustomerView $customer ): Level {
		$sorry = $customer->apologized_at() ?? 0;
		$since = max( $sorry, $customer->as_of - $this->threshold['fades_after'] * 86400 );
		$fresh = array_filter( $remarks, static fn ( Remark $remark ): bool => self::is_plain( $remark ) && $remark->at > $since );

		return count( $fresh ) >= $this->threshold['messages'] ? Level::Flag : Level::Watch;
	}

	private static function holds_both( Remark $remark ): bool {
		return $remark->says( ...self::LEVERS ) && $remark->says( ...self::DEMANDS );
	}

	/** Said outright, not hinted at. */
	private static function is_plain( Remark $remark ): bool {
		return $remark->gravest( ...self::LEVERS )?->is_grave() ?? false;
	}

	/** @param list<Remark> $remarks */
	private static function count( array $remarks, Label $label ): int {
		return count( array_filter( $remarks, static fn ( Remark $remark ): bool => $remark->says( $label ) ) );
	}

	private static function evidence( Remark $remark ): ?Evidence {
		$said = $remark->gravest( ...self::LEVERS );

		return $said === null ? null : $remark->evidence( $said );
	}
}
