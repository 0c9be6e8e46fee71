<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\HelpDesks;

use Amicable\Tests\Support\AssertsShapes;
use Amicable\Tests\Support\Desk;
use Amicable\Tests\Support\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;
use WP_REST_Response;

/** *Log a contact*: one message, one measured time, and it counts. */
final class ContactsTest extends IntegrationTestCase {

	use AssertsShapes;

	private Desk $desk;

	private int $customer;

	private static int $key = 0;

	protected function setUp(): void {
		parent::setUp();
		$this->desk = new Desk();
		$this->as_role( 'administrator' );
		$this->customer = $this->desk->sale( 'maya@example.com', 7900, 60, 7 );
	}

	public function test_a_contact_is_a_ticket_with_a_message_and_the_time_it_took(): void {
		$response = $this->log( [ 'customer_id' => $this->customer, 'note' => 'Set up <b>together</b>', 'url' => 'https://example.com/review', 'cause' => 'onboarding', 'in_docs' => true ] );

		self::assertSame( 201, $response->get_status() );
		self::assert_shape( 'contacts.contact', $this->json( $response ) );
		self::assertSame( 'Set up <b>together</b>', $this->json( $response )['note'] );
		$ticket = Desk::rows( 'tickets' )[0];
		self::assertSame( [ 'manual', '1', '1', '1', 'onboarding' ], [ $ticket['source'], $ticket['is_new'], $ticket['docs_level'], $ticket['docs_answered'], $ticket['cause'] ] );
		self::assertSame( [ 'customer' ], array_column( Desk::rows( 'messages' ), 'kind' ) );
		$account = Desk::graph()->accounts()->row( $this->customer );
		self::assertSame( [ '1', '25', '0' ], [ $account['tickets'] ?? null, $account['minutes'] ?? null, $account['seconds_estimated'] ?? null ] );
		self::assertSame( '0', (string) Desk::graph()->tickets()->wait_for_us( $this->customer ), 'Nobody waits: it was dealt with.' );
	}

	public function test_an_order_names_its_customer(): void {
		self::assertSame( $this->customer, $this->json( $this->log( [ 'order' => [ 'store' => 'sample', 'id' => 7 ] ] ) )['customer_id'] );
	}

	public function test_the_same_key_logs_once_and_reads_again(): void {
		$body  = [ 'customer_id' => $this->customer ];
		$first = $this->log( $body, 'same-key-1' );

		self::assertSame( 201, $this->log( $body, 'same-key-1' )->get_status() );
		self::assertSame( $this->json( $first ), $this->json( $this->log( $body, 'same-key-1' ) ) );
		self::assertSame( 422, $this->log( [ ...$body, 'minutes' => 26 ], 'same-key-1' )->get_status() );
		self::assertCount( 1, Desk::rows( 'tickets' ) );
	}

	public function test_our_fault_costs_the_customer_nothing(): void {
		$this->log( [ 'customer_id' => $this->customer, 'cause' => 'ours' ] );

		$account = Desk::graph()->accounts()->row( $this->customer );
		self::assertSame( [ '0', '1500', '0' ], [ $account['seconds'] ?? null, $account['seconds_ours'] ?? null, $account['support_cost'] ?? null ] );
	}

	public function test_what_is_said_in_public_joins_the_open_case_until_it_is_fixed_there_and_is_held_against_nobody(): void {
		$case   = (int) $this->json( $this->rest( 'POST', '/cases', [ 'customer_id' => $this->customer ] ) )['id'];
		$review = [ 'customer_id' => $this->customer, 'channel' => 'public', 'url' => 'http://reviews.example/7', 'stars' => 1, 'text' => "You are idiots and thieves. I will leave a one star review everywhere." ];
		$logged = $this->json( $this->log( $review ) );
		self::assert_shape( 'contacts.contact', $logged );
		self::assertSame( [ 'public', 'http://reviews.example/7', 1 ], [ $logged['channel'], $logged['url'], $logged['stars'] ] );
		self::assertSame( [], Desk::rows( 'findings' ), 'A review without a demand is no evidence.' );
		self::assertSame( '0', Desk::rows( 'tickets' )[0]['is_new'], 'Nor a question.' );

		$post = $this->json( $this->rest( 'GET', "/cases/$case/conversation" ) )['posts'][0];
		self::assertSame( [ $review['text'], $review['url'], 1 ], [ $post['text'], $post['link'], $post['stars'] ] );
		$chance = $this->json( $this->rest( 'GET', "/cases/$case/chance" ) );
		self::assert_shape( 'chances.chance', $chance );
		$line = $chance['entries'][0];
		self::assertSame( [ 'complaint', 'open', $review['url'], 1 ], [ $line['kind'], $line['state'], $line['link'], $line['stars'] ] );
		self::assertNotSame( 'keep_promises', $chance['advice']['reason'], 'It is no promise of ours.' );
		$settle = $this->rest( 'POST', "/cases/$case/entries/{$line['id']}/settle", [ 'version' => $chance['version'], 'state' => 'done' ] );
		self::assertSame( 'done', $this->json( $settle )['entries'][0]['state'] );
		self::assertSame( [ 'case_entry', 'case_settled' ], array_slice( array_column( Desk::rows( 'log' ), 'what' ), -2 ) );

		$this->log( [ ...$review, 'text' => 'Give me a full refund or I will leave a one star review everywhere.' ] );
		self::assertContains( 'demand', array_column( Desk::rows( 'findings' ), 'label' ), 'With a demand it is read as any message.' );
	}

	public function test_what_was_said_in_public_before_there_was_a_case_joins_the_one_that_opens_once(): void {
		$review = [ 'customer_id' => $this->customer, 'channel' => 'public', 'url' => 'http://reviews.example/7', 'stars' => 2 ];
		$this->log( $review );
		$this->log( [ 'customer_id' => $this->customer ] );
		$open = fn (): int => (int) $this->json( $this->rest( 'POST', '/cases', [ 'customer_id' => $this->customer ] ) )['id'];
		$case = $open();
		self::assertSame( $case, $open(), 'Asked twice it is one case.' );

		$chance = $this->json( $this->rest( 'GET', "/cases/$case/chance" ) );
		self::assertSame( [ [ 'complaint', 'open', $review['url'], 2 ] ], array_map( static fn ( array $line ): array => [ $line['kind'], $line['state'], $line['link'], $line['stars'] ], $chance['entries'] ) );
		$fixed = $this->rest( 'POST', "/cases/$case/entries/{$chance['entries'][0]['id']}/settle", [ 'version' => $chance['version'], 'state' => 'done' ] );
		self::assertSame( 'done', $this->json( $fixed )['entries'][0]['state'] );
		$open();
		self::assertCount( 1, $this->json( $this->rest( 'GET', "/cases/$case/chance" ) )['entries'], 'What was fixed there is not opened anew.' );
		self::assertSame( 201, $this->rest( 'POST', "/cases/$case/messages", [ 'template' => 'public_fix', 'language' => 'en' ] )->get_status(), 'Its one public answer is written in the case.' );
	}

	/** @return iterable<string, array{array<string, mixed>, int, string}> */
	public static function bad_contacts(): iterable {
		yield 'negative minutes' => [ [ 'minutes' => -1 ], 400, 'minutes' ];
		yield 'tomorrow' => [ [ 'at' => gmdate( 'Y-m-d\TH:i:s\Z', time() + 86400 ) ], 400, 'at' ];
		yield 'no such day' => [ [ 'at' => '2026-02-31T10:00:00Z' ], 400, 'at' ];
		yield 'a link that runs' => [ [ 'url' => 'javascript:alert(1)' ], 400, 'url' ];
		yield 'public without its link' => [ [ 'channel' => 'public' ], 400, 'url' ];
		yield 'stars of a phone call' => [ [ 'stars' => 1 ], 400, 'stars' ];
		yield 'nobody' => [ [ 'customer_id' => 999_999 ], 404, 'customer_id' ];
		yield 'both' => [ [ 'order' => [ 'store' => 'sample', 'id' => 7 ] ], 400, 'customer_id' ];
		yield 'a cause nobody knows' => [ [ 'cause' => 'weather' ], 400, 'cause' ];
	}

	/** @param array<string, mixed> $wrong */
	#[DataProvider( 'bad_contacts' )]
	public function test_what_is_wrong_is_named_and_nothing_is_kept( array $wrong, int $status, string $field ): void {
		$response = $this->log( [ 'customer_id' => $this->customer, ...$wrong ] );

		self::assertSame( $status, $response->get_status() );
		self::assertArrayHasKey( $field, $this->json( $response )['data']['params'] );
		self::assertSame( [], Desk::rows( 'tickets' ) );
	}

	public function test_neither_customer_nor_order_is_refused(): void {
		self::assertSame( 400, $this->log( [] )->get_status() );
		self::assertSame( 409, $this->log( [ 'order' => [ 'store' => 'edd', 'id' => 7 ] ] )->get_status(), 'That shop is not here.' );
	}

	/** @param array<string, mixed> $over */
	private function log( array $over, ?string $key = null ): WP_REST_Response {
		return $this->rest( 'POST', '/contacts', [ 'channel' => 'phone', 'at' => $this->desk->ago( 600 ), 'minutes' => 25, ...$over ], [ 'Idempotency-Key' => [ $key ?? 'contact-key-' . ++self::$key ] ] );
	}
}
