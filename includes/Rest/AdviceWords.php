<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Cases\Chance\Advice;

/** Why something is the next step, in words. */
final class AdviceWords {

	public static function of( Advice $advice ): string {
		return self::before( $advice ) ?? self::after( $advice );
	}

	private static function before( Advice $advice ): ?string {
		return match ( $advice ) {
			Advice::Counsel      => __( 'A person confirmed a legal step. From here on counsel has the word.', 'amicable' ),
			Advice::AnswerFirst  => __( 'A ticket of theirs waits for an answer. Whoever waits is right about that: answer it first.', 'amicable' ),
			Advice::AskWhy       => __( 'Find out why they are angry before you look for a solution.', 'amicable' ),
			Advice::MakeGood     => __( 'The mistake was ours. Apologize soon and make it good, whatever they have paid.', 'amicable' ),
			Advice::Help         => __( 'Help them and explain how you work. Nothing hard has to be said yet.', 'amicable' ),
			Advice::LetLapse     => __( 'They cost more than they pay, and that is all. Letting the renewal lapse is the gentlest end.', 'amicable' ),
			Advice::KeepPromises => __( 'Something was promised and is not kept yet. Keep it first.', 'amicable' ),
			Advice::GiveTime     => __( 'You did something for them. Give it time.', 'amicable' ),
			Advice::Again        => __( 'It happened again after you helped. A friendly warning is fair now.', 'amicable' ),
			default              => null,
		};
	}

	private static function after( Advice $advice ): string {
		return match ( $advice ) {
			Advice::Quiet       => __( 'All has been quiet for long. The case can end well.', 'amicable' ),
			Advice::TookRefund  => __( 'They take the refund that you offered. Pay it back, and the case ends as agreed.', 'amicable' ),
			Advice::Apologized  => __( 'They apologized. Thank them, and the case ends well.', 'amicable' ),
			Advice::DoubledDown => __( 'They went on after the warning. Explain with facts and their own words what happens now.', 'amicable' ),
			Advice::CarriedOut  => __( 'They did what they threatened. Let it stand: answer once where everybody reads it, and give nothing for taking it back.', 'amicable' ),
			Advice::SayHow      => __( 'Something came after the warning. Read it: if they went on, explain what happens now; if not, write down how they took it.', 'amicable' ),
			Advice::Wait        => __( 'The warning is out. It is their turn.', 'amicable' ),
			Advice::WarningOld  => __( 'Something came after the warning, but the warning is too old to build on. End this case; a new one may begin with a new warning.', 'amicable' ),
			Advice::EndIt       => __( 'They know why. What is left is the refund and the end.', 'amicable' ),
			Advice::WithCounsel => __( 'Counsel has the word. Only the prepared statement goes out.', 'amicable' ),
			Advice::RunGoesOn   => __( 'The run goes on; its receipt closes the case.', 'amicable' ),
			default             => __( 'This case is over.', 'amicable' ),
		};
	}
}
