<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Patterns;

use Amicable\Language\Label;
use Amicable\Patterns\CustomerView;
use Amicable\Patterns\Dealing;
use Amicable\Patterns\Evidence;
use Amicable\Patterns\Finding;
use Amicable\Patterns\Level;
use Amicable\Patterns\Own\OwnCondition;
use Amicable\Patterns\Own\OwnField;
use Amicable\Patterns\Own\OwnRule;
use Amicable\Patterns\Remark;
use Amicable\Patterns\Rules\OwnPattern;
use Amicable\Patterns\Silence;
use Amicable\Patterns\Slug;
use Amicable\Patterns\TicketView;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass( OwnPattern::class )]
#[CoversClass( OwnRule::class )]
#[CoversClass( OwnCondition::class )]
#[CoversClass( OwnField::class )]
final class OwnRulesTest extends TestCase {

	private const QUESTIONS = [ 'field' => 'tickets', 'is' => 'least', 'number' => 5, 'days' => 30 ];

	private const PAID = [ 'field' => 'paid', 'is' => 'most', 'number' => 5000, 'days' => null ];

	private const FREEBIE = [ 'field' => 'freebie', 'is' => 'least', 'number' => 1, 'days' => 90 ];

	/** @return iterable<string, array{array<string, mixed>, CustomerView, bool}> */
	public static function customers(): iterable {
		$asks = Customers::questions( 5 );
		yield 'at least means from there on' => [ [], Customers::who( $asks, paid: 5000 ), true ];
		yield 'one fewer is not enough' => [ [], Customers::who( Customers::questions( 4 ), paid: 5000 ), false ];
		yield 'all lines have to hold' => [ [], Customers::who( $asks, paid: 5001 ), false ];
		yield 'one line is enough where it is said so' => [ [ 'match' => 'any' ], Customers::who( $asks, paid: 5001 ), true ];
		yield 'older questions do not count' => [ [], Customers::who( Customers::questions( 5, last_days_ago: 31 ), paid: 5000 ), false ];
		yield 'what is not known never holds' => [ [], Customers::who( $asks, paid: null, unknown: 'not_converted' ), false ];
		yield 'a silent rule is silent' => [ [ 'silent' => true ], Customers::who( $asks, paid: 5000 ), false ];
		yield 'nobody without anything to look at' => [ [ 'conditions' => [ self::PAID ] ], Customers::who( [], paid: 0 ), false ];
	}

	/** @param array<string, mixed> $over */
	#[DataProvider( 'customers' )]
	public function test_it_holds_of_whom_it_says( array $over, CustomerView $customer, bool $holds ): void {
		self::assertSame( $holds, ( new OwnPattern( self::rule( $over ) ) )->judge( $customer ) instanceof Finding );
	}

	public function test_it_says_what_it_measured_beside_what_it_asked_for(): void {
		$finding = ( new OwnPattern( self::rule( [ 'level' => 'flag' ] ) ) )->judge( Customers::who( Customers::questions( 7 ), paid: 4900 ) );

		self::assertInstanceOf( Finding::class, $finding );
		self::assertSame( [ Slug::Own3, Level::Flag, [ 'tickets_30' => 7, 'paid' => 4900 ], [ 'tickets_30' => 5, 'paid' => 5000 ] ], [ $finding->pattern, $finding->level, $finding->measured, $finding->threshold ] );
		self::assertCount( 7, $finding->evidence );
	}

	public function test_words_and_refunds_count_each_with_their_evidence_and_never_our_own_mistakes(): void {
		$said     = static fn ( int $id, bool $ours = false ): Remark => new Remark( $id, $id, Customers::NOW - 60, [ Customers::said( Label::Freebie ) ], $ours );
		$refund   = static fn ( int $id, bool $by_right ): Dealing => new Dealing( Dealing::REFUND, $id, Customers::NOW - 60, by_right: $by_right );
		$customer = new CustomerView( Customers::NOW, null, 100, 100, 0, 0, null, [], remarks: [ $said( 1 ), $said( 2, true ) ], dealings: [ $refund( 7, false ), $refund( 8, true ) ] );
		$finding  = ( new OwnPattern( self::rule( [ 'conditions' => [ self::FREEBIE, [ 'field' => 'refunds', 'is' => 'least', 'number' => 1, 'days' => 365 ] ] ] ) ) )->judge( $customer );

		self::assertInstanceOf( Finding::class, $finding );
		self::assertSame( [ '1:1', '0:7' ], array_map( static fn ( Evidence $one ): string => $one->key(), $finding->evidence ) );
		self::assertInstanceOf( Silence::class, ( new OwnPattern( self::rule( [ 'conditions' => [ self::FREEBIE ] ] ) ) )->judge( $customer->without( [], [ '1:1' ] ) ), 'What somebody dismissed counts no more.' );
	}

	public function test_asking_for_something_free_is_never_enough_alone(): void {
		self::assertTrue( self::rule( [ 'conditions' => [ self::FREEBIE ] ] )->rests_on_no_sign() );
		self::assertTrue( self::rule( [ 'conditions' => [ self::FREEBIE, self::PAID ], 'match' => 'any' ] )->rests_on_no_sign() );
		self::assertFalse( self::rule( [ 'conditions' => [ self::FREEBIE, self::PAID ] ] )->rests_on_no_sign() );
		foreach ( [ [ 'customer_days', null ], [ 'sites', null ], [ 'praise', 90 ], [ 'our_mistakes', 90 ], [ 'waiting', null ] ] as [ $field, $days ] ) {
			self::assertTrue( self::rule( [ 'conditions' => [ self::FREEBIE, [ 'field' => $field, 'is' => 'most', 'number' => 0, 'days' => $days ] ] ] )->rests_on_no_sign(), "$field is nothing beside it." );
			self::assertTrue( self::rule( [ 'conditions' => [ self::PAID, [ 'field' => $field, 'is' => 'least', 'number' => 0, 'days' => $days ] ], 'match' => 'any' ] )->rests_on_no_sign(), "$field shows nobody by itself." );
		}
	}

	public function test_what_describes_somebody_narrows_a_rule_and_is_no_evidence(): void {
		$tickets  = [ ...Customers::questions( 3 ), new TicketView( 90, 90, Customers::NOW - 50, true, is_ours: true ), new TicketView( 91, 91, Customers::NOW - 40, false, waits_for_us: true ) ];
		$praise   = new Remark( 90, 90, Customers::NOW - 60, [ Customers::said( Label::Praise ) ], true );
		$customer = new CustomerView( Customers::NOW, Customers::NOW - 40 * 86400, 100, 100, 0, 0, null, $tickets, remarks: [ $praise ], sites: 7 );
		$values   = static fn ( CustomerView $of ): array => array_map( static fn ( OwnField $field ): ?int => $field->value( $of, 30 ), [ OwnField::Days, OwnField::Sites, OwnField::Praise, OwnField::Mistakes, OwnField::Waiting ] );

		self::assertSame( [ 40, 7, 1, 1, 1 ], $values( $customer ) );
		self::assertSame( [ null, null, 0, 0, 0 ], $values( Customers::who( [], bought_days_ago: null ) ), 'What is not known is not zero.' );
		self::assertInstanceOf( Silence::class, ( new OwnPattern( self::rule( [ 'conditions' => [ [ 'field' => 'sites', 'is' => 'least', 'number' => 1, 'days' => null ] ] ] ) ) )->judge( $customer ) );
		$narrowed = static fn ( int $praise ): Finding|Silence => ( new OwnPattern( self::rule( [ 'conditions' => [ [ 'number' => 3 ] + self::QUESTIONS, [ 'field' => 'praise', 'is' => 'most', 'number' => $praise, 'days' => 90 ] ] ] ) ) )->judge( $customer );
		self::assertInstanceOf( Silence::class, $narrowed( 0 ) );
		self::assertInstanceOf( Finding::class, $narrowed( 1 ) );
	}

	public function test_the_share_of_the_docs_and_disputes_are_signs(): void {
		$asked    = static fn ( int $id, ?bool $docs ): TicketView => new TicketView( $id, $id, Customers::NOW - 60, true, docs_answered: $docs );
		$dispute  = static fn ( int $id, string $status ): Dealing => new Dealing( Dealing::DISPUTE, $id, Customers::NOW - 60, $status );
		$customer = new CustomerView( Customers::NOW, null, 100, 100, 0, 0, null, [ $asked( 1, true ), $asked( 2, true ), $asked( 3, false ), $asked( 4, null ) ], dealings: [ $dispute( 5, 'open' ), $dispute( 6, 'lost' ), $dispute( 7, 'won' ), $dispute( 8, 'warning' ) ] );

		self::assertSame( [ 66, 2, null ], [ OwnField::DocsPercent->value( $customer, 30 ), OwnField::Disputes->value( $customer, 30 ), OwnField::DocsPercent->value( Customers::who( [ $asked( 1, null ) ] ), 30 ) ], 'Unknown is not 0 %.' );
		$finding = ( new OwnPattern( self::rule( [ 'level' => 'flag', 'conditions' => [ [ 'field' => 'disputes', 'is' => 'least', 'number' => 2, 'days' => 30 ] ] ] ) ) )->judge( $customer );
		self::assertInstanceOf( Finding::class, $finding );
		self::assertSame( [ 'dispute_open', 'dispute_lost' ], array_column( $finding->evidence, 'rule' ) );
	}

	public function test_what_makes_no_sense_is_as_if_nobody_had_made_it(): void {
		$good = self::rule()->to_array();
		self::assertSame( [ $good ], array_map( static fn ( OwnRule $rule ): array => $rule->to_array(), OwnRule::read_all( [ $good, $good, 'x', [ 'id' => 9 ] + $good, [ 'conditions' => [ self::QUESTIONS, [ 'field' => 'legal_step' ] + self::QUESTIONS ] ] + $good, [ 'conditions' => [ [ 'days' => null ] + self::QUESTIONS ] ] + $good ] ) ) );
	}

	public function test_rules_of_another_shop_join_those_that_are_here(): void {
		$here = [ self::rule( [ 'id' => 1, 'name' => 'A' ] ), self::rule( [ 'id' => 2, 'name' => 'B' ] ) ];
		$told = [ self::rule( [ 'id' => 1, 'name' => 'B', 'match' => 'any' ] )->to_array(), self::rule( [ 'id' => 2, 'name' => 'C' ] )->to_array() ];
		$all  = OwnRule::merged( $here, $told );

		self::assertSame( [ [ 1, 'A', true ], [ 2, 'B', false ], [ 3, 'C', true ] ], array_map( static fn ( OwnRule $rule ): array => [ $rule->id, $rule->name, $rule->needs_all ], $all ) );
		self::assertSame( $all[2]->to_array(), OwnRule::merged( $all, [ $all[2]->to_array() ] )[2]->to_array(), 'Brought home, it changes nothing.' );
	}

	public function test_marks_in_lists_never_share_a_bit(): void {
		$bits = [];
		foreach ( Slug::cases() as $slug ) {
			foreach ( Level::cases() as $level ) {
				$bits[] = $slug->bit( $level );
			}
		}

		self::assertCount( count( $bits ), array_unique( $bits ) );
		self::assertSame( 0, array_sum( $bits ) & ( ( 1 << 30 ) - ( 1 << 20 ) ), 'Stores, stage and tier have these.' );
		self::assertSame( [ 1, 2, 4, 8 ], array_slice( $bits, 0, 4 ), 'Never renumbered.' );
	}

	/** @param array<string, mixed> $over */
	private static function rule( array $over = [] ): OwnRule {
		$rule = OwnRule::read( $over + [ 'id' => 3, 'name' => 'Many questions, little paid', 'level' => 'watch', 'match' => 'all', 'silent' => false, 'conditions' => [ self::QUESTIONS, self::PAID ] ] );
		self::assertInstanceOf( OwnRule::class, $rule );

		return $rule;
	}
}
