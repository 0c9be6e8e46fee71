<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Letters;

use Amicable\Cases\CaseRecord;
use Amicable\HelpDesks\OpenTicket;
use Amicable\Letters\DeskAnswer;
use Amicable\Letters\Letter;
use Amicable\Letters\LetterState;
use Amicable\Letters\Via;
use Amicable\Playbook\Channel;
use Amicable\Playbook\Variant;
use Amicable\Runs\Assembly;
use Amicable\Tests\Integration\Runs\RunsTestCase;
use Amicable\Tests\Support\Killed;
use Amicable\Tests\Support\ScriptedDesk;
use Amicable\Tests\Support\ScriptedMailer;

/** A letter goes out once, whatever breaks. */
final class SenderTest extends RunsTestCase {

	private ScriptedMailer $mailer;

	private CaseRecord $case;

	protected function setUp(): void {
		parent::setUp();
		$this->mailer = new ScriptedMailer();
		$this->house  = new Assembly( $this->graph, $this->trap, mailer: $this->mailer );
		[ $this->case ] = $this->house->desk->open( $this->customer_of( $this->order() ), $this->admin, null, null );
	}

	public function test_a_letter_is_sent_frozen_and_logged_by_its_fingerprint(): void {
		$draft = $this->draft();
		$this->send( $draft );
		$sent = $this->read( $draft );

		self::assertSame( [ LetterState::Sent, Via::Mail, $this->admin, $this->admin ], [ $sent->state, $sent->via, $sent->sender_id, $sent->read_by ] );
		self::assertSame( [ [ 'to' => 'buyer@example.com', 'subject' => $draft->subject, 'text' => $draft->body ] ], $this->mailer->mails );
		$this->assertRefused( 'amicable_letter_frozen', fn () => $this->house->room->desk->save( $this->case, $sent, $sent->version, 'New', 'New', null, 'en' ) );
		$this->assertRefused( 'amicable_letter_frozen', fn () => $this->house->room->desk->remove( $sent, $sent->version ) );
		$log = $this->house->log->of( 'letter', $sent->id );
		self::assertSame( [ 'letter_begun', 'letter_sent' ], array_column( $log, 'what' ) );
		self::assertSame( hash( 'sha256', "$draft->subject\n\n$draft->body" ), $log[1]['payload']['sha256'] ?? null );
		self::assertStringNotContainsString( 'Buyer', (string) wp_json_encode( $log ) );
	}

	public function test_of_two_who_send_at_once_one_does(): void {
		$draft = $this->draft();
		$this->trap->set( 0, fn () => $this->assertRefused( 'amicable_stale', fn () => $this->send( $draft ) ) );
		$this->send( $draft );

		self::assertCount( 1, $this->mailer->mails );
		self::assertSame( LetterState::Sent, $this->read( $draft )->state );
	}

	public function test_what_did_not_leave_is_a_draft_again_and_says_why(): void {
		$this->mailer->does = 'refuses';
		$draft              = $this->draft();
		$this->assertRefused( 'amicable_mail_failed', fn () => $this->send( $draft ) );
		$again = $this->read( $draft );
		self::assertSame( [ LetterState::Draft, null, $draft->body ], [ $again->state, $again->via, $again->body ] );
		self::assertStringContainsString( 'did not take the mail', $again->failure );

		$this->mailer->does = 'takes';
		$this->send( $again );
		self::assertSame( [ LetterState::Sent, '' ], [ $this->read( $draft )->state, $this->read( $draft )->failure ] );
		self::assertCount( 1, $this->mailer->mails );
	}

	public function test_where_another_plugin_breaks_off_nobody_knows_whether_it_left(): void {
		$this->mailer->does = 'breaks';
		$draft              = $this->draft();
		$log                = ini_set( 'error_log', '/dev/null' );
		$this->send( $draft );
		ini_set( 'error_log', (string) $log );
		$lost = $this->read( $draft );

		self::assertSame( LetterState::Unknown, $lost->state );
		$this->mailer->does = 'takes';
		$this->assertRefused( 'amicable_stale', fn () => $this->send( $lost ) );
		self::assertSame( [], $this->mailer->mails );
	}

	public function test_whoever_is_killed_before_or_after_the_mail_leaves_a_letter_that_a_person_settles(): void {
		foreach ( [ 0 => 0, 1 => 1 ] as $point => $mails ) {
			$this->mailer->mails = [];
			$draft               = $this->draft();
			$this->trap->set( $point, static fn () => throw new Killed() );
			try {
				$this->send( $draft );
				self::fail( 'Nobody was killed.' );
			} catch ( Killed ) {
				self::assertSame( LetterState::Sending, $this->read( $draft )->state );
			}
			$this->clock->forward( 301 );
			$lost = $this->read( $draft );
			self::assertSame( LetterState::Unknown, $lost->state );
			$this->assertRefused( 'amicable_letter_frozen', fn () => $this->house->room->desk->save( $this->case, $lost, $lost->version, 'x', 'x', null, 'en' ) );
			$this->assertRefused( 'amicable_stale', fn () => $this->send( $lost ) );
			self::assertCount( $mails, $this->mailer->mails, 'Never sent again by itself.' );

			$this->house->room->sender->settle( $this->case, $lost, $mails === 1, $this->admin );
			self::assertSame( $mails === 1 ? LetterState::Sent : LetterState::Draft, $this->read( $draft )->state );
			$this->assertRefused( 'amicable_stale', fn () => $this->house->room->sender->settle( $this->case, $lost, false, $this->admin ) );
		}
	}

	public function test_an_answer_in_a_help_desk_is_written_once_and_what_is_uncertain_is_a_persons_to_settle(): void {
		$desk     = new ScriptedDesk();
		$into     = new DeskAnswer( $desk, new OpenTicket( '7', '#7', 'Help', 'buyer@example.com' ) );
		$answer   = fn ( Letter $letter ) => $this->house->room->sender->send( $this->case, $letter, Via::Desk, $this->admin, [ 'everybody' ], false, $into );
		$draft    = $this->draft();
		$this->trap->set( 0, fn () => $this->assertRefused( 'amicable_stale', fn () => $answer( $draft ) ) );
		$answer( $draft );
		$sent = $this->read( $draft );

		self::assertSame( [ LetterState::Sent, Via::Desk, 'scripted', '7', 'buyer@example.com' ], [ $sent->state, $sent->via, $sent->desk, $sent->desk_ticket, $sent->to ] );
		self::assertSame( [ [], [ $draft->body ] ], [ $this->mailer->mails, $desk->answers ] );

		$desk->does = 'refuses';
		$draft      = $this->draft();
		$this->assertRefused( 'amicable_desk_refused', fn () => $answer( $draft ) );
		self::assertSame( [ LetterState::Draft, null, 'Not now.' ], [ $this->read( $draft )->state, $this->read( $draft )->desk, $this->read( $draft )->failure ] );

		$desk->does = 'is silent';
		$draft      = $this->draft();
		$log        = ini_set( 'error_log', '/dev/null' );
		$answer( $draft );
		ini_set( 'error_log', (string) $log );
		$lost = $this->read( $draft );
		self::assertSame( LetterState::Unknown, $lost->state );
		$this->assertRefused( 'amicable_stale', fn () => $answer( $lost ) );
		$this->house->room->sender->settle( $this->case, $lost, true, $this->admin );
		self::assertSame( LetterState::Sent, $this->read( $draft )->state );

		$this->mailer->objection = 'This is a copy.';
		$draft                   = $this->draft();
		$this->assertRefused( 'amicable_staging', fn () => $answer( $draft ) );
		$this->assertRefused( 'amicable_staging', fn () => $this->send( $draft ) );
		self::assertSame( [ LetterState::Draft, [], 1 ], [ $this->read( $draft )->state, $this->mailer->mails, count( $desk->answers ) ] );
	}

	public function test_a_worker_that_comes_back_too_late_does_not_overrule_the_question(): void {
		$draft = $this->draft();
		$this->trap->set( 1, function () use ( $draft ): void {
			$this->clock->forward( 301 );
			self::assertSame( LetterState::Unknown, $this->read( $draft )->state );
		} );
		$this->send( $draft );

		self::assertSame( LetterState::Unknown, $this->read( $draft )->state );
		self::assertNotContains( 'letter_sent', array_column( $this->house->log->of( 'letter', $draft->id ), 'what' ) );
	}

	public function test_a_draft_of_somebody_who_was_erased_says_so_and_goes_nowhere(): void {
		$draft = $this->draft();
		$this->graph->eraser()->page( 'buyer@example.com', 1 );
		for ( $page = 2, $done = false; ! $done && $page < 60; $page++ ) {
			$done = $this->graph->eraser()->page( 'buyer@example.com', $page )['done'];
		}
		$gone = $this->read( $draft );

		self::assertSame( [ true, '', '', [] ], [ $gone->is_erased(), $gone->to, $gone->subject, $gone->facts ] );
		$this->assertRefused( 'amicable_letter_erased', fn () => $this->house->room->desk->save( $this->case, $gone, $gone->version, 'x', 'x', null, 'en' ) );
		$this->assertRefused( 'amicable_stale', fn () => $this->send( $draft ) );
		self::assertSame( [], $this->mailer->mails );
		$this->house->room->desk->remove( $gone, $gone->version );
		self::assertNull( $this->house->room->letters->find( $gone->id ) );
	}

	private function draft(): Letter {
		return $this->house->room->desk->begin( $this->case, 'nudge', 'en', Channel::Letter, new Variant(), $this->admin );
	}

	private function send( Letter $letter ): void {
		$this->house->room->sender->send( $this->case, $letter, Via::Mail, $this->admin, [ 'everybody' ], false );
	}

	private function read( Letter $letter ): Letter {
		$read = $this->house->room->letters->find( $letter->id );
		self::assertNotNull( $read );

		return $read;
	}
}
