<?php
declare( strict_types=1 );

namespace Amicable\Patterns\Mitigators;

use Amicable\Language\Label;
use Amicable\Patterns\CustomerView;
use Amicable\Patterns\Finding;
use Amicable\Patterns\Mitigator;
use Amicable\Patterns\MitigatorRule;

/** They also had good words for us, not only these. */
final class Praised implements MitigatorRule {

	private const DAYS = 366;

	public function of( CustomerView $customer, Finding $finding ): ?Mitigator {
		$times = count( $customer->remarks( self::DAYS, Label::Praise ) );

		return $times > 0 ? new Mitigator( 'praised', [ 'messages' => $times ] ) : null;
	}
}
