<?php
declare( strict_types=1 );

namespace Amicable\Patterns\Mitigators;

use Amicable\Patterns\CustomerView;
use Amicable\Patterns\Finding;
use Amicable\Patterns\Mitigator;
use Amicable\Patterns\MitigatorRule;
use Amicable\Patterns\Slug;
use Amicable\Patterns\TicketView;

/** Agents tagged that they did it in the customer's place: whoever gets that has reason to ask again. */
final class DoneForThem implements MitigatorRule {

	public function of( CustomerView $customer, Finding $finding ): ?Mitigator {
		$done = count( array_filter( $customer->tickets, static fn ( TicketView $ticket ): bool => $ticket->done_for_them ) );

		return $done > 0 && in_array( $finding->pattern, [ Slug::DocsQuestions, Slug::CostOverPaid ], true ) ? new Mitigator( 'done_for_them', [ 'tickets' => $done ] ) : null;
	}
}
