<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Patterns\Mitigator;

/** What speaks for a customer, in a sentence. */
final class MitigatorWords {

	public static function of( Mitigator $mitigator ): string {
		$tickets = $mitigator->figures['tickets'] ?? 0;
		$check   = $mitigator->figures['check'] ?? 0;

		return match ( $mitigator->key ) {
			'new_customer'   => __( 'New here: people who have just begun need help to set things up.', 'amicable' ),
			'high_value'     => __( 'High value: few customers are worth as much to you. Be generous.', 'amicable' ),
			/* translators: %d: number of tickets. */
			'our_fault'      => sprintf( _n( '%d ticket came of a mistake of ours. It is not counted.', '%d tickets came of mistakes of ours. They are not counted.', $tickets, 'amicable' ), $tickets ),
			/* translators: %d: number of tickets. */
			'our_fault_upset' => sprintf( _n( '%d ticket came of a mistake of ours: a reason to be upset.', '%d tickets came of mistakes of ours: a reason to be upset.', $tickets, 'amicable' ), $tickets ),
			/* translators: %d: number of tickets. */
			'maybe_our_fault' => sprintf( _n( '%d ticket is of a time when many wrote about one thing. It is not counted until somebody says whether something of ours broke.', '%d tickets are of a time when many wrote about one thing. They are not counted until somebody says whether something of ours broke.', $tickets, 'amicable' ), $tickets ),
			/* translators: %d: number of questions. */
			'unclear_article' => sprintf( _n( '%d question is left out: it was answered with an article that was unclear to many.', '%d questions are left out: each was answered with an article that was unclear to many.', $tickets, 'amicable' ), $tickets ),
			/* translators: %d: number of tickets. */
			'waiting_for_us' => sprintf( _n( '%d ticket is waiting for our answer.', '%d tickets are waiting for our answer.', $tickets, 'amicable' ), $tickets ),
			/* translators: %d: number of tickets. */
			'we_were_late'   => sprintf( _n( 'We were late: %d ticket came while an older one was waiting for us. It is not counted.', 'We were late: %d tickets came while an older one was waiting for us. They are not counted.', $tickets, 'amicable' ), $tickets ),
			/* translators: %d: number of promises. */
			'missed_promises' => sprintf( _n( 'We did not keep %d promise that a case recorded: a reason to be upset.', 'We did not keep %d promises that a case recorded: a reason to be upset.', $mitigator->figures['promises'] ?? 0, 'amicable' ), $mitigator->figures['promises'] ?? 0 ),
			/* translators: %d: number of tickets. */
			'one_bad_day'    => sprintf( _n( 'One bad day: %d ticket came within 24 hours.', 'One bad day: %d tickets came within 24 hours.', $tickets, 'amicable' ), $tickets ),
			/* translators: %d: number of tickets that somebody should check. */
			'docs_unknown'   => sprintf( _n( 'Whether the docs answer them is not known yet: check %d.', 'Whether the docs answer them is not known yet: check %d.', $check, 'amicable' ), $check ),
			/* translators: %d: percent. */
			'docs_share_low' => sprintf( __( 'The docs answer only %d %% of those we know.', 'amicable' ), $mitigator->figures['percent'] ?? 0 ),
			'apologized'     => __( 'They apologized afterwards.', 'amicable' ),
			/* translators: %d: number of messages. */
			'praised'        => sprintf( _n( 'They also had good words for you, in %d message.', 'They also had good words for you, in %d messages.', $mitigator->figures['messages'] ?? 0, 'amicable' ), $mitigator->figures['messages'] ?? 0 ),
			/* translators: %d: number of minutes. */
			'quick_replies'  => sprintf( _n( 'You mostly answer within %d minute: asking you is quicker than reading.', 'You mostly answer within %d minutes: asking you is quicker than reading.', $mitigator->figures['minutes'] ?? 0, 'amicable' ), $mitigator->figures['minutes'] ?? 0 ),
			/* translators: %d: number of tickets. */
			'done_for_them'  => sprintf( _n( 'You did it for them in %d ticket: asking you is easier than learning it.', 'You did it for them in %d tickets: asking you is easier than learning it.', $tickets, 'amicable' ), $tickets ),
			/* translators: %d: number of sites that one customer looks after. */
			'agency'         => sprintf( _n( 'Agency: %d site. Beyond five, questions are counted by the site.', 'Agency: %d sites. Beyond five, questions are counted by the site.', $mitigator->figures['sites'] ?? 0, 'amicable' ), $mitigator->figures['sites'] ?? 0 ),
			'extra_time'     => __( 'Extra time is agreed with them.', 'amicable' ),
			default          => $mitigator->key,
		};
	}
}
