<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\HelpDesks;

use Amicable\HelpDesks\Conversation;
use Amicable\HelpDesks\DocsEvidence;
use Amicable\HelpDesks\MessageKind;
use Amicable\HelpDesks\Standing;
use Amicable\HelpDesks\Standings;
use Amicable\HelpDesks\TicketStatus;
use Amicable\HelpDesks\WorkingTime;
use DateTimeZone;
use PHPUnit\Framework\TestCase;

final class StandingsTest extends TestCase {

	/** A Monday, 09:00 UTC. */
	private const MONDAY = 1_772_442_000;

	private const HOUR = 3600;

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
		$turns = [ [ 50, MessageKind::Customer, false ] ];

		self::assertFalse( self::of( new Conversation( 1, Conversation::MANUAL, TicketStatus::Closed, '', 0, 0, [], null, $turns, true ) )[1]->is_new );
		self::assertTrue( self::of( new Conversation( 1, Conversation::MANUAL, TicketStatus::Closed, '', 0, 0, [], null, $turns ) )[1]->is_new );
	}

	public function test_who_opened_it_decides_even_in_the_same_second(): void {
		$agent = new Conversation( 1, 'desk', TicketStatus::Open, '', 0, 0, [], null, [ [ 50, MessageKind::Agent, false ], [ 60, MessageKind::Customer, false ] ] );
		$both  = new Conversation( 2, 'desk', TicketStatus::Open, 'x', 100_000, 0, [], null, [ [ 100_000, MessageKind::Agent, false ], [ 100_000, MessageKind::Customer, false ] ] );

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
		$docs = static fn ( array $tags, ?bool $word, bool $link, MessageKind $kind = MessageKind::Agent ): array => ( new Conversation( 1, 'desk', TicketStatus::Open, '', 0, 0, $tags, $word, [ [ 0, MessageKind::Customer, false ], [ 1, $kind, $link ] ] ) )->docs();

		self::assertSame( [ DocsEvidence::Link, true ], $docs( [ 'not-in-docs' ], false, true ) );
		self::assertSame( [ DocsEvidence::Tag, false ], $docs( [ 'not-in-docs' ], true, false ) );
		self::assertSame( [ DocsEvidence::Tag, true ], $docs( [ 'in-docs' ], false, false ) );
		self::assertSame( [ DocsEvidence::Word, false ], $docs( [ 'in-docs', 'not-in-docs' ], false, false ), 'Two tags that contradict each other say nothing.' );
		self::assertSame( [ null, null ], $docs( [], null, true, MessageKind::Customer ), 'A customer who links to the docs has read them.' );
		self::assertSame( [ null, null ], $docs( [], null, true, MessageKind::Auto ) );
	}

	/** @return array<int, Standing> */
	private static function of( Conversation ...$conversations ): array {
		return ( new Standings( new WorkingTime( new DateTimeZone( 'UTC' ) ), 24 ) )->of( array_values( $conversations ) );
	}

	/**
	 * @param int                          $hour When the customer asks, hours after Monday morning.
	 * @param list<array{int, MessageKind}> $more Hours and who.
	 */
	private static function ticket( int $id, int $hour, string $subject, array $more = [], TicketStatus $status = TicketStatus::Open, string $source = 'desk', ?int $updated = null ): Conversation {
		$at       = static fn ( int $hours ): int => self::MONDAY + $hours * self::HOUR;
		$messages = [ [ $at( $hour ), MessageKind::Customer, false ], ...array_map( static fn ( array $message ): array => [ $at( $message[0] ), $message[1], false ], $more ) ];

		return new Conversation( $id, $source, $status, $subject, $at( $hour ), $at( $updated ?? $hour ), [], null, $messages );
	}
}
