<?php
declare( strict_types=1 );

namespace Amicable\Cases\Chance;

use Amicable\Cases\Stage;

/** The next step, from what is known. A person takes it or not. */
final class Advisor {

	/** @param int $quiet_days After so many days without trouble a case may end well. */
	public function __construct( private readonly int $quiet_days = 60 ) {
	}

	public function advise( Signs $signs ): Advice {
		if ( $signs->litigation && $signs->stage->is_before_offboarding() && $signs->stage !== Stage::Counsel ) {
			return Advice::Counsel;
		}

		return match ( $signs->stage ) {
			Stage::Open         => $this->opened( $signs ),
			Stage::SecondChance => $this->helped( $signs ),
			Stage::Warned       => $this->warned( $signs ),
			Stage::Explained    => Advice::EndIt,
			Stage::Counsel      => Advice::WithCounsel,
			Stage::Offboarding  => Advice::RunGoesOn,
			Stage::Agreed, Stage::Closed, Stage::Recovered, Stage::Lapsed, Stage::Dismissed => Advice::Over,
		};
	}

	private function opened( Signs $signs ): Advice {
		return match ( true ) {
			$signs->waits_for_us            => Advice::AnswerFirst,
			$signs->only_cost               => Advice::LetLapse,
			$signs->cause === Cause::Ours   => Advice::MakeGood,
			$signs->cause === null          => Advice::AskWhy,
			default                         => Advice::Help,
		};
	}

	private function helped( Signs $signs ): Advice {
		return match ( true ) {
			$signs->waits_for_us                          => Advice::AnswerFirst,
			$signs->promises_open                         => Advice::KeepPromises,
			$signs->cause === Cause::Ours && ! $signs->moved => Advice::MakeGood,
			$signs->moved && $signs->again                => $signs->only_cost ? Advice::LetLapse : Advice::Again,
			$signs->quiet_days >= $this->quiet_days       => Advice::Quiet,
			$signs->moved                                 => Advice::GiveTime,
			$signs->cause === null                        => Advice::AskWhy,
			default                                       => Advice::Help,
		};
	}

	/** After a warning it is their turn. What they did says what follows; a threat that came true asks for no gift and no fight. */
	private function warned( Signs $signs ): Advice {
		return match ( true ) {
			$signs->outcome === Outcome::TookRefund                    => Advice::TookRefund,
			$signs->outcome === Outcome::DoubledDown && $signs->warning_counts => Advice::DoubledDown,
			$signs->outcome === Outcome::DoubledDown                   => Advice::WarningOld,
			$signs->again                                              => $signs->warning_counts ? Advice::SayHow : Advice::WarningOld,
			$signs->outcome === Outcome::Apologized                    => Advice::Apologized,
			default                                                    => $this->silent( $signs ),
		};
	}

	private function silent( Signs $signs ): Advice {
		return match ( true ) {
			$signs->quiet_days >= $this->quiet_days => Advice::Quiet,
			$signs->carried_out === true            => Advice::CarriedOut,
			default                                 => Advice::Wait,
		};
	}
}
