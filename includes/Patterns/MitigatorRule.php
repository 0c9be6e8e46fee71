<?php
declare( strict_types=1 );

namespace Amicable\Patterns;

/** Looks for one thing that speaks for a customer. Others join the list in Graph. */
interface MitigatorRule {

	public function of( CustomerView $customer, Finding $finding ): ?Mitigator;
}
