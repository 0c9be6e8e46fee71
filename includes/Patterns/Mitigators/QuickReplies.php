<?php
declare( strict_types=1 );

namespace Amicable\Patterns\Mitigators;

use Amicable\Patterns\CustomerView;
use Amicable\Patterns\Finding;
use Amicable\Patterns\Mitigator;
use Amicable\Patterns\MitigatorRule;
use Amicable\Patterns\Slug;
use Amicable\Patterns\TicketView;

/** Whoever is answered within half an hour learns that asking is quicker than reading. */
final class QuickReplies implements MitigatorRule {

	private const LEAST = 5;

	private const QUICK_SECONDS = 30 * 60;

	public function of( CustomerView $customer, Finding $finding ): ?Mitigator {
		$seconds = array_values( array_filter( array_map( static fn ( TicketView $ticket ): ?int => $ticket->replied_after, $customer->tickets ), is_int( ... ) ) );
		sort( $seconds );
		$middle = $seconds[ intdiv( count( $seconds ), 2 ) ] ?? self::QUICK_SECONDS;

		return $finding->pattern === Slug::DocsQuestions && count( $seconds ) >= self::LEAST && $middle < self::QUICK_SECONDS ? new Mitigator( 'quick_replies', [ 'minutes' => intdiv( $middle, 60 ) ] ) : null;
	}
}
