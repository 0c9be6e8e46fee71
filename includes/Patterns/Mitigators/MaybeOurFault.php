<?php
declare( strict_types=1 );

namespace Amicable\Patterns\Mitigators;

use Amicable\Patterns\CustomerView;
use Amicable\Patterns\Finding;
use Amicable\Patterns\Mitigator;
use Amicable\Patterns\MitigatorRule;
use Amicable\Patterns\TicketView;

/** Tickets of a time when many wrote about one thing. They are not counted until somebody decides what it was. */
final class MaybeOurFault implements MitigatorRule {

	public function of( CustomerView $customer, Finding $finding ): ?Mitigator {
		$held = count( array_filter( $customer->tickets, static fn ( TicketView $ticket ): bool => $ticket->is_held ) );

		return $held > 0 ? new Mitigator( 'maybe_our_fault', [ 'tickets' => $held ] ) : null;
	}
}
