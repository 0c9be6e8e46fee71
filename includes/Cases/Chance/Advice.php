<?php
declare( strict_types=1 );

namespace Amicable\Cases\Chance;

use Amicable\Cases\Stage;

/** What to do next, and why. Nothing happens by it. */
enum Advice: string {

	case Counsel      = 'counsel';
	case AnswerFirst  = 'answer_first';
	case AskWhy       = 'ask_why';
	case MakeGood     = 'make_good';
	case Help         = 'help';
	case LetLapse     = 'let_lapse';
	case KeepPromises = 'keep_promises';
	case GiveTime     = 'give_time';
	case Again        = 'again';
	case Quiet        = 'quiet';
	case TookRefund   = 'took_refund';
	case Apologized   = 'apologized';
	case DoubledDown  = 'doubled_down';
	case CarriedOut   = 'carried_out';
	case SayHow       = 'say_how';
	case Wait         = 'wait';
	case WarningOld   = 'warning_old';
	case EndIt        = 'end_it';
	case WithCounsel  = 'with_counsel';
	case RunGoesOn    = 'run_goes_on';
	case Over         = 'over';

	/** Where it leads; null: the case stays where it is. */
	public function to(): ?Stage {
		return match ( $this ) {
			self::Counsel                                => Stage::Counsel,
			self::AskWhy, self::MakeGood, self::Help     => Stage::SecondChance,
			self::LetLapse                               => Stage::Lapsed,
			self::Again                                  => Stage::Warned,
			self::Quiet, self::Apologized                => Stage::Recovered,
			self::TookRefund                             => Stage::Agreed,
			self::DoubledDown, self::SayHow              => Stage::Explained,
			self::EndIt                                  => Stage::Offboarding,
			self::AnswerFirst, self::KeepPromises, self::GiveTime, self::CarriedOut, self::Wait,
			self::WarningOld, self::WithCounsel, self::RunGoesOn, self::Over => null,
		};
	}
}
