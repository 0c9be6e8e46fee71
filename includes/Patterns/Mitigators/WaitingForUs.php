<?php
declare( strict_types=1 );

namespace Amicable\Patterns\Mitigators;

use Amicable\Patterns\CustomerView;
use Amicable\Patterns\Finding;
use Amicable\Patterns\Mitigator;
use Amicable\Patterns\MitigatorRule;
use Amicable\Patterns\TicketView;

/** It is our turn to answer. */
final class WaitingForUs implements MitigatorRule {

	public function of( CustomerView $customer, Finding $finding ): ?Mitigator {
		$waiting = count( array_filter( $customer->tickets, static fn ( TicketView $ticket ): bool => $ticket->waits_for_us ) );

		return $waiting > 0 ? new Mitigator( 'waiting_for_us', [ 'tickets' => $waiting ] ) : null;
	}
}
