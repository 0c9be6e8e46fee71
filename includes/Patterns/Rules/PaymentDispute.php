<?php
declare( strict_types=1 );

namespace Amicable\Patterns\Rules;

use Amicable\Language\Label;
use Amicable\Patterns\CustomerView;
use Amicable\Patterns\Dealing;
use Amicable\Patterns\Evidence;
use Amicable\Patterns\Finding;
use Amicable\Patterns\Level;
use Amicable\Patterns\Pattern;
use Amicable\Patterns\Remark;
use Amicable\Patterns\Silence;
use Amicable\Patterns\Slug;

/** Money pulled back through the bank, often with new demands beside it. A mere inquiry is watched: those are best settled by talking. One that we won is over. */
final class PaymentDispute implements Pattern {

	private const DEMANDS = [ Label::Freebie, Label::Demand, Label::ChargebackThreat ];

	/** @param array{disputes: int, days: int} $threshold */
	public function __construct( private readonly array $threshold ) {
	}

	public function slug(): Slug {
		return Slug::PaymentDispute;
	}

	public function judge( CustomerView $customer ): Finding|Silence {
		$disputes = array_values( array_filter( $customer->dealings, fn ( Dealing $dealing ): bool => $dealing->kind === Dealing::DISPUTE && in_array( $dealing->status, [ 'warning', 'open', 'lost' ], true ) && $dealing->at > $customer->as_of - $this->threshold['days'] * 86400 ) );
		if ( $disputes === [] || count( $disputes ) < $this->threshold['disputes'] ) {
			return new Silence();
		}
		$opened  = array_filter( $disputes, static fn ( Dealing $dealing ): bool => $dealing->status !== 'warning' );
		$demands = array_values( array_filter( $customer->remarks( $this->threshold['days'], ...self::DEMANDS ), static fn ( Remark $remark ): bool => $remark->at >= $disputes[0]->at ) );

		return new Finding(
			Slug::PaymentDispute,
			count( $opened ) >= $this->threshold['disputes'] ? Level::Flag : Level::Watch,
			$disputes[ max( 0, $this->threshold['disputes'] - 1 ) ]->at,
			[
				'disputes' => count( $disputes ),
				'open'     => count( array_filter( $opened, static fn ( Dealing $dealing ): bool => $dealing->status === 'open' ) ),
				'demands'  => count( $demands ),
			],
			$this->threshold,
			[
				...array_map( static fn ( Dealing $dealing ): Evidence => $dealing->evidence( "dispute_$dealing->status" ), $disputes ),
				...array_values( array_filter( array_map( self::evidence( ... ), $demands ) ) ),
			],
		);
	}

	private static function evidence( Remark $remark ): ?Evidence {
		$said = $remark->gravest( ...self::DEMANDS );

		return $said === null ? null : $remark->evidence( $said );
	}
}
