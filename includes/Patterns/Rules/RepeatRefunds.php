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

/**
 * Refunds long after the window, of what was given back before and bought again, and demands for something free, again and again. A refund by right is never counted, nor is what came of a mistake of ours; and
 * however often somebody asks in one ticket, it counts once. Shown before anyone offers more.
 */
final class RepeatRefunds implements Pattern {

	/** Not a mild word in passing. */
	private const LEAST = 2;

	/** @param array{times: int, days: int} $threshold */
	public function __construct( private readonly array $threshold ) {
	}

	public function slug(): Slug {
		return Slug::RepeatRefunds;
	}

	public function judge( CustomerView $customer ): Finding|Silence {
		$refunds = array_values( array_filter( $customer->dealings, fn ( Dealing $dealing ): bool => $dealing->kind === Dealing::REFUND && ! $dealing->by_right && $dealing->at > $customer->as_of - $this->threshold['days'] * 86400 ) );
		$asked   = $this->asked( $customer );
		$times   = [ ...array_map( static fn ( Dealing $dealing ): int => $dealing->at, $refunds ), ...array_map( static fn ( Remark $remark ): int => $remark->at, $asked ) ];
		sort( $times );
		if ( count( $times ) < $this->threshold['times'] ) {
			return new Silence();
		}

		return new Finding(
			Slug::RepeatRefunds,
			Level::Flag,
			$times[ max( 0, $this->threshold['times'] - 1 ) ] ?? 0,
			[
				'refunds' => count( $refunds ),
				'asked'   => count( $asked ),
			],
			$this->threshold,
			[
				...array_map( static fn ( Dealing $dealing ): Evidence => $dealing->refund_evidence(), $refunds ),
				...array_values( array_filter( array_map( self::evidence( ... ), $asked ) ) ),
			],
		);
	}

	/** @return list<Remark> One a ticket, the first. */
	private function asked( CustomerView $customer ): array {
		$first = [];
		foreach ( $customer->remarks( $this->threshold['days'], Label::Freebie ) as $remark ) {
			if ( ! $remark->is_ours && ( $remark->gravest( Label::Freebie )?->weight() ?? 0 ) >= self::LEAST ) {
				$first[ $remark->ticket_id ] ??= $remark;
			}
		}

		return array_values( $first );
	}

	private static function evidence( Remark $remark ): ?Evidence {
		$said = $remark->gravest( Label::Freebie );

		return $said === null ? null : $remark->evidence( $said );
	}
}
