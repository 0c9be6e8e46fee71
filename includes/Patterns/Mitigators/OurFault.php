<?php
declare( strict_types=1 );

namespace Amicable\Patterns\Mitigators;

use Amicable\Patterns\CustomerView;
use Amicable\Patterns\Finding;
use Amicable\Patterns\Mitigator;
use Amicable\Patterns\MitigatorRule;
use Amicable\Patterns\Slug;
use Amicable\Patterns\TicketView;

/** Tickets that came of something we did. Where they are not counted, that is said; where words or disputes are, that there was a reason to be upset. */
final class OurFault implements MitigatorRule {

	/** Their patterns look at such tickets, too: somebody has to see it. */
	private const COUNTED_IN = [ Slug::HostileMessages, Slug::ThreatWithDemand, Slug::LegalStep, Slug::PaymentDispute ];

	public function of( CustomerView $customer, Finding $finding ): ?Mitigator {
		$ours = count( array_filter( $customer->tickets, static fn ( TicketView $ticket ): bool => $ticket->is_ours && ! $ticket->is_held ) );

		return $ours > 0 ? new Mitigator( in_array( $finding->pattern, self::COUNTED_IN, true ) ? 'our_fault_upset' : 'our_fault', [ 'tickets' => $ours ] ) : null;
	}
}
