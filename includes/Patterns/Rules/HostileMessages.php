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
 * Insults and contempt for people, not for the product: one that is grave, or several on different days.
 *
 * What was said weighs half as much a month later, or when the owner says, half of that after an apology, and half where the ticket came of a mistake of ours. What has faded to half of the
 * line is no more than a reason to watch; so is what only reads like an insult, though no rule knows its words.
 */
final class HostileMessages implements Pattern {

	/** @param array{severe: int, mild: int, mild_days: int, days: int, half_life: int} $threshold What was said weighs half as much after `half_life` days. */
	public function __construct( private readonly array $threshold ) {
	}

	public function slug(): Slug {
		return Slug::HostileMessages;
	}

	public function judge( CustomerView $customer ): Finding|Silence {
		$remarks = $customer->remarks( $this->threshold['days'], Label::Abuse );
		$harsh   = $customer->harsh( $this->threshold['days'] );
		$level   = $this->level( $remarks, count( $harsh ), $customer );
		$shown   = $level === Level::Watch ? $harsh : $remarks;

		return $level === null ? new Silence() : new Finding(
			Slug::HostileMessages,
			$level,
			$this->since( $remarks === [] ? $harsh : $remarks ),
			$this->measured( $shown ),
			$this->threshold,
			array_values( array_filter( array_map( self::evidence( ... ), $shown ) ) ),
		);
	}

	/** @param list<Remark> $remarks */
	private function level( array $remarks, int $harsh, CustomerView $customer ): ?Level {
		if ( $this->holds( $remarks ) ) {
			return $this->weighs( $remarks, $customer ) > $this->threshold['mild'] / 2 ? Level::Flag : Level::Watch;
		}

		return $harsh >= max( 2, $this->threshold['mild'] - 1 ) ? Level::Watch : null;
	}

	/** @param list<Remark> $remarks */
	private function holds( array $remarks ): bool {
		$measured = $this->measured( $remarks );

		return $measured['severe'] >= $this->threshold['severe'] || ( count( $remarks ) >= $this->threshold['mild'] && $measured['on_days'] >= $this->threshold['mild_days'] );
	}

	/**
	 * As many grave ones as make a flag weigh as much as the mild ones that make one.
	 *
	 * @param list<Remark> $remarks
	 */
	private function weighs( array $remarks, CustomerView $customer ): float {
		$sorry = $customer->apologized_at();
		$sum   = 0.0;
		foreach ( $remarks as $remark ) {
			$weight = self::is_grave( $remark ) ? $this->threshold['mild'] / max( 1, $this->threshold['severe'] ) : 1;
			$sum   += $weight * 2 ** ( ( $remark->at - $customer->as_of ) / ( $this->threshold['half_life'] * 86400 ) ) * ( $sorry !== null && $sorry >= $remark->at ? 0.5 : 1.0 ) * ( $remark->is_ours ? 0.5 : 1.0 );
		}

		return $sum;
	}

	/**
	 * @param list<Remark> $remarks
	 * @return array{severe: int, mild: int, on_days: int}
	 */
	private function measured( array $remarks ): array {
		$severe = count( array_filter( $remarks, self::is_grave( ... ) ) );

		return [
			'severe'  => $severe,
			'mild'    => count( $remarks ) - $severe,
			'on_days' => count( array_unique( array_map( static fn ( Remark $remark ): string => gmdate( 'Y-m-d', $remark->at ), $remarks ) ) ),
		];
	}

	/**
	 * With which of them it came to be true.
	 *
	 * @param list<Remark> $remarks
	 */
	private function since( array $remarks ): int {
		foreach ( array_keys( $remarks ) as $place ) {
			if ( $this->holds( array_slice( $remarks, 0, $place + 1 ) ) ) {
				return $remarks[ $place ]->at;
			}
		}

		return $remarks === [] ? 0 : $remarks[ count( $remarks ) - 1 ]->at;
	}

	private static function is_grave( Remark $remark ): bool {
		return $remark->gravest( Label::Abuse )?->is_grave() ?? false;
	}

	private static function evidence( Remark $remark ): ?Evidence {
		$said = $remark->harshest();

		return $said === null ? null : $remark->evidence( $said );
	}
}
