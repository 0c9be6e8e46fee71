<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Letters;

use Amicable\Tests\Integration\Runs\RunsTestCase;
use Amicable\Tests\Support\AssertsShapes;
use WP_REST_Response;

/** Letters as the screens write them, in Practice. */
final class LettersOverRestTest extends RunsTestCase {

	use AssertsShapes;

	private const TICK = [ [ 'question' => 'everybody', 'yes' => true ] ];

	public function test_the_way_of_a_warning_from_the_choice_to_the_step(): void {
		$case   = $this->open();
		$choice = $this->ask( 'GET', "/cases/{$case['id']}/messages/templates?stage=warned" );
		self::assert_shape( 'letters.choice', $choice );
		self::assertSame( [ 'ko', 'Their last message is in Korean.', 5 ], [ $choice['proposed_language'], $choice['why_language'], count( $choice['items'] ) ] );

		$draft = $this->begin( $case, 'warning_hostile_messages', 'en' );
		self::assert_shape( 'letters.letter', $draft );
		self::assertSame( [ 'warned', 'draft', 'buyer@example.com', false ], [ $draft['stage'], $draft['state'], $draft['to'], $draft['template_changed'] ] );
		self::assertStringContainsString( 'you people are all idiots here', $draft['body'] );
		self::assertStringContainsString( 'Hi Sample,', $draft['body'] );
		self::assertSame( [ $draft ], $this->ask( 'GET', "/cases/{$case['id']}/messages" ) );

		$beside = $this->ask( 'GET', "/cases/{$case['id']}/messages/{$draft['id']}/beside?language=ko" );
		self::assert_shape( 'letters.beside', $beside );
		self::assertSame( [ [ false ], 'Sample Buyer님, 안녕하세요.' ], [ array_values( array_unique( array_column( $beside['paragraphs'], 'changed' ) ) ), $beside['paragraphs'][0]['yours'] ] );

		$short = $this->save( $draft, "Hi Sample,\n\nplease write calmly." );
		$lint  = $this->lint( $short );
		self::assert_shape( 'letters.lint', $lint );
		self::assertContains( 'consequence', array_column( $lint['parts']['missing'], 'part' ) );
		$refused = $this->refused( 422, 'amicable_letter_not_ready', $this->post( $short, 'send', [ 'version' => $short['version'], 'via' => 'mail', 'answers' => self::TICK ] ) );
		self::assertStringContainsString( 'What follows if it goes on.', $refused['data']['params']['body'] );
		$this->refused( 422, 'amicable_letter_missing', $this->move( $case, $draft['id'] ) );

		$this->refused( 409, 'amicable_stale', $this->send( 'PUT', $this->path( $draft ), [ 'version' => $draft['version'], 'subject' => '', 'body' => '' ] ) );
		$whole = $this->save( $short, $draft['body'] );
		$this->refused( 422, 'amicable_letter_not_ready', $this->post( $whole, 'send', [ 'version' => $whole['version'], 'via' => 'mail', 'answers' => [] ] ) );
		$sent = $this->send_letter( $whole );
		self::assertSame( [ 'sent', 'mail', $this->admin, $this->admin ], [ $sent['state'], $sent['via'], $sent['sender']['id'], $sent['read_by']['id'] ] );
		self::assertSame( [], $this->outbox->mails, 'In Practice nothing leaves.' );

		self::assertSame( 'warned', $this->json( $this->move( $case, $sent['id'] ) )['stage'] );
	}

	public function test_what_blocks_is_refused_by_name_and_what_is_locked_says_why(): void {
		$case  = $this->open();
		$draft = $this->begin( $case, 'apology', 'en' );
		$open  = $this->refused( 422, 'amicable_letter_not_ready', $this->post( $draft, 'send', [ 'version' => $draft['version'], 'via' => 'mail', 'answers' => self::TICK ] ) );
		self::assertSame( 'Still to be filled in: what happened.', $open['data']['params']['body'] );
		$early = $this->begin( $case, 'explanation_hostile_messages', 'en' );
		self::assertStringNotContainsString( '{end_date}', $early['body'], 'Licenses end with the parting, so there is a day to say.' );
		$this->refused( 422, 'amicable_letter_locked', $this->post( $early, 'send', [ 'version' => $early['version'], 'via' => 'copy', 'answers' => self::TICK ] ) );
		$this->refused( 400, 'amicable_invalid', $this->send( 'PUT', $this->path( $draft ), [ 'version' => $draft['version'], 'subject' => 'Hi', 'body' => 'Hi', 'to' => 'nowhere' ] ) );
		$this->refused( 400, 'amicable_template_missing', $this->send( 'POST', "/cases/{$case['id']}/messages", [ 'template' => 'no_such_text' ] ) );
		$this->refused( 404, 'amicable_letter_missing', $this->send( 'GET', "/cases/{$case['id']}/messages/999999" ) );

		self::assertSame( 'counsel', $this->ask( 'POST', "/cases/{$case['id']}/events", [ 'to' => 'counsel', 'version' => $case['version'], 'reason' => 'Letter of a lawyer' ] )['stage'] );
		$this->refused( 422, 'amicable_letter_locked', $this->send( 'POST', "/cases/{$case['id']}/messages", [ 'template' => 'apology', 'language' => 'en' ] ) );
		$this->refused( 422, 'amicable_letter_locked', $this->send( 'POST', "/cases/{$case['id']}/messages", [] ) );
		$locked = $this->save( $draft, "Hi Sample,\n\nall is well." );
		$this->refused( 422, 'amicable_letter_locked', $this->post( $locked, 'send', [ 'version' => $locked['version'], 'via' => 'copy', 'answers' => self::TICK ] ) );
		self::assertSame( 'counsel', $this->begin( $case, 'legal_statement', 'en' )['stage'] );
		$right = $this->begin( $case, 'lock_invoice', 'en' );
		$said  = $right['body'];
		self::assertStringNotContainsString( '{', $said, 'The law gives a month, and the letter says until when.' );
		$added = $this->save( $right, "$said\n\nBy the way, our lawyers laughed." );
		$this->refused( 422, 'amicable_letter_locked', $this->post( $added, 'send', [ 'version' => $added['version'], 'via' => 'copy', 'answers' => self::TICK ] ) );
		self::assertSame( 'sent', $this->send_letter( $this->save( $added, $said ) )['state'], 'What is a right is answered, in the prepared words.' );
		self::assertTrue( $this->json( $this->send( 'DELETE', $this->path( $locked ), [ 'version' => $locked['version'] ] ) )['removed'] );
	}

	public function test_the_public_view_shows_the_whole_conversation_masked_and_inert(): void {
		$case = $this->open();
		$free = $this->json( $this->send( 'POST', "/cases/{$case['id']}/messages", [ 'language' => 'en' ] ) );
		$free = $this->save( $free, 'Hi Sample, we are sorry, but you did it wrong. Bye.' );
		$view = $this->ask( 'GET', $this->path( $free ) . '/public-view' );
		self::assert_shape( 'letters.public_view', $view );

		self::assertSame( [ 'customer', 'us', 'draft' ], array_column( $view['posts'], 'who' ) );
		self::assertSame( 1, $view['missing'], 'One message is no longer kept.' );
		self::assertStringNotContainsString( 'Sample', (string) wp_json_encode( $view ) );
		self::assertStringNotContainsString( 'buyer@', (string) wp_json_encode( $view ) );
		self::assertStringContainsString( '<img src=x onerror=alert(1)>', $view['posts'][0]['text'], 'Text, for a page that prints text.' );
		self::assertSame( 'Hi ███, we are sorry, but you did it wrong.', $view['posts'][2]['worst']['text'] ?? null );

		$conversation = $this->ask( 'GET', "/cases/{$case['id']}/conversation" );
		self::assert_shape( 'letters.conversation', $conversation );
		$texts = array_column( $conversation['posts'], 'text' );
		self::assertCount( 3, $texts, 'With the message whose words are no longer kept, without the draft.' );
		self::assertContains( null, $texts );
		self::assertStringContainsString( '<img src=x onerror=alert(1)>', implode( ' ', $texts ), 'Text, for a page that prints text.' );
	}

	/** @return array<string, mixed> */
	private function open(): array {
		$customer = $this->customer_of( $this->order() );
		$database = $this->graph->database();
		$database->write( "UPDATE {$database->table( 'customers' )} SET name = 'Sample Buyer' WHERE id = %d", [ $customer ] );
		$ticket = (int) $database->insert( 'tickets', [ 'source' => 'help-desk', 'external_id' => 'A', 'customer_id' => $customer, 'channel' => 'email', 'status' => 'closed', 'is_new' => 1, 'created_at' => '2026-02-01 00:00:00', 'updated_at' => '2026-02-01 00:00:00' ] );
		$quote  = 'you people are all idiots here';
		foreach ( [ [ 'customer', "$quote. Mail me: buyer@example.com <img src=x onerror=alert(1)>", null ], [ 'agent', 'Hello Sample Buyer, here it is.', null ], [ 'customer', null, 'ko' ] ] as $place => [ $kind, $text, $languages ] ) {
			$message = (int) $database->insert( 'messages', [ 'ticket_id' => $ticket, 'customer_id' => $customer, 'external_id' => "A-$place", 'kind' => $kind, 'at' => "2026-02-01 00:0$place:00", 'text' => $text, 'languages' => $languages, 'updated_at' => '2026-02-01 00:00:00' ] );
			if ( $place === 0 ) {
				$database->insert( 'findings', [ 'message_id' => $message, 'ticket_id' => $ticket, 'customer_id' => $customer, 'label' => 'abuse', 'severity' => 3, 'rule' => 'en.x', 'why' => 'insults_you', 'quote' => $quote, 'at' => '2026-02-01 00:00:00' ] );
			}
		}

		return $this->ask( 'POST', '/cases', [ 'customer_id' => $customer ] );
	}

	/**
	 * @param array<string, mixed> $case
	 * @return array<string, mixed>
	 */
	private function begin( array $case, string $template, string $language ): array {
		return $this->ask( 'POST', "/cases/{$case['id']}/messages", [ 'template' => $template, 'language' => $language ] );
	}

	/**
	 * @param array<string, mixed> $letter
	 * @return array<string, mixed>
	 */
	private function save( array $letter, string $body ): array {
		return $this->ask( 'PUT', $this->path( $letter ), [ 'version' => $letter['version'], 'subject' => $letter['subject'] !== '' ? $letter['subject'] : 'Hello', 'body' => $body ] );
	}

	/**
	 * @param array<string, mixed> $letter
	 * @return array<string, mixed>
	 */
	private function lint( array $letter ): array {
		return $this->ask( 'POST', "/cases/{$letter['case_id']}/messages/lint", [ 'subject' => $letter['subject'], 'body' => $letter['body'], 'language' => $letter['language'], 'channel' => $letter['channel'], 'template' => $letter['template'], 'message' => $letter['id'] ] );
	}

	/**
	 * @param array<string, mixed> $letter
	 * @return array<string, mixed>
	 */
	private function send_letter( array $letter ): array {
		return $this->json( $this->post( $letter, 'send', [ 'version' => $letter['version'], 'via' => 'mail', 'answers' => self::TICK ] ) );
	}

	/** @param array<string, mixed> $case */
	private function move( array $case, int $letter ): WP_REST_Response {
		return $this->send( 'POST', "/cases/{$case['id']}/events", [ 'to' => 'warned', 'version' => $case['version'], 'letter' => $letter ] );
	}

	/**
	 * @param array<string, mixed> $letter
	 * @param array<string, mixed> $body
	 */
	private function post( array $letter, string $what, array $body ): WP_REST_Response {
		return $this->send( 'POST', $this->path( $letter ) . "/$what", $body );
	}

	/** @param array<string, mixed> $letter */
	private function path( array $letter ): string {
		return "/cases/{$letter['case_id']}/messages/{$letter['id']}";
	}

	/**
	 * @param array<string, mixed> $body
	 * @return array<string, mixed>
	 */
	private function ask( string $method, string $path, array $body = [] ): array {
		$answer = $this->send( $method, $path, $body );
		$data   = $this->json( $answer );
		self::assertLessThan( 300, $answer->get_status(), "$method $path: " . (string) json_encode( $data ) );

		/** @var array<string, mixed> */
		return $data;
	}

	/** @param array<string, mixed> $body */
	private function send( string $method, string $path, array $body = [] ): WP_REST_Response {
		return $this->rest( $method, $path, $body, [ 'X-Amicable-Mode' => 'practice', 'Idempotency-Key' => wp_generate_uuid4() ] );
	}

	/** @return array<string, mixed> */
	private function refused( int $status, string $code, WP_REST_Response $answer ): array {
		$data = $this->json( $answer );
		self::assertSame( [ $status, $code ], [ $answer->get_status(), $data['code'] ?? null ], (string) json_encode( $data ) );

		/** @var array<string, mixed> */
		return $data;
	}
}
