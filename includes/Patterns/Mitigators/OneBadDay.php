<?php
declare( strict_types=1 );

namespace Amicable\Patterns\Mitigators;

use Amicable\Patterns\CustomerView;
use Amicable\Patterns\Evidence;
use Amicable\Patterns\Finding;
use Amicable\Patterns\Mitigator;
use Amicable\Patterns\MitigatorRule;

/** Half of it or more came within twenty-four hours: an event, not a habit. */
final class OneBadDay implements MitigatorRule {

	private const LEAST = 3;

	public function of( CustomerView $customer, Finding $finding ): ?Mitigator {
		$times = array_map( static fn ( Evidence $evidence ): int => $evidence->at, $finding->evidence );
		$most  = 0;
		foreach ( $times as $at ) {
			$most = max( $most, count( array_filter( $times, static fn ( int $other ): bool => $other >= $at && $other < $at + 86400 ) ) );
		}

		return $most >= self::LEAST && 2 * $most >= count( $times ) ? new Mitigator( 'one_bad_day', [ 'tickets' => $most ] ) : null;
	}
}
