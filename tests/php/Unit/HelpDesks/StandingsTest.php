<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\HelpDesks;

use Amicable\HelpDesks\Conversation;
use Amicable\HelpDesks\DocsEvidence;
use Amicable\HelpDesks\DocsLanguages;
use Amicable\HelpDesks\MessageKind;
use Amicable\HelpDesks\Standing;
use Amicable\HelpDesks\Standings;
use Amicable\HelpDesks\TicketStatus;
use Amicable\HelpDesks\WorkingTime;
use DateTimeZone;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class StandingsTest extends TestCase {

	/** A Monday, 09:00 UTC. */
	private const MONDAY = 1_772_442_000;

	private const HOUR = 3600;

	private const DOCS = 'https://docs.example.com/';

	public function test_asking_about_the_same_while_the_first_waits_is_no_new_ticket(): void {
		$standings = self::of( self::ticket( 1, 0, 'Key' ), self::ticket( 2, 1, 'Re: key' ), self::ticket( 3, 2, 'Invoice' ) );

		self::assertSame( [ true, false, true ], array_map( static fn ( Standing $one ): bool => $one->is_new, array_values( $standings ) ) );
		self::assertSame( 1, $standings[2]->duplicate_of );
	}

	public function test_once_we_answered_the_same_question_is_a_new_ticket(): void {
		$standings = self::of( self::ticket( 1, 0, 'Key', [ [ 1, MessageKind::Agent ] ] ), self::ticket( 2, 2, 'Key' ) );

		self::assertTrue( $standings[2]->is_new );
	}

	public function test_an_automatic_answer_is_no_answer(): void {
		$standings = self::of( self::ticket( 1, 0, 'Key', [ [ 1, MessageKind::Auto ], [ 2, MessageKind::Ai ], [ 3, MessageKind::Note ] ] ), self::ticket( 2, 4, 'Key' ) );

		self::assertFalse( $standings[2]->is_new );
	}

	public function test_who_waits_longer_than_we_promise_may_ask_anything_again(): void {
		self::assertTrue( self::of( self::ticket( 1, 0, 'Key' ), self::ticket( 2, 24, 'Invoice' ) )[2]->is_new, 'Just in time.' );
		self::assertFalse( self::of( self::ticket( 1, 0, 'Key' ), self::ticket( 2, 25, 'Invoice' ) )[2]->is_new, 'Late.' );
		self::assertTrue( self::of( self::ticket( 1, 4 * 24, 'Key' ), self::ticket( 2, 4 * 24 + 15 + 48, 'Invoice' ) )[2]->is_new, 'Over a weekend it is not late.' );
	}

	public function test_a_closed_ticket_waited_until_it_was_closed(): void {
		$closed = self::ticket( 1, 0, 'Key', [], TicketStatus::Closed, updated: 10 );

		self::assertFalse( self::of( $closed, self::ticket( 2, 9, 'Key' ) )[2]->is_new );
		self::assertTrue( self::of( $closed, self::ticket( 2, 10, 'Key' ) )[2]->is_new );
	}

	public function test_spam_and_what_was_merged_or_deleted_holds_nothing_up(): void {
		foreach ( [ TicketStatus::Spam, TicketStatus::Merged, TicketStatus::Deleted ] as $status ) {
			$standings = self::of( self::ticket( 1, 0, 'Key', [], $status ), self::ticket( 2, 1, 'Key' ) );
			self::assertSame( [ false, true ], [ $standings[1]->is_new, $standings[2]->is_new ] );
		}
	}

	public function test_what_somebody_logged_by_hand_always_counts(): void {
		self::assertTrue( self::of( self::ticket( 1, 0, '' ), self::ticket( 2, 1, '', [], TicketStatus::Closed, source: Conversation::MANUAL ) )[2]->is_new );
	}

	public function test_what_is_said_in_public_is_no_question(): void {
		$turns = [ [ 50, MessageKind::Customer, null, null ] ];

		self::assertFalse( self::of( new Conversation( 1, Conversation::MANUAL, TicketStatus::Closed, '', 0, 0, [], null, $turns, true ) )[1]->is_new );
		self::assertTrue( self::of( new Conversation( 1, Conversation::MANUAL, TicketStatus::Closed, '', 0, 0, [], null, $turns ) )[1]->is_new );
	}

	public function test_who_opened_it_decides_even_in_the_same_second(): void {
		$agent = new Conversation( 1, 'desk', TicketStatus::Open, '', 0, 0, [], null, [ [ 50, MessageKind::Agent, null, null ], [ 60, MessageKind::Customer, null, null ] ] );
		$both  = new Conversation( 2, 'desk', TicketStatus::Open, 'x', 100_000, 0, [], null, [ [ 100_000, MessageKind::Agent, null, null ], [ 100_000, MessageKind::Customer, null, null ] ] );

		self::assertFalse( self::of( $agent )[1]->is_new );
		self::assertTrue( self::of( $both )[2]->is_new );
	}

	public function test_it_does_not_matter_in_which_order_tickets_are_read(): void {
		$tickets = [ self::ticket( 1, 0, 'Key' ), self::ticket( 2, 1, 'Key' ), self::ticket( 3, 30, 'Invoice', [ [ 31, MessageKind::Agent ] ] ), self::ticket( 4, 32, 'Invoice' ), self::ticket( 5, 33, 'Key', [ [ 40, MessageKind::Agent ] ] ) ];
		$right   = self::of( ...$tickets );
		mt_srand( 11 );
		for ( $i = 0; $i < 30; $i++ ) {
			shuffle( $tickets );
			self::assertEquals( $right, self::of( ...$tickets ) );
		}
	}

	public function test_the_strongest_word_on_the_docs_wins(): void {
		$docs = static fn ( array $tags, ?bool $word, bool $link, MessageKind $kind = MessageKind::Agent ): array => array_slice( self::docs( $tags, $word, [ [ 0, MessageKind::Customer, null, null ], [ 1, $kind, $link ? self::DOCS . 'a' : null, null ] ] ), 0, 2 );

		self::assertSame( [ DocsEvidence::Link, true ], $docs( [ 'not-in-docs' ], false, true ) );
		self::assertSame( [ DocsEvidence::Tag, false ], $docs( [ 'not-in-docs' ], true, false ) );
		self::assertSame( [ DocsEvidence::Tag, true ], $docs( [ 'in-docs' ], false, false ) );
		self::assertSame( [ DocsEvidence::Word, false ], $docs( [ 'in-docs', 'not-in-docs' ], false, false ), 'Two tags that contradict each other say nothing.' );
		self::assertSame( [ null, null ], $docs( [], null, true, MessageKind::Customer ), 'A customer who links to the docs has read them.' );
		self::assertSame( [ null, null ], $docs( [], null, true, MessageKind::Auto ) );
	}

	/** @return iterable<string, array{?string, ?string, bool, ?string}> */
	public static function languages(): iterable {
		yield 'an article in their language' => [ 'a', 'en', true, null ];
		yield 'an article in another language' => [ 'a', 'ko', false, 'ko:en' ];
		yield 'Korean with English words' => [ 'a', 'en,ko', false, 'ko:en' ];
		yield 'an article of a place with both' => [ 'both/a', 'ko', true, null ];
		yield 'a place below another' => [ 'ko/a', 'en', false, 'en:ko' ];
		yield 'a language that is not read, and docs in one' => [ 'de/a', '', true, null ];
		yield 'a language that is not read, and docs in others' => [ 'a', '', false, ':en' ];
		yield 'too short to tell' => [ 'ko/a', 'en,tr', false, ':ko' ];
		yield 'too short to tell, and perhaps the same' => [ 'a', 'en,tr', true, null ];
		yield 'a message that nobody read' => [ 'a', null, true, null ];
		yield 'a tag speaks of all docs' => [ null, 'ko', true, null ];
		yield 'a tag, and docs in no such language' => [ null, 'tr', false, 'tr:en,ko,de' ];
	}

	#[DataProvider( 'languages' )]
	public function test_an_answer_that_they_cannot_read_is_none( ?string $article, ?string $read, bool $answered, ?string $gap ): void {
		$messages = [ [ 0, MessageKind::Customer, null, $read ], [ 1, MessageKind::Agent, $article === null ? null : self::DOCS . $article, null ] ];

		self::assertSame( [ $article === null ? DocsEvidence::Tag : DocsEvidence::Link, $answered, $gap ], self::docs( [ 'in-docs' ], null, $messages ) );
	}

	public function test_the_question_tells_the_language_and_one_link_that_they_can_read_is_enough(): void {
		$thanks = [ [ 5, MessageKind::Customer, null, 'en' ], [ 0, MessageKind::Customer, null, '' ], [ 1, MessageKind::Customer, null, 'ko' ], [ 2, MessageKind::Agent, self::DOCS . 'a', null ] ];

		self::assertSame( [ DocsEvidence::Link, false, 'ko:en' ], self::docs( [], null, $thanks ) );
		self::assertSame( [ DocsEvidence::Link, true, null ], self::docs( [], null, [ ...$thanks, [ 3, MessageKind::Agent, self::DOCS . 'ko/a', null ] ] ) );
		self::assertSame( [ DocsEvidence::Tag, false, null ], self::docs( [ 'not-in-docs' ], null, [ [ 0, MessageKind::Customer, null, 'ko' ] ] ), 'What is not there is in no language.' );
	}

	public function test_where_nobody_said_anything_docs_are_in_the_language_of_the_site(): void {
		$languages = new DocsLanguages( [], [], 'tr', [ 'en', 'ko', 'tr' ] );

		self::assertSame( [ null, 'en:tr', ':tr' ], [ $languages->gap( null, 'tr' ), $languages->gap( 'https://elsewhere.example', 'en' ), $languages->gap( null, '' ) ] );
	}

	/**
	 * @param list<string>                                      $tags
	 * @param list<array{int, MessageKind, ?string, ?string}> $messages
	 * @return array{?DocsEvidence, ?bool, ?string}
	 */
	private static function docs( array $tags, ?bool $word, array $messages ): array {
		return ( new Conversation( 1, 'desk', TicketStatus::Open, '', 0, 0, $tags, $word, $messages ) )->docs( self::there() );
	}

	private static function there(): DocsLanguages {
		$told = [ 'ko/' => [ 'ko' ], 'both/' => [ 'en', 'ko' ], 'de/' => [ 'de' ] ];

		return new DocsLanguages(
			[ self::DOCS, ...array_map( static fn ( string $place ): string => self::DOCS . $place, array_keys( $told ) ) ],
			array_map( static fn ( string $place, array $languages ): array => [ 'url' => self::DOCS . $place, 'languages' => $languages ], array_keys( $told ), $told ),
			'en',
			[ 'en', 'ko', 'tr' ]
		);
	}

	/** @return array<int, Standing> */
	private static function of( Conversation ...$conversations ): array {
		return ( new Standings( new WorkingTime( new DateTimeZone( 'UTC' ) ), 24, self::there() ) )->of( array_values( $conversations ) );
	}

	/**
	 * @param int                          $hour When the customer asks, hours after Monday morning.
	 * @param list<array{int, MessageKind}> $more Hours and who.
	 */
	private static function ticket( int $id, int $hour, string $subject, array $more = [], TicketStatus $status = TicketStatus::Open, string $source = 'desk', ?int $updated = null ): Conversation {
		$at       = static fn ( int $hours ): int => self::MONDAY + $hours * self::HOUR;
		$messages = [ [ $at( $hour ), MessageKind::Customer, null, null ], ...array_map( static fn ( array $message ): array => [ $at( $message[0] ), $message[1], null, null ], $more ) ];

		return new Conversation( $id, $source, $status, $subject, $at( $hour ), $at( $updated ?? $hour ), [], null, $messages );
	}
}
