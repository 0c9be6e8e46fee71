<?php
declare( strict_types=1 );

namespace Amicable\Patterns\Mitigators;

use Amicable\Patterns\CustomerView;
use Amicable\Patterns\Finding;
use Amicable\Patterns\Mitigator;
use Amicable\Patterns\MitigatorRule;
use Amicable\Patterns\TicketView;

/** Tickets that came of something we did. They are not counted; who had them may still be worn out by them. */
final class OurFault implements MitigatorRule {

	public function of( CustomerView $customer, Finding $finding ): ?Mitigator {
		$ours = count( array_filter( $customer->tickets, static fn ( TicketView $ticket ): bool => $ticket->is_ours && ! $ticket->is_held ) );

		return $ours > 0 ? new Mitigator( 'our_fault', [ 'tickets' => $ours ] ) : null;
	}
}
