<?php
declare( strict_types=1 );

namespace Amicable\Patterns\Mitigators;

use Amicable\Patterns\CustomerView;
use Amicable\Patterns\Finding;
use Amicable\Patterns\Mitigator;
use Amicable\Patterns\MitigatorRule;

/** Who bought less than thirty days ago, or not yet, is learning. */
final class NewCustomer implements MitigatorRule {

	public function of( CustomerView $customer, Finding $finding ): ?Mitigator {
		return $customer->is_new() ? new Mitigator( 'new_customer' ) : null;
	}
}
