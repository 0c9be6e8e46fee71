<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Offboarding;

use Amicable\Offboarding\Check;
use Amicable\Offboarding\Kind;
use Amicable\Offboarding\Proof;
use Amicable\Offboarding\ProofLine;
use Amicable\Offboarding\Scope;
use Amicable\Stores\Obligation;
use Amicable\Stores\OrderRef;
use PHPUnit\Framework\TestCase;

final class ProofTest extends TestCase {

	public function test_there_are_seventeen_checks_and_silence_is_not_an_answer(): void {
		$proof = Proof::judge( Kind::PartWays, Scope::all(), [], [] );

		self::assertSame( range( 1, 17 ), array_map( static fn ( ProofLine $line ): int => $line->check->value, $proof->lines ) );
		self::assertSame( [ ProofLine::NOT_COVERED ], array_values( array_unique( array_map( static fn ( ProofLine $line ): string => $line->state, $proof->lines ) ) ) );
	}

	public function test_what_lies_outside_the_scope_is_printed_as_outside(): void {
		$chosen  = new OrderRef( 'sample', 1 );
		$other   = new OrderRef( 'sample', 2 );
		$answers = [ $this->open( 1, $chosen ), $this->open( 1, $other ), $this->open( 6, null ) ];

		self::assertSame( [ [ 1, 'sample:1', 'open' ], [ 1, 'sample:2', 'outside' ], [ 6, null, 'outside' ] ], $this->of( [ 1, 6 ], Proof::judge( Kind::Refund, Scope::orders( $chosen ), $answers, [] ) ) );
		self::assertSame( [ [ 1, 'sample:1', 'open' ], [ 1, 'sample:2', 'open' ], [ 6, null, 'open' ] ], $this->of( [ 1, 6 ], Proof::judge( Kind::PartWays, Scope::all(), $answers, [] ) ) );
	}

	public function test_one_open_source_outweighs_a_clear_one(): void {
		$proof = Proof::judge( Kind::PartWays, Scope::all(), [ new Obligation( 8, false, null, 'Clear' ), $this->open( 8, null ) ], [] );

		self::assertSame( [ [ 8, null, 'open' ] ], $this->of( [ 8 ], $proof ) );
		self::assertFalse( $proof->has_passed() );
	}

	public function test_accepting_one_line_accepts_no_other(): void {
		$answers = [ $this->open( 1, new OrderRef( 'sample', 1 ) ), $this->open( 1, new OrderRef( 'sample', 2 ) ) ];
		$proof   = Proof::judge( Kind::PartWays, Scope::all(), $answers, [ [ 1, 'sample:1' ], [ 2, 'sample:2' ] ] );

		self::assertSame( [ [ 1, 'sample:1', 'accepted' ], [ 1, 'sample:2', 'open' ] ], $this->of( [ 1 ], $proof ) );
		self::assertFalse( $proof->has_passed() );
		self::assertTrue( Proof::judge( Kind::PartWays, Scope::all(), $answers, [ [ 1, 'sample:1' ], [ 1, 'sample:2' ] ] )->has_passed() );
	}

	public function test_our_own_unfinished_steps_belong_to_every_run(): void {
		$proof = Proof::judge( Kind::Refund, Scope::orders( new OrderRef( 'sample', 1 ) ), [ new Obligation( Check::Steps->value, true, 'refund:sample:1', 'Not finished' ) ], [] );

		self::assertFalse( $proof->has_passed() );
	}

	public function test_the_guard_is_no_matter_of_a_friendly_refund(): void {
		self::assertSame( [ [ 16, null, 'outside' ] ], $this->of( [ 16 ], Proof::judge( Kind::Refund, Scope::orders( new OrderRef( 'sample', 1 ) ), [ $this->open( 16, null ) ], [] ) ) );
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
