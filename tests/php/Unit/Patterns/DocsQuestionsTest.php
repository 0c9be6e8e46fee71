<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Patterns;

use Amicable\HelpDesks\DocsEvidence;
use Amicable\Patterns\CustomerView;
use Amicable\Patterns\Evidence;
use Amicable\Patterns\Finding;
use Amicable\Patterns\Level;
use Amicable\Patterns\Mitigator;
use Amicable\Patterns\Mitigators\Agency;
use Amicable\Patterns\Rules\DocsQuestions;
use Amicable\Patterns\Silence;
use Amicable\Patterns\TicketView;
use Amicable\Settings\Settings;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass( DocsQuestions::class )]
final class DocsQuestionsTest extends TestCase {

	/** @return iterable<string, array{int, int, int, Level|null}> */
	public static function boundaries(): iterable {
		yield 'seven are not many' => [ 7, 7, 0, null ];
		yield 'eight are watched' => [ 8, 8, 0, Level::Watch ];
		yield 'fourteen stay at watch' => [ 14, 14, 0, Level::Watch ];
		yield 'fifteen that the docs answer are flagged' => [ 15, 15, 0, Level::Flag ];
		yield 'nine known answers are too few' => [ 15, 9, 0, Level::Watch ];
		yield 'ten known answers are enough' => [ 15, 10, 0, Level::Flag ];
		yield 'eighty percent is enough' => [ 20, 16, 4, Level::Flag ];
		yield 'seventy-nine percent is not' => [ 120, 79, 21, Level::Watch ];
		yield 'eighty of a hundred known is' => [ 120, 80, 20, Level::Flag ];
		yield 'half a burst proves nothing against the whole' => [ 30, 20, 10, Level::Watch ];
		yield 'none known is no proof' => [ 40, 0, 0, Level::Watch ];
	}

	#[DataProvider( 'boundaries' )]
	public function test_each_boundary_falls_on_the_right_side( int $count, int $answered, int $not, ?Level $level ): void {
		self::assertSame( $level, self::level( Customers::who( Customers::questions( $count, $answered, $not ) ) ) );
	}

	public function test_with_too_few_known_answers_it_says_how_many_to_check(): void {
		$finding = self::judge( Customers::who( Customers::questions( 15, 5 ) ) );

		self::assertInstanceOf( Finding::class, $finding );
		self::assertEquals( [ new Mitigator( 'docs_unknown', [ 'check' => 5 ] ) ], $finding->mitigators );
		self::assertSame( [ 'tickets' => 15, 'days' => 14, 'known' => 5, 'answered' => 5, 'answered_percent' => 100 ], $finding->measured );
	}

	public function test_without_any_known_answer_the_share_is_unknown_and_not_zero(): void {
		$finding = self::judge( Customers::who( Customers::questions( 8 ) ) );

		self::assertInstanceOf( Finding::class, $finding );
		self::assertNull( $finding->measured['answered_percent'] );
		self::assertSame( [], $finding->mitigators );
	}

	public function test_in_the_first_thirty_days_it_stays_at_watch(): void {
		$tickets = Customers::questions( 15, 15 );

		self::assertSame( Level::Watch, self::level( Customers::who( $tickets, bought_days_ago: 29 ) ) );
		self::assertSame( Level::Flag, self::level( Customers::who( $tickets, bought_days_ago: 30 ) ) );
		self::assertSame( Level::Watch, self::level( Customers::who( $tickets, bought_days_ago: null ) ), 'Who never bought is new, too.' );
	}

	public function test_what_was_our_fault_or_the_article_s_or_before_the_purchase_or_no_new_ticket_is_not_counted(): void {
		$seven = Customers::questions( 7, 7 );
		$at    = Customers::NOW - Customers::DAY;

		self::assertNull( self::level( Customers::who( [ ...$seven, new TicketView( 50, 0, $at, true, is_ours: true ) ] ) ) );
		self::assertNull( self::level( Customers::who( [ ...$seven, new TicketView( 50, 0, $at, true, before_purchase: true ) ] ) ) );
		self::assertNull( self::level( Customers::who( [ ...$seven, new TicketView( 50, 0, $at, false ) ] ) ) );
		self::assertNull( self::level( Customers::who( [ ...$seven, new TicketView( 50, 0, $at, true, docs: DocsEvidence::Link, docs_answered: true, unclear_article: true ) ] ) ) );
		self::assertSame( Level::Watch, self::level( Customers::who( [ ...$seven, new TicketView( 50, 0, $at, true ) ] ) ) );
	}

	public function test_fourteen_days_are_fourteen_times_twenty_four_hours(): void {
		$first = Customers::NOW - 20 * Customers::DAY;
		$rest  = static fn ( int $at ): array => array_map( static fn ( int $i ): TicketView => new TicketView( 10 + $i, 0, $at, true ), range( 1, 7 ) );

		self::assertNull( self::level( Customers::who( [ new TicketView( 1, 0, $first, true ), ...$rest( $first + 14 * Customers::DAY ) ] ) ) );
		self::assertSame( Level::Watch, self::level( Customers::who( [ new TicketView( 1, 0, $first, true ), ...$rest( $first + 14 * Customers::DAY - 1 ) ] ) ) );
	}

	public function test_what_ended_more_than_ninety_days_ago_is_history(): void {
		self::assertSame( Level::Watch, self::level( Customers::who( Customers::questions( 8, last_days_ago: 90 ) ) ) );
		self::assertNull( self::level( Customers::who( Customers::questions( 8, last_days_ago: 91 ) ) ) );
	}

	public function test_the_window_that_proves_most_is_shown_and_its_tickets_are_the_evidence(): void {
		$old = array_map( static fn ( int $i ): TicketView => new TicketView( 200 + $i, 0, Customers::NOW - 60 * Customers::DAY + $i, true ), range( 1, 20 ) );

		$finding = self::judge( Customers::who( [ ...$old, ...Customers::questions( 15, 12, 3 ) ] ) );

		self::assertInstanceOf( Finding::class, $finding );
		self::assertSame( Level::Flag, $finding->level );
		self::assertSame( range( 1, 15 ), array_map( static fn ( Evidence $evidence ): int => $evidence->ticket_id, $finding->evidence ) );
		self::assertSame( 'docs_link_in_reply', $finding->evidence[0]->rule );
		self::assertSame( 'not_in_docs', $finding->evidence[14]->rule );
		self::assertSame( Customers::NOW - 60 * Customers::DAY + 8, $finding->since, 'It began with the eighth question.' );
	}

	public function test_it_does_not_matter_in_which_order_tickets_are_known(): void {
		$tickets = Customers::questions( 17, 15 );
		$finding = self::judge( Customers::who( $tickets ) );
		mt_srand( 7 );
		for ( $i = 0; $i < 20; $i++ ) {
			$shuffled = $tickets;
			usort( $shuffled, static fn (): int => mt_rand( -1, 1 ) );
			self::assertEquals( $finding, self::judge( Customers::who( $shuffled ) ) );
		}
	}

	/** @return iterable<string, array{int, int, Level|null}> */
	public static function agencies(): iterable {
		yield 'five sites are usual' => [ 5, 15, Level::Flag ];
		yield 'six sites ask three a site' => [ 6, 17, Level::Watch ];
		yield 'and eighteen are eighteen' => [ 6, 18, Level::Flag ];
		yield 'fifteen are not even many at forty' => [ 40, 63, null ];
		yield 'many at forty' => [ 40, 64, Level::Watch ];
		yield 'far too many at forty' => [ 40, 120, Level::Flag ];
		yield 'none known' => [ 0, 15, Level::Flag ];
	}

	#[DataProvider( 'agencies' )]
	public function test_beyond_five_sites_questions_count_by_the_site( int $sites, int $questions, ?Level $level ): void {
		self::assertSame( $level, self::level( self::agency( $sites, $questions ) ) );
	}

	public function test_the_line_that_is_shown_is_the_one_that_holds_for_them(): void {
		$finding = self::judge( self::agency( 40, 130 ) );

		self::assertInstanceOf( Finding::class, $finding );
		self::assertSame( [ 64, 120, 14, 80, 10 ], array_values( $finding->threshold ) );
		self::assertSame( [ 'sites' => 40 ], ( new Agency() )->of( self::agency( 40, 130 ), $finding )?->figures );
		self::assertNull( ( new Agency() )->of( self::agency( 5, 15 ), $finding ) );
		self::assertSame( 40, self::agency( 40, 130 )->without( [ 1 ] )->sites, 'Muting tickets takes no site away.' );
	}

	public function test_what_is_in_no_language_of_theirs_says_so(): void {
		$ticket  = static fn ( int $id ): TicketView => new TicketView( $id, 0, Customers::NOW - Customers::DAY, true, docs: DocsEvidence::Link, docs_answered: false, language_gap: 'ko:en' );
		$finding = self::judge( Customers::who( array_map( $ticket, range( 1, 15 ) ) ) );

		self::assertInstanceOf( Finding::class, $finding );
		self::assertSame( [ Level::Watch, 'docs_language:ko:en' ], [ $finding->level, $finding->evidence[0]->rule ] );
	}

	private static function agency( int $sites, int $questions ): CustomerView {
		return new CustomerView( Customers::NOW, Customers::NOW - 400 * Customers::DAY, 498_000, 498_000, 0, 0, null, Customers::questions( $questions, $questions ), sites: $sites );
	}

	private static function level( CustomerView $customer ): ?Level {
		$finding = self::judge( $customer );

		return $finding instanceof Finding ? $finding->level : null;
	}

	private static function judge( CustomerView $customer ): Finding|Silence {
		return ( new DocsQuestions( Settings::defaults( 'USD' )->docs_questions ) )->judge( $customer );
	}
}
