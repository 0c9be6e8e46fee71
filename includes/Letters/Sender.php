<?php
declare( strict_types=1 );

namespace Amicable\Letters;

use Amicable\AmicableException;
use Amicable\Cases\CaseRecord;
use Amicable\ErrorLog;
use Amicable\HelpDesks\DeskRefusal;
use Amicable\Mail\Mailer;
use Amicable\Runs\Checkpoint;
use Amicable\Storage\Letters;
use Amicable\Storage\LogChain;
use Throwable;

/**
 * Sends a letter once. The intent is committed before anything leaves; whoever is cut off in between leaves a letter
 * that a person has to settle, since only they can find out whether it arrived.
 */
final class Sender {

	public function __construct(
		private readonly Letters $letters,
		private readonly Mailer $mailer,
		private readonly LogChain $log,
		private readonly Checkpoint $checkpoint,
	) {
	}

	/**
	 * @param list<string>    $answers  Questions of the litmus test that were answered with yes.
	 * @param DeskAnswer|null $answered Set where it goes through a help desk.
	 * @throws AmicableException 409 when somebody else changed or sends it, or nobody is written to from here; 502 when it did not leave.
	 */
	public function send( CaseRecord $case, Letter $letter, Via $via, int $user_id, array $answers, bool $unchanged, ?DeskAnswer $answered = null ): void {
		$objection = $via === Via::Copy ? null : $this->mailer->objection();
		if ( $objection !== null ) {
			throw new AmicableException( 'amicable_staging', $objection, 409 );
		}
		$token = bin2hex( random_bytes( 16 ) );
		if ( ! $this->letters->begin( $letter, $via, $token, $user_id, $answers, $unchanged, $answered?->to_array() ) ) {
			throw LetterDesk::stale();
		}
		$this->log( 'letter_begun', $case, $letter, $via, $user_id );
		$this->checkpoint->reach( 'letter.before' );
		$left = match ( $via ) {
			Via::Mail => $this->mail( $letter, $token ),
			Via::Desk => $answered !== null && $this->answer( $letter, $token, $answered, $user_id ),
			Via::Copy => true,
		};
		if ( ! $left ) {
			return;
		}
		$this->checkpoint->reach( 'letter.after' );
		if ( $this->letters->finish( $letter->id, $token ) ) {
			$this->log( 'letter_sent', $case, $letter, $via, $user_id );
		}
	}

	/** @throws AmicableException 409 */
	public function settle( CaseRecord $case, Letter $letter, bool $sent, int $user_id ): void {
		if ( ! $this->letters->settle( $letter, $sent ) ) {
			throw LetterDesk::stale();
		}
		$this->log( $sent ? 'letter_settled_sent' : 'letter_settled_not_sent', $case, $letter, $letter->via ?? Via::Mail, $user_id );
	}

	/**
	 * Who broke off may have done so after the letter left: a plugin that listens to sent mails, for one.
	 *
	 * @return bool Whether the site took it; false: nobody knows.
	 * @throws AmicableException 502 when it surely did not leave.
	 */
	private function mail( Letter $letter, string $token ): bool {
		try {
			$taken = $this->mailer->send( $letter->to, $letter->subject, (string) $letter->body );
		} catch ( Throwable $thrown ) {
			ErrorLog::broken( 'could not hand a letter to the mail', $thrown );
			$this->letters->doubt( $letter->id, $token );

			return false;
		}
		if ( ! $taken ) {
			$why = __( 'This site did not take the mail. Nothing was sent; look at how it sends mail, then try again.', 'amicable' );
			$this->letters->give_back( $letter->id, $token, $why );

			throw new AmicableException( 'amicable_mail_failed', $why, 502 );
		}

		return true;
	}

	/**
	 * As with mail: whoever breaks off may have done so after the answer was kept.
	 *
	 * @return bool Whether the desk kept it; false: nobody knows.
	 * @throws AmicableException 502 when it surely did not.
	 */
	private function answer( Letter $letter, string $token, DeskAnswer $answered, int $user_id ): bool {
		try {
			$answered->desk->reply( $answered->ticket, (string) $letter->body, $user_id );
		} catch ( DeskRefusal $refusal ) {
			$this->letters->give_back( $letter->id, $token, $refusal->getMessage() );

			throw new AmicableException( 'amicable_desk_refused', $refusal->getMessage(), 502 );
		} catch ( Throwable $thrown ) {
			ErrorLog::broken( 'could not tell whether a help desk kept a letter', $thrown );
			$this->letters->doubt( $letter->id, $token );

			return false;
		}

		return true;
	}

	/** What was sent is told by its fingerprint, not by its words. */
	private function log( string $what, CaseRecord $case, Letter $letter, Via $via, int $user_id ): void {
		$this->log->append(
			$what,
			'letter',
			$letter->id,
			$case->customer_id,
			$user_id,
			[
				'case'     => $case->id,
				'stage'    => $letter->stage->value,
				'template' => $letter->template,
				'language' => $letter->language,
				'via'      => $via->value,
				'sha256'   => $letter->fingerprint(),
			],
		);
	}
}
