<?php
declare( strict_types=1 );

namespace Amicable\Tests\Storage;

use Amicable\Language\Label;
use Amicable\Letters\LetterState;
use Amicable\Letters\Via;
use Amicable\Playbook\Channel;
use Amicable\Playbook\Variant;
use Amicable\Storage\LetterFacts;
use Amicable\Storage\Letters;
use Amicable\Storage\PlaybookTexts;
use DateTimeImmutable;

/** Letters and what goes into them, the same on every database we support. */
final class LettersTest extends StorageTestCase {

	public function test_only_who_saw_the_draft_writes_and_only_who_holds_the_token_ends_it(): void {
		$letters = new Letters( $this->database(), $this->clock );
		[ $case ] = $this->graph->runs()->desk->open( 7, 1, null, null );
		$id      = $letters->add( $case, [ 'stage' => $case->state->stage, 'template' => null, 'template_version' => null, 'variant' => new Variant( service: true, gpl: false ), 'channel' => Channel::Letter, 'language' => 'ko', 'recipient' => 'a@example.com', 'subject' => 'Hi', 'body' => "안녕하세요\n'quoted'", 'facts' => [ 'greeting' => '안녕' ] ], 1 );
		$draft   = $letters->find( $id );
		self::assertNotNull( $draft );
		self::assertSame( [ true, false, true, [ 'greeting' => '안녕' ], "안녕하세요\n'quoted'" ], [ $draft->variant->service, $draft->variant->gpl, $draft->variant->contest, $draft->facts, $draft->body ] );

		self::assertTrue( $letters->save( $draft, 'Hi', (string) $draft->body, 'a@example.com', 'ko' ) );
		self::assertFalse( $letters->save( $draft, 'Hi', 'Other', 'a@example.com', 'ko' ), 'Nothing changed, and yet the version went up.' );
		$saved = $letters->find( $id );
		self::assertNotNull( $saved );
		self::assertTrue( $letters->begin( $saved, Via::Mail, 'one', 1, [ 'everybody' ], false ) );
		self::assertFalse( $letters->begin( $saved, Via::Mail, 'two', 2, [ 'everybody' ], false ) );
		self::assertFalse( $letters->finish( $id, 'two' ) );
		self::assertTrue( $letters->finish( $id, 'one' ) );
		self::assertSame( LetterState::Sent, $letters->find( $id )?->state );
		self::assertCount( 1, $letters->sent_to( 7 ) );
	}

	public function test_facts_come_out_of_what_is_stored(): void {
		$facts = new LetterFacts( $this->database() );
		$since = new DateTimeImmutable( '2026-10-01T00:00:00Z' );
		self::assertSame( 0, $facts->tickets( 7, $since )['count'] );
		foreach ( [ [ '2026-10-02', 1 ], [ '2026-10-09', 0 ], [ '2026-10-09', null ] ] as $place => [ $day, $answered ] ) {
			$ticket = (int) $this->database()->insert( 'tickets', [ 'source' => 'desk', 'external_id' => "T$place", 'customer_id' => 7, 'status' => 'open', 'is_new' => 1, 'docs_answered' => $answered, 'created_at' => "$day 08:00:00", 'updated_at' => "$day 08:00:00" ] );
			$this->database()->insert( 'messages', [ 'ticket_id' => $ticket, 'customer_id' => 7, 'external_id' => "M$place", 'kind' => 'agent', 'at' => "$day 09:00:00", 'docs_url' => 'https://docs.example.com/' . min( 1, $place ), 'updated_at' => "$day 09:00:00" ] );
		}
		$this->database()->insert( 'findings', [ 'message_id' => 1, 'ticket_id' => 1, 'customer_id' => 7, 'label' => 'abuse', 'rule' => 'en.x', 'quote' => 'you idiots', 'at' => '2026-10-02 08:00:00' ] );

		self::assertSame( [ 'count' => 3, 'first' => '2026-10-02 08:00:00', 'last' => '2026-10-09 08:00:00', 'known' => 2, 'answered' => 1 ], $facts->tickets( 7, $since ) );
		self::assertSame( [ 'https://docs.example.com/1', 'https://docs.example.com/0' ], $facts->docs_links( 7 ) );
		self::assertSame( 'you idiots', $facts->quote( 7, [ Label::Abuse ] )['quote'] ?? null );
		$this->database()->insert( 'findings', [ 'message_id' => 2, 'ticket_id' => 1, 'customer_id' => 7, 'label' => 'abuse', 'severity' => 3, 'rule' => 'ko.abuse.alike', 'why' => 'reads_harsh', 'quote' => 'nobody can tell', 'at' => '2026-10-03 08:00:00' ] );
		self::assertSame( 'you idiots', $facts->quote( 7, [ Label::Abuse ] )['quote'] ?? null, 'What only reads like an insult is nobody\'s word.' );
		self::assertNull( $facts->quote( 7, [ Label::Praise ] ) );
		self::assertCount( 3, $facts->conversation( 7 ) );
	}

	public function test_an_own_text_is_written_over_the_version_that_was_seen(): void {
		$texts = new PlaybookTexts( $this->database(), $this->clock );

		self::assertTrue( $texts->put( PlaybookTexts::TEMPLATE, 'nudge', 'en', 2, null, 1, 'Hi', '{}', 1 ) );
		self::assertFalse( $texts->put( PlaybookTexts::TEMPLATE, 'nudge', 'en', 2, null, 1, 'Hi', '{}', 1 ), 'There is one.' );
		self::assertTrue( $texts->put( PlaybookTexts::TEMPLATE, 'nudge', 'en', 3, 2, 1, '', null, 1 ) );
		self::assertFalse( $texts->put( PlaybookTexts::TEMPLATE, 'nudge', 'en', 3, 2, 1, 'Late', '{}', 1 ) );
		self::assertSame( [ 'nudge en' => [ 'version' => 3, 'based_on' => 1, 'subject' => '', 'words' => null ] ], $texts->all( PlaybookTexts::TEMPLATE ) );
	}
}
