<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Patterns;

use Amicable\Language\Label;
use Amicable\Patterns\CustomerView;
use Amicable\Patterns\Finding;
use Amicable\Patterns\Level;
use Amicable\Patterns\Remark;
use Amicable\Patterns\Rules\EarlySigns;
use Amicable\Patterns\Rules\HostileMessages;
use Amicable\Patterns\TicketView;
use Amicable\Settings\Settings;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass( EarlySigns::class )]
final class EarlySignsTest extends TestCase {

	/** @return iterable<string, array{list<int>, list<int>, array<string, int>}> Days ago of questions, lately and before. */
	public static function rhythms(): iterable {
		yield 'twice as many' => [ [ 1, 5, 9, 20 ], [ 30, 40 ], [ 'tickets' => 4, 'tickets_before' => 2 ] ];
		yield 'nearly twice' => [ [ 1, 5, 9, 20, 21 ], [ 30, 40, 50 ], [] ];
		yield 'three are no direction' => [ [ 1, 5, 9 ], [], [] ];
		yield 'a month ago it was the same' => [ [ 1, 2, 3, 4 ], [ 29, 30, 31, 32 ], [] ];
		yield 'where the other pattern shows it already' => [ [ 1, 2, 3, 4, 5, 6, 7, 8 ], [], [] ];
	}

	/**
	 * @param list<int>          $lately
	 * @param list<int>          $before
	 * @param array<string, int> $measured
	 */
	#[DataProvider( 'rhythms' )]
	public function test_more_questions_than_before( array $lately, array $before, array $measured ): void {
		self::assertSame( $measured, self::measured( Customers::who( self::asked( 0, ...$lately, ...$before ) ) ) );
	}

	/** @return iterable<string, array{int, int, string|null, bool}> Cost so far, of which each of three lately, and why money cannot be compared. */
	public static function bills(): iterable {
		yield 'over the line in 90 days' => [ 6000, 500, null, true ];
		yield 'over it already' => [ 10001, 500, null, false ];
		yield 'far from it' => [ 2000, 500, null, false ];
		yield 'nothing lately' => [ 9999, 0, null, false ];
		yield 'nobody knows what was paid' => [ 6000, 500, 'orders_missing', false ];
	}

	#[DataProvider( 'bills' )]
	public function test_cost_on_its_way_to_the_line( int $cost, int $each, ?string $unknown, bool $shows ): void {
		$measured = self::measured( Customers::who( self::asked( $each, 1, 5, 9 ), cost: $cost, unknown: $unknown ) );

		self::assertSame( $shows ? [ 'cost_percent' => 60, 'cost_percent_ahead' => 108 ] : [], $measured );
	}

	public function test_a_falling_tone_stands_beside_the_good_words(): void {
		$say = static fn ( int $days, Label $label, bool $ours = false ): Remark => new Remark( $days, $days, Customers::NOW - $days * Customers::DAY, [ Customers::said( $label, 2 ) ], $ours );

		self::assertSame( [ 'strained' => 2, 'strained_before' => 1, 'praise' => 1 ], self::measured( Customers::saying( [ $say( 2, Label::Abuse ), $say( 3, Label::DoItForMe ), $say( 35, Label::Expectation ), $say( 40, Label::Praise ) ] ) ) );
		self::assertSame( [], self::measured( Customers::saying( [ $say( 2, Label::Abuse ), $say( 3, Label::Abuse, true ), $say( 4, Label::LegalThreat ), $say( 5, Label::ReviewThreat ) ] ) ), 'Our mistakes, legal steps and reviews are no tone.' );
	}

	public function test_a_tone_that_another_pattern_tells_of_is_not_told_twice(): void {
		$said = array_map( static fn ( int $days ): Remark => new Remark( $days, $days, Customers::NOW - $days * Customers::DAY, [ Customers::said( Label::Abuse, 2 ) ], false ), [ 2, 3 ] );
		$told = new HostileMessages( Settings::defaults( 'USD' )->words->hostile_messages );

		self::assertSame( 2, self::judge( Customers::saying( $said ) )->measured['strained'] ?? null );
		self::assertNull( self::judge( Customers::saying( $said ), [], $told ) );
	}

	public function test_it_only_ever_watches_and_never_who_is_new(): void {
		$tickets = self::asked( 0, 1, 5, 9, 20 );

		self::assertSame( Level::Watch, self::judge( Customers::who( $tickets ) )?->level );
		self::assertNull( self::judge( Customers::who( $tickets, bought_days_ago: 29 ) ) );
		self::assertNull( self::judge( Customers::who( $tickets )->without( [ 1 ] ) ), 'What somebody dismissed counts no more.' );
	}

	public function test_beyond_five_sites_more_questions_are_no_direction_yet(): void {
		$at = static fn ( int $sites ): ?Finding => self::judge( new CustomerView( Customers::NOW, Customers::NOW - 400 * Customers::DAY, 10000, 10000, 0, 0, null, self::asked( 0, 1, 5, 9, 20 ), sites: $sites ) );

		self::assertSame( [ 4, null ], [ $at( 5 )->measured['tickets'] ?? null, $at( 6 ) ] );
	}

	public function test_its_numbers_are_the_owners(): void {
		$three = Customers::who( self::asked( 0, 1, 5, 9 ) );

		self::assertSame( 3, self::judge( $three, [ 'questions' => 3 ] )->measured['tickets'] ?? null );
		self::assertNull( self::judge( $three, [ 'questions' => 3, 'days' => 7 ] ), 'Two of them are within a week.' );
		self::assertNull( self::judge( Customers::who( self::asked( 0, 1, 5, 9, 20, 30, 40 ) ), [ 'times' => 3 ] ) );
		self::assertNull( self::judge( Customers::who( self::asked( 500, 1, 5, 9 ), cost: 6000 ), [ 'ahead' => 60 ] ), 'In sixty days it would not be there yet.' );
	}

	/** @return list<TicketView> */
	private static function asked( int $cost, int ...$days ): array {
		return array_map( static fn ( int $ago, int $at ): TicketView => new TicketView( $at + 1, 100 + $at, Customers::NOW - $ago * Customers::DAY, true, seconds: 600, cost: $cost ), $days, array_keys( $days ) );
	}

	/** @return array<string, int|null> */
	private static function measured( CustomerView $customer ): array {
		return self::judge( $customer )->measured ?? [];
	}

	/** @param array<string, int> $lines Other numbers than at first. */
	private static function judge( CustomerView $customer, array $lines = [], HostileMessages ...$told ): ?Finding {
		$settings = Settings::defaults( 'USD' );
		$finding  = ( new EarlySigns( $settings->docs_questions, $settings->cost_over_paid, $lines + $settings->words->early_signs, ...$told ) )->judge( $customer );

		return $finding instanceof Finding ? $finding : null;
	}
}
