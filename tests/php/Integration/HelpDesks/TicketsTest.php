<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\HelpDesks;

use Amicable\Capability;
use Amicable\Tests\Support\AssertsShapes;
use Amicable\Tests\Support\Desk;
use Amicable\Tests\Support\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;
use WP_REST_Request;
use WP_REST_Response;

/** POST /tickets: whole or not at all, in any order, never older over newer. */
final class TicketsTest extends IntegrationTestCase {

	use AssertsShapes;

	private Desk $desk;

	private static int $key = 0;

	protected function setUp(): void {
		parent::setUp();
		$this->desk = new Desk();
		$this->as_role( 'administrator' );
	}

	public function test_a_ticket_comes_in_once_however_often_it_is_delivered(): void {
		$ticket = $this->desk->ticket( 'A-1', 7200, [ 'minutes' => 12 ] );

		self::assertSame( [ 'created' ], $this->results( $ticket ) );
		self::assertSame( [ 'unchanged' ], $this->results( $ticket ) );
		self::assertSame( [ 'unchanged', 'unchanged' ], $this->results( $ticket, $ticket ) );
		self::assertCount( 1, Desk::rows( 'tickets' ) );
		self::assertCount( 2, Desk::rows( 'messages' ) );
		self::assertSame( [ '720' ], array_column( Desk::rows( 'time_entries', 'id, seconds' ), 'seconds' ) );
	}

	public function test_a_ticket_that_comes_with_no_minutes_was_not_timed_and_its_replies_are_estimated(): void {
		$maya = $this->desk->sale( 'maya@example.com', 7900, 60 );
		$this->results( $this->desk->ticket( 'A-1', 7200, [ 'minutes' => 0 ] ) );

		self::assertSame( [], Desk::rows( 'time_entries' ) );
		self::assertGreaterThan( 0, (int) ( Desk::graph()->accounts()->row( $maya )['seconds_estimated'] ?? 0 ) );
	}

	public function test_the_same_key_answers_again_and_needs_no_second_delivery(): void {
		$body = [ 'source' => 'desk', 'tickets' => [ $this->desk->ticket( 'A-1', 7200 ) ] ];

		self::assertSame( 'created', $this->answer( $this->post( $body, 'delivery-1' ) )[0]['result'] );
		self::assertSame( 'unchanged', $this->answer( $this->post( $body, 'delivery-1' ) )[0]['result'] );
		self::assertSame( 422, $this->post( [ ...$body, 'source' => 'other' ], 'delivery-1' )->get_status() );
		self::assertSame( 400, $this->rest( 'POST', '/tickets', $body )->get_status(), 'Without a key nothing is taken in.' );
	}

	public function test_an_older_delivery_never_overwrites_a_newer_one_but_its_messages_are_kept(): void {
		$new = $this->desk->ticket( 'A-1', 7200, [ 'status' => 'closed', 'updated_at' => $this->desk->ago( 60 ), 'messages' => [ $this->desk->says( 'agent', 'm2', 3600, 'newer' ) ] ] );
		$old = $this->desk->ticket( 'A-1', 7200, [ 'status' => 'open', 'updated_at' => $this->desk->ago( 600 ), 'messages' => [ $this->desk->says( 'customer', 'm1', 7200 ), $this->desk->says( 'agent', 'm2', 3600, 'older' ) ] ] );

		self::assertSame( [ 'created', 'updated', 'unchanged' ], $this->results( $new, $old, $old ) );
		self::assertSame( 'closed', Desk::rows( 'tickets' )[0]['status'] );
		self::assertSame( [ 'm1' => 'Hello', 'm2' => 'newer' ], self::sorted( array_column( Desk::rows( 'messages' ), 'text', 'external_id' ) ) );
	}

	public function test_shuffled_and_doubled_deliveries_end_in_the_same_facts_and_flags(): void {
		$this->desk->sale( 'maya@example.com', 7900, 60 );
		$deliveries = [];
		foreach ( $this->desk->questions( 16, [ 'minutes' => 25 ] ) as $ticket ) {
			$first        = [ ...$ticket, 'status' => 'open', 'updated_at' => $ticket['created_at'], 'messages' => [ $ticket['messages'][0] ], 'minutes' => 1 ];
			$deliveries[] = $first;
			$deliveries[] = $ticket;
		}
		$ends = [];
		mt_srand( 3 );
		foreach ( range( 1, 4 ) as $round ) {
			$order = [ ...$deliveries, ...( $round > 1 ? $deliveries : [] ) ];
			$round > 1 ? shuffle( $order ) : null;
			foreach ( array_chunk( $order, mt_rand( 1, 9 ) ) as $chunk ) {
				$this->results( ...$chunk );
			}
			$ends[] = $this->told();
			foreach ( [ 'tickets', 'messages', 'time_entries', 'flags', 'evidence' ] as $table ) {
				Desk::graph()->database()->write( 'DELETE FROM ' . Desk::graph()->database()->table( $table ) );
			}
		}

		self::assertCount( 2, $ends[0]['flags'] );
		self::assertSame( $ends[0], $ends[1] );
		self::assertSame( $ends[0], $ends[2] );
		self::assertSame( $ends[0], $ends[3] );
	}

	/** @return iterable<string, array{array<string, mixed>, string}> */
	public static function bad_tickets(): iterable {
		$tomorrow = gmdate( 'Y-m-d\TH:i:s\Z', time() + 86400 );
		yield 'a ticket of tomorrow' => [ [ 'created_at' => $tomorrow ], 'created_at' ];
		yield 'a message of tomorrow' => [ [ 'messages' => [ [ 'external_id' => 'x', 'kind' => 'customer', 'at' => $tomorrow ] ] ], 'messages.0.at' ];
		yield 'a day that does not exist' => [ [ 'created_at' => '2026-02-30T10:00:00Z' ], 'created_at' ];
		yield 'negative minutes' => [ [ 'minutes' => -5 ], 'minutes' ];
		yield 'half a minute' => [ [ 'minutes' => 0.5 ], 'minutes' ];
		yield 'a subject of a megabyte' => [ [ 'subject' => str_repeat( 'x', 1 << 20 ) ], 'subject' ];
		yield 'no address' => [ [ 'requester' => [ 'email' => 'nobody' ] ], 'requester.email' ];
		yield 'an address without a domain' => [ [ 'requester' => [ 'email' => 'me@localhost' ] ], 'requester.email' ];
		yield 'no requester' => [ [ 'requester' => null ], 'requester' ];
		yield 'a shop that does not exist' => [ [ 'requester' => [ 'email' => 'a@example.com', 'order' => [ 'store' => 'shopify', 'id' => 1 ] ] ], 'requester.order.store' ];
		yield 'an unknown channel' => [ [ 'channel' => 'telegram' ], 'channel' ];
		yield 'a list of tags as text' => [ [ 'tags' => 'a,b' ], 'tags' ];
		yield 'fifty-one tags' => [ [ 'tags' => array_map( 'strval', range( 1, 51 ) ) ], 'tags' ];
		yield 'a link that runs' => [ [ 'url' => 'javascript:alert(1)' ], 'url' ];
		yield 'an id of 192 letters' => [ [ 'external_id' => str_repeat( 'i', 192 ) ], 'external_id' ];
		yield 'an id that ends in a space' => [ [ 'external_id' => 'A-1 ' ], 'external_id' ];
		yield 'two messages with one id' => [ [ 'messages' => [ [ 'external_id' => 'x', 'kind' => 'customer', 'at' => '2026-01-01T00:00:00Z' ], [ 'external_id' => 'x', 'kind' => 'agent', 'at' => '2026-01-01T00:00:00Z' ] ] ], 'messages.1.external_id' ];
		yield 'a field nobody knows' => [ [ 'prioritiy' => 1 ], 'prioritiy' ];
	}

	/** @param array<string, mixed> $wrong */
	#[DataProvider( 'bad_tickets' )]
	public function test_what_is_wrong_with_one_is_named_and_is_no_matter_of_the_others( array $wrong, string $field ): void {
		$results = $this->answer( $this->post( [
			'source'  => Desk::SOURCE,
			'tickets' => [ $this->desk->ticket( 'A-0', 7200 ), [ ...$this->desk->ticket( 'A-1', 7200, [ 'requester' => [ 'email' => 'other@example.com' ] ] ), ...$wrong ], $this->desk->ticket( 'A-2', 7200 ) ],
		] ) );

		self::assertSame( [ 'created', 'rejected', 'created' ], array_column( $results, 'result' ) );
		self::assertContains( "tickets.1.$field", array_column( $results[1]['errors'], 'field' ) );
		self::assertNotSame( '', $results[1]['errors'][0]['message'] );
		self::assertCount( 2, Desk::rows( 'tickets' ) );
		self::assertCount( 1, Desk::rows( 'customers' ), 'Nobody was made for a ticket that was not taken in.' );
	}

	public function test_broken_bytes_are_named_and_the_rest_is_taken_in(): void {
		$body = (string) wp_json_encode( [ 'source' => Desk::SOURCE, 'tickets' => [ $this->desk->ticket( 'A-0', 7200, [ 'subject' => 'BREAK' ] ), $this->desk->ticket( 'A-1', 7200 ) ] ] );

		$results = $this->answer( $this->raw( str_replace( 'BREAK', "caf\xE9", $body ) ) );

		self::assertSame( [ 'rejected', 'created' ], array_column( $results, 'result' ) );
		self::assertSame( 'tickets.0.subject', $results[0]['errors'][0]['field'] );
		self::assertSame( 'amicable_unreadable', $results[0]['errors'][0]['code'] );
	}

	public function test_the_errors_are_in_the_language_of_who_asks(): void {
		add_filter( 'gettext_amicable', static fn ( string $translated, string $text ): string => $text === 'This lies in the future.' ? '미래의 날짜입니다.' : $translated, 10, 2 );

		$results = $this->answer( $this->deliver( $this->desk->ticket( 'A-1', -86400 ) ) );

		self::assertContains( '미래의 날짜입니다.', array_column( $results[0]['errors'], 'message' ) );
	}

	public function test_only_a_wrong_envelope_is_refused_as_a_whole(): void {
		$ticket = $this->desk->ticket( 'A-1', 7200 );

		self::assertSame( 400, $this->post( [ 'source' => 'Help Desk!', 'tickets' => [ $ticket ] ] )->get_status() );
		self::assertSame( 400, $this->post( [ 'source' => 'manual', 'tickets' => [ $ticket ] ] )->get_status(), 'That name is ours.' );
		self::assertSame( 400, $this->post( [ 'source' => 'desk', 'tickets' => array_fill( 0, 101, $ticket ) ] )->get_status() );
		self::assertSame( 400, $this->post( [ 'source' => 'desk' ] )->get_status() );
		self::assertSame( 413, $this->raw( '{"source":"desk","tickets":[' . str_repeat( ' ', 2 << 20 ) . ']}' )->get_status() );
		self::assertSame( [], Desk::rows( 'tickets' ) );
	}

	public function test_our_own_people_never_become_customers(): void {
		self::assertSame( [ 'created' ], $this->results( $this->desk->ticket( 'A-1', 7200, [ 'requester' => [ 'email' => (string) get_option( 'admin_email' ) ] ] ) ) );
		self::assertNull( Desk::rows( 'tickets' )[0]['customer_id'] );
		self::assertSame( [], Desk::rows( 'customers' ) );
		self::assertSame( [], Desk::rows( 'accounts' ) );
	}

	public function test_who_wrote_before_they_bought_is_recognized_when_they_buy(): void {
		$this->results( $this->desk->ticket( 'A-1', 10 * 86400 ), $this->desk->ticket( 'A-2', 3600 ) );
		$customer = (int) Desk::rows( 'tickets' )[0]['customer_id'];

		self::assertSame( '0', Desk::graph()->accounts()->row( $customer )['orders'] ?? null );
		self::assertSame( $customer, $this->desk->sale( 'Maya@Example.com', 7900, 5 ) );
		$account = Desk::graph()->accounts()->row( $customer );
		self::assertSame( [ '1', '1', '1' ], [ $account['orders'] ?? null, $account['tickets'] ?? null, $account['tickets_before'] ?? null ] );
	}

	public function test_a_ticket_that_changes_its_requester_takes_everything_along(): void {
		$this->results( $this->desk->ticket( 'A-1', 7200, [ 'minutes' => 30 ] ) );
		$this->results( $this->desk->ticket( 'A-1', 7200, [ 'minutes' => 30, 'requester' => [ 'email' => 'noor@example.com' ], 'updated_at' => $this->desk->ago( 5 ) ] ) );

		[ $maya, $noor ] = array_map( 'intval', array_column( Desk::rows( 'customers' ), 'id' ) );
		self::assertSame( [ "$noor", "$noor" ], array_column( Desk::rows( 'messages' ), 'customer_id' ) );
		self::assertSame( '0', Desk::graph()->accounts()->row( $maya )['minutes'] ?? null );
		self::assertSame( '30', Desk::graph()->accounts()->row( $noor )['minutes'] ?? null );
	}

	public function test_who_breaks_off_before_counting_leaves_a_note_and_the_job_counts(): void {
		$this->results( $this->desk->ticket( 'A-1', 7200 ) );
		self::assertSame( [], Desk::rows( 'recounts' ) );
		$customer = (int) Desk::rows( 'customers' )[0]['id'];
		$database = Desk::graph()->database();
		$database->write( 'DELETE FROM ' . $database->table( 'accounts' ) );
		$database->write( 'UPDATE ' . $database->table( 'tickets' ) . ' SET is_new = 0' );
		$database->insert( 'recounts', [ 'customer_id' => $customer, 'version' => 1, 'asked_at' => '2026-01-01 00:00:00' ] );
		foreach ( Desk::graph()->work() as $job ) {
			$job->name() === 'count_customers' ? $job->run( [] ) : null;
		}

		self::assertSame( '1', Desk::graph()->accounts()->row( $customer )['tickets'] ?? null );
		self::assertSame( [], Desk::rows( 'recounts' ) );
	}

	public function test_asking_again_while_we_are_silent_is_no_new_ticket(): void {
		$open = static fn ( array $message ): array => [ 'status' => 'open', 'messages' => [ $message ] ];
		$this->results(
			$this->desk->ticket( 'A-1', 20 * 86400, [ ...$open( $this->desk->says( 'customer', '1', 20 * 86400 ) ), 'subject' => 'License key does not work' ] ),
			$this->desk->ticket( 'A-2', 20 * 86400 - 600, [ ...$open( $this->desk->says( 'customer', '1', 20 * 86400 - 600 ) ), 'subject' => 'Re: license key does not work!!' ] ),
			$this->desk->ticket( 'A-3', 20 * 86400 - 1200, [ ...$open( $this->desk->says( 'customer', '1', 20 * 86400 - 1200 ) ), 'subject' => 'Invoice for March' ] ),
			$this->desk->ticket( 'A-4', 10 * 86400, [ ...$open( $this->desk->says( 'customer', '1', 10 * 86400 ) ), 'subject' => 'Colors of the gallery' ] ),
		);
		$rows = array_column( Desk::rows( 'tickets' ), null, 'external_id' );

		self::assertSame( [ '1', '0', '1', '0' ], [ $rows['A-1']['is_new'], $rows['A-2']['is_new'], $rows['A-3']['is_new'], $rows['A-4']['is_new'] ] );
		self::assertSame( $rows['A-1']['id'], $rows['A-2']['duplicate_of'], 'About the same.' );
		self::assertSame( $rows['A-1']['id'], $rows['A-4']['duplicate_of'], 'We were late.' );
	}

	public function test_only_what_the_requester_began_is_new(): void {
		$this->results(
			$this->desk->ticket( 'by-us', 9000, [ 'messages' => [ $this->desk->says( 'agent', '1', 9000 ), $this->desk->says( 'customer', '2', 8000 ) ] ] ),
			$this->desk->ticket( 'greeted', 8000, [ 'messages' => [ $this->desk->says( 'auto', '1', 8001 ), $this->desk->says( 'customer', '2', 8000 ) ] ] ),
			$this->desk->ticket( 'spam', 7000, [ 'status' => 'spam' ] ),
			$this->desk->ticket( 'merged', 6000, [ 'status' => 'merged' ] ),
			$this->desk->ticket( 'empty', 5000, [ 'messages' => [] ] ),
		);

		self::assertSame( [ 'by-us' => '0', 'empty' => '0', 'greeted' => '1', 'merged' => '0', 'spam' => '0' ], self::sorted( array_column( Desk::rows( 'tickets' ), 'is_new', 'external_id' ) ) );
	}

	public function test_the_strongest_word_says_whether_the_docs_answer(): void {
		$this->docs( 'https://docs.example.com/gallery' );
		$reply = fn ( string $text ): array => [ 'messages' => [ $this->desk->says( 'customer', '1', 7200 ), $this->desk->says( 'agent', '2', 3600, $text ) ] ];
		$this->results(
			$this->desk->ticket( 'link', 7200, [ ...$reply( "Hi,\nplease see http://docs.example.com/gallery/keys#enter." ), 'tags' => [ 'not-in-docs' ] ] ),
			$this->desk->ticket( 'quoted', 7200, $reply( "No idea.\n> see https://docs.example.com/gallery/keys" ) ),
			$this->desk->ticket( 'elsewhere', 7200, $reply( 'See https://docs.example.com/gallery-old/x and https://evil.example.com/?https://docs.example.com/gallery' ) ),
			$this->desk->ticket( 'tagged', 7200, [ 'tags' => [ 'In-Docs' ] ] ),
			$this->desk->ticket( 'denied', 7200, [ 'tags' => [ 'not-in-docs' ] ] ),
			$this->desk->ticket( 'both', 7200, [ 'tags' => [ 'not-in-docs', 'in-docs' ] ] ),
		);
		$rows = array_column( Desk::rows( 'tickets' ), null, 'external_id' );

		self::assertSame(
			[ 'both' => null, 'denied' => '0', 'elsewhere' => null, 'link' => '1', 'quoted' => null, 'tagged' => '1' ],
			self::sorted( array_map( static fn ( array $row ): ?string => $row['docs_answered'], $rows ) )
		);
		self::assertSame( [ '3', '2' ], [ $rows['link']['docs_level'], $rows['tagged']['docs_level'] ] );
	}

	public function test_a_docs_address_entered_later_is_found_in_what_we_still_have(): void {
		$this->results( $this->desk->ticket( 'A-1', 7200, [ 'messages' => [ $this->desk->says( 'customer', '1', 7200 ), $this->desk->says( 'agent', '2', 3600, 'https://docs.example.com/keys' ) ] ] ) );
		self::assertNull( Desk::rows( 'tickets' )[0]['docs_answered'] );

		$this->docs( 'docs.example.com' );
		$this->run_jobs();
		self::assertSame( '1', Desk::rows( 'tickets' )[0]['docs_answered'] );

		$this->docs( 'help.example.com' );
		$this->run_jobs();
		self::assertNull( Desk::rows( 'tickets' )[0]['docs_answered'] );
	}

	public function test_text_goes_after_ninety_days_and_counts_stay(): void {
		$this->results( $this->desk->ticket( 'A-1', 89 * 86400 ), $this->desk->ticket( 'A-2', 91 * 86400 ) );

		self::assertSame( 2, count( array_filter( array_column( Desk::rows( 'messages' ), 'text' ) ) ), 'What is too old comes without text.' );
		self::assertSame( 2, Desk::graph()->messages()->forget_texts( Desk::graph()->clock()->now()->modify( '+2 days' ), 500 ) );
		self::assertSame( [], array_filter( array_column( Desk::rows( 'messages' ), 'text' ) ) );
		self::assertNotContains( '0', array_column( Desk::rows( 'messages' ), 'chars' ) );
	}

	public function test_hostile_text_stays_text(): void {
		$xss = '<img src=x onerror=alert(1)>"\'--; DROP TABLE wp_users;/*%s%d*/ ' . "\u{202E}rtl\u{200B} 👩‍👩‍👧 ı İ \\' \\";
		$this->results( $this->desk->ticket( 'A-' . $xss, 7200, [ 'subject' => $xss, 'requester' => [ 'email' => 'maya@example.com', 'name' => $xss ], 'tags' => [ $xss ], 'agent' => $xss, 'messages' => [ [ ...$this->desk->says( 'customer', $xss, 7200, $xss ), 'author' => $xss ] ] ] ) );

		self::assertSame( $xss, Desk::rows( 'tickets' )[0]['subject'] );
		self::assertSame( $xss, Desk::rows( 'messages' )[0]['text'] );
		self::assertSame( $xss, Desk::rows( 'messages' )[0]['external_id'] );
	}

	public function test_a_hundred_tickets_take_few_statements_each_and_again_almost_none(): void {
		global $wpdb;
		$tickets = array_map( fn ( int $i ): array => $this->desk->ticket( "A-$i", 86400 + $i, [ 'requester' => [ 'email' => "c$i@example.com" ] ] ), range( 1, 100 ) );
		$this->results( $this->desk->ticket( 'warm', 100 ) );
		$before = $wpdb->num_queries;

		self::assertSame( [ 'created' => 100 ], array_count_values( $this->results( ...$tickets ) ) );
		self::assertLessThan( 1300, $wpdb->num_queries - $before );
		$before = $wpdb->num_queries;
		self::assertSame( [ 'unchanged' => 100 ], array_count_values( $this->results( ...$tickets ) ) );
		self::assertLessThan( 20, $wpdb->num_queries - $before );
	}

	public function test_the_answer_has_the_shape_that_clients_read(): void {
		$results = $this->json( $this->deliver( $this->desk->ticket( 'A-1', 7200 ), [ 'external_id' => 'A-2' ] ) );

		self::assert_shape( 'tickets.results', $results );
	}

	public function test_only_who_may_deliver_delivers(): void {
		$this->as_role( 'subscriber' );
		self::assertSame( 403, $this->deliver( $this->desk->ticket( 'A-1', 7200 ) )->get_status() );
		wp_get_current_user()->add_cap( Capability::INTAKE );
		self::assertSame( 200, $this->deliver( $this->desk->ticket( 'A-1', 7200 ) )->get_status() );
	}

	private function docs( string $url ): void {
		$settings = Desk::graph()->settings();
		$settings->save( $settings->current()->with( [ 'docs_urls' => [ $url ] ] ), $settings->current()->version );
	}

	/** Everything that was told or follows from it, without ids and without when we learned it. */
	private function told(): array {
		$ids  = array_column( Desk::rows( 'tickets', 'id, external_id' ), 'external_id', 'id' );
		$pick = static fn ( array $rows, string ...$columns ): array => array_map( static fn ( array $row ): array => array_intersect_key( $row, array_flip( $columns ) ), $rows );
		$list = [
			'tickets'  => $pick( Desk::rows( 'tickets' ), 'external_id', 'status', 'subject', 'is_new', 'duplicate_of', 'docs_answered', 'docs_level', 'first_customer_at', 'last_customer_at', 'first_agent_at', 'last_agent_at', 'updated_at', 'fingerprint' ),
			'messages' => $pick( Desk::rows( 'messages' ), 'external_id', 'kind', 'at', 'text', 'chars', 'updated_at' ),
			'time'     => $pick( Desk::rows( 'time_entries' ), 'external_id', 'seconds', 'at' ),
			'evidence' => array_map( static fn ( array $row ): array => [ $row['pattern'], $ids[ $row['ticket_id'] ], $row['rule'], $row['quote'], $row['at'] ], Desk::rows( 'evidence' ) ),
			'flags'    => $pick( Desk::rows( 'flags' ), 'pattern', 'level', 'state', 'measured', 'threshold', 'mitigators', 'since' ),
		];
		// What was only so while half of it was here has expired; when it came and what it saw then is the way, not the end.
		$list['flags']    = array_values( array_filter( $list['flags'], static fn ( array $row ): bool => $row['state'] !== 'expired' ) );
		$list['evidence'] = array_values( array_filter( $list['evidence'], static fn ( array $row ): bool => in_array( $row[0], array_column( $list['flags'], 'pattern' ), true ) ) );
		foreach ( $list as &$rows ) {
			sort( $rows );
		}

		return $list;
	}

	/**
	 * @param array<string, mixed> ...$tickets
	 * @return list<string>
	 */
	private function results( array ...$tickets ): array {
		return array_column( $this->answer( $this->deliver( ...$tickets ) ), 'result' );
	}

	/** @param array<string, mixed> ...$tickets */
	private function deliver( array ...$tickets ): WP_REST_Response {
		return $this->post( [ 'source' => Desk::SOURCE, 'tickets' => $tickets ] );
	}

	/** @param array<string, mixed> $body */
	private function post( array $body, ?string $key = null ): WP_REST_Response {
		return $this->rest( 'POST', '/tickets', $body, [ 'Idempotency-Key' => [ $key ?? 'test-key-' . ++self::$key ] ] );
	}

	private function raw( string $body ): WP_REST_Response {
		$request = new WP_REST_Request( 'POST', '/amicable/v1/tickets' );
		$request->set_headers( [ 'Content-Type' => 'application/json', 'Idempotency-Key' => 'test-key-' . ++self::$key ] );
		$request->set_body( $body );

		return rest_ensure_response( rest_get_server()->dispatch( $request ) );
	}

	/** @return list<array{external_id: string, result: string, ticket_id: int|null, errors: list<array{field: string, code: string, message: string}>}> */
	private function answer( WP_REST_Response $response ): array {
		self::assertSame( 200, $response->get_status(), (string) wp_json_encode( $response->get_data() ) );

		return $this->json( $response )['results'];
	}

	/**
	 * @param array<string, string|null> $map
	 * @return array<string, string|null>
	 */
	private static function sorted( array $map ): array {
		ksort( $map );

		return $map;
	}
}
