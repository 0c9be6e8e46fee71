<?php
declare( strict_types=1 );

namespace Amicable\Letters;

use Amicable\AmicableException;
use Amicable\Away\ChargeDesk;
use Amicable\Cases\CaseRecord;
use Amicable\Cases\Stage;
use Amicable\Patterns\Slug;
use Amicable\Playbook\Channel;
use Amicable\Playbook\Template;
use Amicable\Runs\CaseDesk;
use Amicable\Storage\Letters;

/** What may be written in which case. A lock names its reason. */
final class LetterRules {

	/** Only the text made for it: what else there is to say was said before. */
	private const OWN_TEXT_ONLY = [ Stage::Counsel, Stage::Offboarding, Stage::Closed, Stage::Agreed, Stage::Recovered, Stage::Lapsed ];

	/** What may be written to somebody who is answered again although their case stays where it is: answers, not warnings. */
	private const ANSWERS = [ Stage::Open, Stage::SecondChance ];

	public function __construct(
		private readonly CaseDesk $desk,
		private readonly Letters $letters,
		private readonly ChargeDesk $charges,
	) {
	}

	/** @throws AmicableException 422 */
	public function check_draft( CaseRecord $case, ?Template $template ): void {
		if ( ! self::answers_a_right( $template ) ) {
			$this->check( $case, $template?->stage, $template !== null );
			$this->check_charge( $case, $template );
		}
	}

	/**
	 * A warning or an explanation goes out when the case may take that step, not before.
	 *
	 * @throws AmicableException 422
	 */
	public function check_sending( CaseRecord $case, Letter $letter, ?Template $template ): void {
		$this->check_public( $case, $letter );
		if ( self::answers_a_right( $template ) ) {
			return;
		}
		$stage = $letter->template === null ? null : ( $template === null ? $letter->stage : $template->stage );
		$this->check( $case, $stage, $letter->template !== null );
		$this->check_charge( $case, $template );
		if ( $stage === null || $stage === $case->state->stage || in_array( $stage, self::ANSWERS, true ) ) {
			return;
		}
		foreach ( $this->desk->next( $case, true, $letter ) as $next ) {
			if ( $next['to'] === $stage->value && $next['allowed'] ) {
				return;
			}
			if ( $next['to'] === $stage->value ) {
				throw self::refusal( (string) $next['why'] );
			}
		}

		throw self::refusal( __( 'This case has not come to the step that this text is for.', 'amicable' ) );
	}

	/**
	 * With lawyers involved, not a word goes out that was not prepared.
	 *
	 * @throws AmicableException 422
	 */
	public function check_words( CaseRecord $case, Letter $letter, Verdict $verdict ): void {
		$answers = $case->answers_again && in_array( $letter->stage, self::ANSWERS, true );
		if ( self::litigated( $case ) && $verdict->rewritten && ! $answers ) {
			throw self::refusal( __( 'A person confirmed that this is a matter for lawyers. Fill in what is missing, but leave the prepared words as they are.', 'amicable' ) );
		}
	}

	/**
	 * Our side is said once.
	 *
	 * @throws AmicableException 422
	 */
	private function check_public( CaseRecord $case, Letter $letter ): void {
		$said = $letter->channel === Channel::Public ? $this->letters->answered_in_public( $case->id ) : null;
		if ( $said !== null && $said->id !== $letter->id ) {
			throw new AmicableException( 'amicable_answered_in_public', __( 'This case has its one answer in public already: 1 of 1.', 'amicable' ), 422 );
		}
	}

	/**
	 * What is at the bank is talked about there.
	 *
	 * @throws AmicableException 422
	 */
	private function check_charge( CaseRecord $case, ?Template $template ): void {
		if ( $template === null || ! in_array( Slug::PaymentDispute, $template->patterns, true ) ) {
			$this->charges->check( $case );
		}
	}

	/** A letter of no stage: what everybody has a right to is answered whatever became of the case. */
	private static function answers_a_right( ?Template $template ): bool {
		return $template !== null && $template->stage === null && $template->channel === Channel::Letter;
	}

	private function check( CaseRecord $case, ?Stage $stage, bool $has_template ): void {
		$at = self::litigated( $case ) ? Stage::Counsel : $case->state->stage;
		if ( $at === Stage::Dismissed ) {
			throw self::refusal( __( 'This case was dismissed: nothing more is written in it.', 'amicable' ) );
		}
		if ( ! in_array( $at, self::OWN_TEXT_ONLY, true ) || ( $has_template && $stage === $case->state->stage ) || ( $has_template && $stage === $at ) ) {
			return;
		}
		if ( $case->answers_again && ( ! $has_template || in_array( $stage, self::ANSWERS, true ) ) ) {
			return;
		}
		throw self::refusal( $case->answers_again ? __( 'This customer is answered again, but the case is over: to warn or to explain anything, start it again first.', 'amicable' ) : self::lock( $at ) );
	}

	/** Whatever comes after a lawyer was named stays in the lawyers' hands. */
	private static function litigated( CaseRecord $case ): bool {
		return $case->state->stage === Stage::Counsel || ( $case->state->stage === Stage::Offboarding && $case->state->stage_before === Stage::Counsel );
	}

	private static function lock( Stage $at ): string {
		return match ( $at ) {
			Stage::Counsel     => __( 'A person confirmed that this is a matter for lawyers. Only the prepared statement may be sent; everything else is for your counsel.', 'amicable' ),
			Stage::Offboarding => __( 'You are parting ways: a run is at work. Only a closing wish may be sent now.', 'amicable' ),
			Stage::Closed      => __( 'This case is closed. Only notices about the customer’s data and one public answer may still be sent.', 'amicable' ),
			default            => __( 'This case has ended. Only the text made for this end may be sent, or reinstate the case first.', 'amicable' ),
		};
	}

	private static function refusal( string $why ): AmicableException {
		return new AmicableException( 'amicable_letter_locked', $why, 422 );
	}
}
