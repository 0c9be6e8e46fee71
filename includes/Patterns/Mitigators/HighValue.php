<?php
declare( strict_types=1 );

namespace Amicable\Patterns\Mitigators;

use Amicable\Patterns\CustomerView;
use Amicable\Patterns\Finding;
use Amicable\Patterns\Mitigator;
use Amicable\Patterns\MitigatorRule;

/** Who paid more than nearly everybody else is worth a second look before any judgment. */
final class HighValue implements MitigatorRule {

	public function of( CustomerView $customer, Finding $finding ): ?Mitigator {
		return $customer->high_value ? new Mitigator( 'high_value' ) : null;
	}
}
