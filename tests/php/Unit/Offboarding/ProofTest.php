<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Offboarding;

use Amicable\Offboarding\Check;
use Amicable\Offboarding\Kind;
use Amicable\Offboarding\Proof;
use Amicable\Offboarding\ProofLine;
use Amicable\Offboarding\Reach;
use Amicable\Stores\Obligation;
use Amicable\Stores\OrderRef;
use PHPUnit\Framework\TestCase;

final class ProofTest extends TestCase {

	public function test_there_are_seventeen_checks_and_silence_is_not_an_answer(): void {
		$proof = Proof::judge( Kind::PartWays, Reach::everything(), [], [] );

		self::assertSame( range( 1, 17 ), array_map( static fn ( ProofLine $line ): int => $line->check->value, $proof->lines ) );
		self::assertSame( [ ProofLine::NOT_COVERED ], array_values( array_unique( array_map( static fn ( ProofLine $line ): string => $line->state, $proof->lines ) ) ) );
	}

	public function test_what_lies_outside_the_scope_is_printed_as_outside(): void {
		$chosen  = new OrderRef( 'sample', 1 );
		$other   = new OrderRef( 'sample', 2 );
		$answers = [ $this->open( 1, $chosen ), $this->open( 1, $other ), $this->open( 6, null ) ];

		self::assertSame( [ [ 1, 'sample:1', 'open' ], [ 1, 'sample:2', 'outside' ], [ 6, null, 'outside' ] ], $this->of( [ 1, 6 ], Proof::judge( Kind::Refund, Reach::orders( $chosen ), $answers, [] ) ) );
		self::assertSame( [ [ 1, 'sample:1', 'open' ], [ 1, 'sample:2', 'open' ], [ 6, null, 'open' ] ], $this->of( [ 1, 6 ], Proof::judge( Kind::PartWays, Reach::everything(), $answers, [] ) ) );
	}

	public function test_one_open_source_outweighs_a_clear_one(): void {
		$proof = Proof::judge( Kind::PartWays, Reach::everything(), [ new Obligation( 8, false, null, 'Clear' ), $this->open( 8, null ) ], [] );

		self::assertSame( [ [ 8, null, 'open' ] ], $this->of( [ 8 ], $proof ) );
		self::assertFalse( $proof->has_passed() );
	}

	public function test_accepting_one_line_accepts_no_other(): void {
		$answers = [ $this->open( 1, new OrderRef( 'sample', 1 ) ), $this->open( 1, new OrderRef( 'sample', 2 ) ) ];
		$proof   = Proof::judge( Kind::PartWays, Reach::everything(), $answers, [ [ 1, 'sample:1' ], [ 2, 'sample:2' ] ] );

		self::assertSame( [ [ 1, 'sample:1', 'accepted' ], [ 1, 'sample:2', 'open' ] ], $this->of( [ 1 ], $proof ) );
		self::assertFalse( $proof->has_passed() );
		self::assertTrue( Proof::judge( Kind::PartWays, Reach::everything(), $answers, [ [ 1, 'sample:1' ], [ 1, 'sample:2' ] ] )->has_passed() );
	}

	public function test_a_parting_over_what_runs_answers_for_its_money_and_for_all_access(): void {
		$runs    = new OrderRef( 'sample', 1 );
		$old     = new OrderRef( 'sample', 2 );
		$answers = [ $this->open( 1, $runs ), $this->open( 1, $old ), $this->open( 8, $old ), $this->open( 6, null ) ];

		self::assertSame( [ [ 1, 'sample:1', 'open' ], [ 1, 'sample:2', 'outside' ], [ 6, null, 'open' ], [ 8, 'sample:2', 'open' ] ], $this->of( [ 1, 6, 8 ], Proof::judge( Kind::PartWays, Reach::running( $runs ), $answers, [] ) ) );
	}

	public function test_finishing_answers_for_the_chosen_things_alone(): void {
		$order   = new OrderRef( 'sample', 1 );
		$answers = [ new Obligation( 8, true, 'license:sample:7', 'Open', $order ), new Obligation( 8, true, 'license:sample:8', 'Open', $order ), new Obligation( 7, true, 'license:sample:7', 'Open', $order ) ];

		self::assertSame( [ [ 7, 'license:sample:7', 'outside' ], [ 8, 'license:sample:7', 'open' ], [ 8, 'license:sample:8', 'outside' ] ], $this->of( [ 7, 8 ], Proof::judge( Kind::Finish, Reach::loose_ends( [ '8 license:sample:7' ] ), $answers, [] ) ) );
	}

	public function test_our_own_unfinished_steps_belong_to_every_run(): void {
		$proof = Proof::judge( Kind::Refund, Reach::orders( new OrderRef( 'sample', 1 ) ), [ new Obligation( Check::Steps->value, true, 'refund:sample:1', 'Not finished' ) ], [] );

		self::assertFalse( $proof->has_passed() );
	}

	public function test_the_guard_is_no_matter_of_a_friendly_refund(): void {
		self::assertSame( [ [ 16, null, 'outside' ] ], $this->of( [ 16 ], Proof::judge( Kind::Refund, Reach::orders( new OrderRef( 'sample', 1 ) ), [ $this->open( 16, null ) ], [] ) ) );
	}

	/** @param int<1, 17> $check */
	private function open( int $check, ?OrderRef $order ): Obligation {
		return new Obligation( $check, true, $order?->key(), 'Open', $order );
	}

	/**
	 * @param list<int> $checks
	 * @return list<array{int, string|null, string}>
	 */
	private function of( array $checks, Proof $proof ): array {
		$lines = array_values( array_filter( $proof->lines, static fn ( ProofLine $line ): bool => in_array( $line->check->value, $checks, true ) ) );

		return array_map( static fn ( ProofLine $line ): array => [ $line->check->value, $line->ref, $line->state ], $lines );
	}
}
