<?php
declare( strict_types=1 );

namespace Amicable\Patterns\Mitigators;

use Amicable\Patterns\CustomerView;
use Amicable\Patterns\Evidence;
use Amicable\Patterns\Finding;
use Amicable\Patterns\Mitigator;
use Amicable\Patterns\MitigatorRule;

/** They said that they are sorry, after what they had said. */
final class Apologized implements MitigatorRule {

	public function of( CustomerView $customer, Finding $finding ): ?Mitigator {
		$sorry = $customer->apologized_at();
		$times = array_map( static fn ( Evidence $evidence ): int => $evidence->at, $finding->evidence );

		return $finding->pattern->rests_on_words() && $sorry !== null && $times !== [] && $sorry >= max( $times ) ? new Mitigator( 'apologized' ) : null;
	}
}
