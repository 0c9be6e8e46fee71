<?php
declare( strict_types=1 );

namespace Amicable\Patterns\Mitigators;

use Amicable\Patterns\CustomerView;
use Amicable\Patterns\Finding;
use Amicable\Patterns\Mitigator;
use Amicable\Patterns\MitigatorRule;
use Amicable\Patterns\TicketView;

/** They wrote again because an older ticket of theirs was waiting for us. */
final class WeWereLate implements MitigatorRule {

	public function of( CustomerView $customer, Finding $finding ): ?Mitigator {
		$again = count( array_filter( $customer->tickets, static fn ( TicketView $ticket ): bool => $ticket->came_while_waiting ) );

		return $again > 0 ? new Mitigator( 'we_were_late', [ 'tickets' => $again ] ) : null;
	}
}
