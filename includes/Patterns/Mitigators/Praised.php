<?php
declare( strict_types=1 );

namespace Amicable\Patterns\Mitigators;

use Amicable\Language\Label;
use Amicable\Patterns\CustomerView;
use Amicable\Patterns\Finding;
use Amicable\Patterns\Mitigator;
use Amicable\Patterns\MitigatorRule;
use Amicable\Patterns\Remark;
use Amicable\Patterns\TicketView;

/** They also had good words for us, not only these. */
final class Praised implements MitigatorRule {

	private const DAYS = 366;

	public function of( CustomerView $customer, Finding $finding ): ?Mitigator {
		$remarks = $customer->remarks( self::DAYS, Label::Praise );
		$read    = array_map( static fn ( Remark $remark ): int => $remark->ticket_id, $remarks );
		// A tag speaks for one message where none was read as praise.
		$tagged = array_filter( $customer->tickets, static fn ( TicketView $ticket ): bool => $ticket->praised && $ticket->asked_at > $customer->as_of - self::DAYS * 86400 && ! in_array( $ticket->id, $read, true ) );
		$times  = count( $remarks ) + count( $tagged );

		return $times > 0 ? new Mitigator( 'praised', [ 'messages' => $times ] ) : null;
	}
}
