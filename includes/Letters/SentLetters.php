<?php
declare( strict_types=1 );

namespace Amicable\Letters;

use Amicable\AmicableException;
use Amicable\Cases\CaseRecord;
use Amicable\Cases\Stage;
use Amicable\Storage\Letters;
use Amicable\Storage\LogChain;
use DateTimeImmutable;

/** Whether a letter stands for a step of its case: it was sent, for that step, and not before the case began anew. */
final class SentLetters {

	public function __construct(
		private readonly Letters $letters,
		private readonly LogChain $log,
	) {
	}

	/** @throws AmicableException 422 */
	public function check( CaseRecord $case, Stage $to, int $letter_id ): void {
		$letter = $this->letters->find( $letter_id );
		$why    = match ( true ) {
			$letter === null || $letter->case_id !== $case->id => __( 'There is no such letter in this case.', 'amicable' ),
			$letter->stage !== $to => __( 'This letter was written for another step.', 'amicable' ),
			$letter->state !== LetterState::Sent || $letter->sent_at === null => __( 'This letter has not been sent.', 'amicable' ),
			$letter->sent_at < $this->began( $case ) => __( 'This letter was sent before the case was opened again. What was said before does not count.', 'amicable' ),
			default => null,
		};
		if ( $why !== null ) {
			throw new AmicableException( 'amicable_letter_missing', $why, 422, [ 'letter' => $why ] );
		}
	}

	private function began( CaseRecord $case ): DateTimeImmutable {
		$began = $case->opened_at;
		foreach ( $this->log->of( 'case', $case->id ) as $row ) {
			if ( ( $row['payload']['to'] ?? null ) === Stage::Open->value ) {
				$began = max( $began, new DateTimeImmutable( $row['at'], $began->getTimezone() ) );
			}
		}

		return $began;
	}
}
