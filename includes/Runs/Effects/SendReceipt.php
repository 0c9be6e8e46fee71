<?php
declare( strict_types=1 );

namespace Amicable\Runs\Effects;

use Amicable\ErrorLog;
use Amicable\Mail\Mailer;
use Amicable\Mail\ReceiptMaker;
use Amicable\Mail\ReceiptText;
use Amicable\Offboarding\Step;
use Amicable\Offboarding\StepKind;
use Amicable\Runs\Effect;
use Amicable\Runs\Run;
use Amicable\Stores\Result;
use Throwable;

/** Tells the customer what went back and what has ended. A mail cannot be called back, so one whose sending nobody saw end is never simply sent again. */
final class SendReceipt implements Effect {

	public function __construct(
		private readonly ReceiptMaker $receipts,
		private readonly ReceiptText $text,
		private readonly Mailer $mailer,
	) {
	}

	public function kind(): StepKind {
		return StepKind::ReceiptMail;
	}

	public function before( Step $step ): array {
		return [];
	}

	public function carry_out( Run $run, Step $step ): Result {
		$receipt = $this->receipts->of_run( $run );
		if ( $receipt === null ) {
			return Result::already( __( 'There is nobody to write to, or nothing to say.', 'amicable' ) );
		}
		$objection = $this->mailer->objection();
		if ( $objection !== null ) {
			return Result::manual( $objection );
		}
		$mail = $this->text->write( $receipt );
		try {
			$taken = $this->mailer->send( $receipt->email, $mail['subject'], $mail['text'] );
		} catch ( Throwable $broken ) {
			ErrorLog::broken( sprintf( 'receipt of run %d', $run->id ), $broken ); // Somebody has to find out why.

			return self::nobody_knows();
		}
		if ( ! $taken ) {
			return Result::manual( __( 'This site could not send the mail. Write to the customer yourself, then say so here.', 'amicable' ) );
		}

		return Result::done( null, $this->mailer->is_real() ? null : __( 'Practice sends no mail.', 'amicable' ) );
	}

	public function look_up( Run $run, Step $step ): ?Result {
		return $step->asked_at() === null ? null : self::nobody_knows();
	}

	private static function nobody_knows(): Result {
		return Result::unknown( __( 'Nobody knows whether this mail was sent. Look at what your site has sent, then say so here; "not done" sends it once more.', 'amicable' ) );
	}
}
