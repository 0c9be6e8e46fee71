<?php
declare( strict_types=1 );

namespace Amicable\Patterns\Mitigators;

use Amicable\Patterns\CustomerView;
use Amicable\Patterns\Finding;
use Amicable\Patterns\Mitigator;
use Amicable\Patterns\MitigatorRule;

/** We gave our word in a case and did not keep it. */
final class MissedPromises implements MitigatorRule {

	public function of( CustomerView $customer, Finding $finding ): ?Mitigator {
		return $customer->missed_promises > 0 ? new Mitigator( 'missed_promises', [ 'promises' => $customer->missed_promises ] ) : null;
	}
}
