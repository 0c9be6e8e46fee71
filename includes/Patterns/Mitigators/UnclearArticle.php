<?php
declare( strict_types=1 );

namespace Amicable\Patterns\Mitigators;

use Amicable\Patterns\CustomerView;
use Amicable\Patterns\Finding;
use Amicable\Patterns\Mitigator;
use Amicable\Patterns\MitigatorRule;
use Amicable\Patterns\Slug;
use Amicable\Patterns\TicketView;

/** Questions that patterns left out, since the article that answers them was unclear to many. */
final class UnclearArticle implements MitigatorRule {

	public function of( CustomerView $customer, Finding $finding ): ?Mitigator {
		$counts_questions = in_array( $finding->pattern, [ Slug::DocsQuestions, Slug::EarlySigns ], true ) || $finding->pattern->is_own();
		$out              = count( array_filter( $customer->tickets, static fn ( TicketView $ticket ): bool => $ticket->is_theirs() && $ticket->unclear_article ) );

		return $counts_questions && $out > 0 ? new Mitigator( 'unclear_article', [ 'tickets' => $out ] ) : null;
	}
}
