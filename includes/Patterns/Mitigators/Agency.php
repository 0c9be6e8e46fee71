<?php
declare( strict_types=1 );

namespace Amicable\Patterns\Mitigators;

use Amicable\Patterns\CustomerView;
use Amicable\Patterns\Finding;
use Amicable\Patterns\Mitigator;
use Amicable\Patterns\MitigatorRule;
use Amicable\Patterns\PerSite;

/** Whoever looks after many sites writes for all of them. */
final class Agency implements MitigatorRule {

	public function of( CustomerView $customer, Finding $finding ): ?Mitigator {
		return PerSite::is_agency( $customer->sites ) ? new Mitigator( 'agency', [ 'sites' => $customer->sites ] ) : null;
	}
}
