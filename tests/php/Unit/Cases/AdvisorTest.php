<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Cases;

use Amicable\Cases\CaseState;
use Amicable\Cases\Chance\Advice;
use Amicable\Cases\Chance\Advisor;
use Amicable\Cases\Chance\Cause;
use Amicable\Cases\Chance\Outcome;
use Amicable\Cases\Chance\Signs;
use Amicable\Cases\Machine;
use Amicable\Cases\Stage;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class AdvisorTest extends TestCase {

	/** @return iterable<string, array{Signs, Advice, Stage|null}> */
	public static function situations(): iterable {
		yield 'a confirmed legal step goes to counsel' => [ new Signs( Stage::Open, litigation: true, waits_for_us: true ), Advice::Counsel, Stage::Counsel ];
		yield 'from a warning too' => [ new Signs( Stage::Warned, litigation: true, outcome: Outcome::DoubledDown ), Advice::Counsel, Stage::Counsel ];
		yield 'with counsel it stays there' => [ new Signs( Stage::Counsel, litigation: true ), Advice::WithCounsel, null ];
		yield 'a run under way is not turned around' => [ new Signs( Stage::Offboarding, litigation: true ), Advice::RunGoesOn, null ];
		yield 'who waits is answered first' => [ new Signs( Stage::Open, waits_for_us: true, cause: Cause::Ours ), Advice::AnswerFirst, null ];
		yield 'why comes before a solution' => [ new Signs( Stage::Open ), Advice::AskWhy, Stage::SecondChance ];
		yield 'our mistake is made good' => [ new Signs( Stage::Open, cause: Cause::Ours ), Advice::MakeGood, Stage::SecondChance ];
		yield 'nobody\'s fault asks for help' => [ new Signs( Stage::Open, cause: Cause::Nobody ), Advice::Help, Stage::SecondChance ];
		yield 'a mere bad fit may lapse' => [ new Signs( Stage::Open, only_cost: true ), Advice::LetLapse, Stage::Lapsed ];
		yield 'promises come before warnings' => [ new Signs( Stage::SecondChance, promises_open: true, moved: true, again: true ), Advice::KeepPromises, null ];
		yield 'our mistake still waits to be made good' => [ new Signs( Stage::SecondChance, cause: Cause::Ours, again: true ), Advice::MakeGood, Stage::SecondChance ];
		yield 'again after help asks for a warning' => [ new Signs( Stage::SecondChance, moved: true, again: true ), Advice::Again, Stage::Warned ];
		yield 'costs alone never lead to a warning' => [ new Signs( Stage::SecondChance, only_cost: true, moved: true, again: true ), Advice::LetLapse, Stage::Lapsed ];
		yield 'help takes time' => [ new Signs( Stage::SecondChance, cause: Cause::Customer, moved: true, quiet_days: 59 ), Advice::GiveTime, null ];
		yield 'sixty quiet days end it well' => [ new Signs( Stage::SecondChance, cause: Cause::Customer, moved: true, quiet_days: 60 ), Advice::Quiet, Stage::Recovered ];
		yield 'nothing done yet' => [ new Signs( Stage::SecondChance, cause: Cause::Expectation ), Advice::Help, Stage::SecondChance ];
		yield 'the refund was taken' => [ new Signs( Stage::Warned, outcome: Outcome::TookRefund ), Advice::TookRefund, Stage::Agreed ];
		yield 'an apology recovers' => [ new Signs( Stage::Warned, outcome: Outcome::Apologized, carried_out: true ), Advice::Apologized, Stage::Recovered ];
		yield 'doubling down is explained' => [ new Signs( Stage::Warned, outcome: Outcome::DoubledDown ), Advice::DoubledDown, Stage::Explained ];
		yield 'not with an old warning' => [ new Signs( Stage::Warned, outcome: Outcome::DoubledDown, warning_counts: false ), Advice::WarningOld, null ];
		yield 'silence is waited for' => [ new Signs( Stage::Warned, outcome: Outcome::Silent, quiet_days: 10 ), Advice::Wait, null ];
		yield 'a threat that came true may stand' => [ new Signs( Stage::Warned, outcome: Outcome::Silent, carried_out: true ), Advice::CarriedOut, null ];
		yield 'a long silence ends it well' => [ new Signs( Stage::Warned, outcome: Outcome::Silent, carried_out: true, quiet_days: 61 ), Advice::Quiet, Stage::Recovered ];
		yield 'something came, and nobody said what' => [ new Signs( Stage::Warned, again: true, quiet_days: 0 ), Advice::SayHow, Stage::Explained ];
		yield 'not after an old warning either' => [ new Signs( Stage::Warned, again: true, warning_counts: false ), Advice::WarningOld, null ];
		yield 'an apology does not cover what came after it' => [ new Signs( Stage::Warned, outcome: Outcome::Apologized, again: true ), Advice::SayHow, Stage::Explained ];
		yield 'after the explanation it ends' => [ new Signs( Stage::Explained ), Advice::EndIt, Stage::Offboarding ];
		foreach ( [ Stage::Agreed, Stage::Closed, Stage::Recovered, Stage::Lapsed, Stage::Dismissed ] as $stage ) {
			yield "$stage->value is over" => [ new Signs( $stage, litigation: true ), Advice::Over, null ];
		}
	}

	#[DataProvider( 'situations' )]
	public function test_the_next_step_follows_from_what_is_known( Signs $signs, Advice $advice, ?Stage $to ): void {
		self::assertSame( $advice, ( new Advisor() )->advise( $signs ) );
		self::assertSame( $to, $advice->to() );
	}

	public function test_advice_never_leads_where_no_way_leads(): void {
		$machine = new Machine();
		foreach ( self::situations() as $name => [ $signs, , $to ] ) {
			if ( $to !== null && $to !== $signs->stage ) {
				self::assertContains( $to, $machine->ways( new CaseState( $signs->stage ) ), $name );
			}
		}
	}

	public function test_how_long_is_quiet_is_a_setting(): void {
		self::assertSame( Advice::Quiet, ( new Advisor( 10 ) )->advise( new Signs( Stage::Warned, quiet_days: 10 ) ) );
	}
}
