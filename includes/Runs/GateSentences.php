<?php
declare( strict_types=1 );

namespace Amicable\Runs;

use Amicable\Cases\Gate;
use DateTimeImmutable;

/** What keeps a case from going on, in words. */
final class GateSentences {

	public function of( Gate $gate, ?DateTimeImmutable $waiting_since = null, int $warning_days = 180 ): string {
		return match ( $gate ) {
			Gate::NoWay          => __( 'The case cannot go there from where it is.', 'amicable' ),
			Gate::WaitsForUs     => $this->waits_for_us( $waiting_since ),
			Gate::CoolDown       => __( 'Some hours have to pass between what happened and your answer. The settings say how many.', 'amicable' ),
			Gate::SecondReader   => __( 'Somebody else has to read the words first.', 'amicable' ),
			Gate::Incident       => __( 'Nothing has happened since the warning.', 'amicable' ),
			Gate::WarningAge     => $this->warning_age( $warning_days ),
			Gate::RefundRun      => __( 'This needs a refund that was made for this case.', 'amicable' ),
			Gate::Approval       => __( 'Somebody who may approve has to do this.', 'amicable' ),
			Gate::OverrideReason => __( 'This skips stages. It needs a written reason, which stays on the case for ever.', 'amicable' ),
			Gate::Litigation     => __( 'Write down what confirms the litigation.', 'amicable' ),
			Gate::Counsel        => __( 'Say whether counsel agreed, or that there is none.', 'amicable' ),
			Gate::Reason         => __( 'This needs a written reason.', 'amicable' ),
			Gate::Receipt        => __( 'The receipt of the run still has open lines.', 'amicable' ),
			Gate::RunOpen        => __( 'A run of this case has not ended.', 'amicable' ),
		};
	}

	private function warning_age( int $days ): string {
		/* translators: %d: number of days. */
		return sprintf( _n( 'A warning counts for %d day. This one is older, or there is none.', 'A warning counts for %d days. This one is older, or there is none.', $days, 'amicable' ), $days );
	}

	private function waits_for_us( ?DateTimeImmutable $since ): string {
		if ( $since === null ) {
			return __( 'A ticket of theirs waits for our answer.', 'amicable' );
		}

		/* translators: %s: a date. */
		return sprintf( __( 'A ticket of theirs has been waiting for our answer since %s.', 'amicable' ), (string) wp_date( (string) get_option( 'date_format' ), $since->getTimestamp() ) );
	}
}
