<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Practice;

use Amicable\CurrentMode;
use Amicable\Graph;
use Amicable\HelpDesks\Message;
use Amicable\HelpDesks\Ticket;
use Amicable\Mode;
use Amicable\Plugin;
use Amicable\Practice\Content;
use Amicable\Practice\Progress;
use Amicable\Practice\Thread;
use Amicable\Practice\WorldMaker;
use Amicable\Projection\CountSites;
use Amicable\Storage\Tables;
use Amicable\Tests\Support\AssertsShapes;
use Amicable\Tests\Support\IntegrationTestCase;

final class PracticeLoadTest extends IntegrationTestCase {

	use AssertsShapes;

	/** What differs between two loads: the time of the load, and what has to be random. */
	private const CLOCK = [ 'history', 'as_of', 'updated_at', 'created_at', 'seen_at', 'started_at', 'since', 'at', 'opened_at', 'closed_at', 'lease_until', 'lease_token', 'token', 'salt', 'payload_hash', 'chain_hash', 'ended_at', 'provider_key', 'evidence', 'counted_at', 'read_at', 'found_at' ];

	/** Where these columns are facts of the sample shop and have to be the same too. */
	private const DATED = [ 'shop_', 'orders', 'refunds', 'tickets', 'messages', 'time_entries' ];

	public function test_loading_by_rest_and_jobs_gives_a_whole_shop_with_the_figures_of_the_stories(): void {
		$this->as_role( 'administrator' );
		self::assertSame( [ 'state' => 'absent', 'done' => 0, 'total' => 0 ], $this->json( $this->rest( 'GET', '/practice' ) ) );
		self::assertSame( [], $this->json( $this->rest( 'GET', '/practice/stories' ) ) );

		$answer = $this->rest( 'POST', '/practice' );
		self::assertSame( 202, $answer->get_status() );
		self::assertSame( Progress::LOADING, $this->json( $answer )['state'] );
		$this->run_jobs( time() + 3_600 );
		self::assertSame( Progress::READY, $this->json( $this->rest( 'GET', '/practice' ) )['state'] );

		$this->assert_the_nine_stories_are_found();
		$this->assert_the_shop_is_whole();
		$this->assert_the_figures_of_will();
		$this->assert_loose_ends_are_those_of_the_story();
		$this->assert_the_agency_paid( 498_000 );
		$this->assert_trouble_is_spread();
		$this->assert_words_raise_what_the_stories_tell();
		$this->assert_the_cases_and_runs_stand_where_they_should();
		$this->assert_bulk_facts_are_those_of_the_intake();
	}

	public function test_a_load_that_was_cut_off_writes_the_same_bytes_as_the_demo_and_removing_leaves_nothing(): void {
		$before = $this->traces();
		$this->as_role( 'administrator' );
		$user = get_current_user_id();
		self::assertFalse( get_option( 'amicable_demo_progress' ) );

		do_action( 'amicable_demo_load', 'woocommerce' );
		self::assertSame( 'done', get_option( 'amicable_demo_progress' )['state'] );
		self::assertSame( Mode::Practice, ( new CurrentMode() )->of_user( $user ), 'Whoever asked for the demo looks at it.' );
		$first = $this->bytes();
		self::assertNotSame( $before, $this->traces() );

		self::assertSame( 200, $this->rest( 'DELETE', '/practice' )->get_status() );
		self::assertSame( $before, $this->traces() );
		self::assertSame( Mode::Live, ( new CurrentMode() )->of_user( $user ) );

		$this->load_with_an_interruption();
		$this->assert_the_shop_is_whole();
		foreach ( $this->bytes() as $table => $hash ) {
			self::assertSame( $first[ $table ], $hash, $table );
		}
	}

	private function load_with_an_interruption(): void {
		$loader = $this->practice()->practice()->loader;
		$loader->start();
		for ( $slice = 0; $slice < 3; $slice++ ) {
			$loader->step();
		}
		$half = $loader->progress();
		self::assertTrue( $half->is_loading() );

		// Somebody else's lease keeps us out until it ends.
		$option = $this->practice()->practice()->progress;
		self::assertTrue( $option->change( $half, $half->with( lease: time() + 60 ) ) );
		self::assertSame( 5, $loader->run( [] ) );
		$held = $option->read();
		self::assertTrue( $option->change( $held, $held->with() ) );

		$done = $this->load();
		self::assertSame( Progress::READY, $done->state );
		self::assertSame( $done->total, $done->done );
	}

	public function test_practice_can_only_be_chosen_where_it_is(): void {
		$this->as_role( 'administrator' );
		$refused = $this->rest( 'PUT', '/me', [ 'mode' => 'practice' ] );
		self::assertSame( 409, $refused->get_status() );
		self::assertSame( 'amicable_practice_absent', $this->json( $refused )['code'] );

		$this->practice()->practice()->loader->start();
		self::assertSame( 'practice', $this->json( $this->rest( 'PUT', '/me', [ 'mode' => 'practice' ] ) )['mode'] );
		self::assertSame( 'practice', $this->json( $this->rest( 'GET', '/me' ) )['mode'] );
		self::assertSame( 'live', $this->json( $this->rest( 'PUT', '/me', [ 'mode' => 'live' ] ) )['mode'] );
	}

	private function assert_the_nine_stories_are_found(): void {
		$stories = $this->json( $this->rest( 'GET', '/practice/stories' ) );
		self::assertSame( [ 'will', 'angry_and_right', 'belle', 'xavier', 'legal_step', 'agency', 'dispute', 'loose_ends', 'recovered' ], array_column( $stories, 'story' ) );
		foreach ( $stories as $story ) {
			self::assert_shape( 'practice.story', $story );
			self::assertSame( $story['name'], $this->practice()->database()->value( "SELECT name FROM {$this->table( 'customers' )} WHERE id = %d", [ $story['customer_id'] ] ) );
		}
	}

	private function assert_the_shop_is_whole(): void {
		$counts = [
			'customers' => 400,
			'orders'    => 1_200,
			'tickets'   => 3_500,
			'messages'  => 12_000,
			'refunds'   => 50,
		];
		foreach ( $counts as $table => $least ) {
			self::assertGreaterThanOrEqual( $least, $this->rows_in( $table ), $table );
		}
		self::assertSame( $this->rows_in( 'shop_orders' ), $this->rows_in( 'orders' ) );
		self::assertSame( $this->rows_in( 'customers' ), $this->rows_in( 'accounts' ) );
		self::assertSame( 0, $this->rows_in( 'conflicts' ) );
		self::assertSame( [ 'status' => 'open', 'fee' => '15000', 'fee_currency' => 'KRW' ], $this->practice()->database()->row( "SELECT status, fee, fee_currency FROM {$this->table( 'disputes' )}" ), 'The story of the dispute.' );
		$said = (int) $this->practice()->database()->value( "SELECT MAX(times) FROM (SELECT COUNT(*) AS times FROM {$this->table( 'messages' )} WHERE text IS NOT NULL GROUP BY text) said" );
		self::assertLessThanOrEqual( 5, $said );
	}

	private function assert_loose_ends_are_those_of_the_story(): void {
		$rows = $this->practice()->database()->rows( "SELECT kind, COUNT(*) AS number FROM {$this->table( 'loose_ends' )} WHERE state = 'open' GROUP BY kind ORDER BY kind" );
		self::assertSame( [ 'license' => '9', 'subscription' => '1' ], array_column( $rows, 'number', 'kind' ) );
	}

	private function assert_the_figures_of_will(): void {
		$will = $this->account( 'will.hathersby@example.com' );

		self::assertSame( 7_900, (int) $will['paid_base'] );
		self::assertSame( 22_200, (int) $will['seconds'] );
		self::assertSame( 18_500, (int) $will['support_cost'] );
		self::assertGreaterThanOrEqual( 2_300_000, (int) $will['ratio'] );
		self::assertLessThan( 2_400_000, (int) $will['ratio'] );
		self::assertSame( 17, (int) $will['tickets_peak_14d'] );
		self::assertSame( [ 17, 15 ], [ (int) $will['docs_known'], (int) $will['docs_answered'] ] );
		$flags = $this->practice()->database()->rows( "SELECT pattern, level, state FROM {$this->table( 'flags' )} WHERE customer_id = %d ORDER BY pattern", [ (int) $will['customer_id'] ] );
		self::assertSame(
			[
				[ 'cost_over_paid', 'flag', 'open' ],
				[ 'docs_questions', 'flag', 'open' ],
			],
			array_map( array_values( ... ), $flags )
		);
	}

	private function assert_the_agency_paid( int $minor ): void {
		$agency = $this->account( 'nadine.ostrowick@example.com' );

		self::assertSame( $minor, (int) $agency['paid_base'] );
		self::assertSame( 6, (int) $agency['tickets'] );
		self::assertLessThan( 200_000, (int) $agency['ratio'] );
		$this->practice()->job( CountSites::NAME )?->run( [] );
		self::assertSame( '50', $this->practice()->database()->value( "SELECT sites FROM {$this->table( 'site_counts' )} WHERE customer_id = %d", [ (int) $agency['customer_id'] ] ) );
	}

	private function assert_trouble_is_spread(): void {
		$rows   = $this->practice()->database()->rows(
			"SELECT c.locale, COUNT(*) AS people, SUM(CASE WHEN a.ratio > 1000000 AND a.tickets >= 3 AND a.minutes >= 60 THEN 1 ELSE 0 END) AS dear
			FROM {$this->table( 'accounts' )} a JOIN {$this->table( 'customers' )} c ON c.id = a.customer_id WHERE a.orders > 0 GROUP BY c.locale"
		);
		$shares = array_map( static fn ( array $row ): int => intdiv( 1_000 * (int) $row['dear'], (int) $row['people'] ), $rows );

		self::assertCount( 3, $rows );
		self::assertGreaterThan( 20, min( $shares ) );
		self::assertLessThan( 40, max( $shares ) - min( $shares ), 'in thousandths' );

		$flags = $this->practice()->database()->rows( "SELECT f.pattern, c.locale, COUNT(*) AS flags FROM {$this->table( 'flags' )} f JOIN {$this->table( 'customers' )} c ON c.id = f.customer_id WHERE f.state = 'open' AND f.pattern IN ('docs_questions', 'cost_over_paid') GROUP BY f.pattern, c.locale" );
		self::assertCount( 6, $flags, 'both patterns in all three languages' );
		foreach ( $flags as $group ) {
			self::assertGreaterThanOrEqual( 4, (int) $group['flags'], "$group[pattern] $group[locale]" );
		}
	}

	private function assert_words_raise_what_the_stories_tell(): void {
		$words = "('hostile_messages', 'threat_with_demand', 'legal_step', 'payment_dispute', 'repeat_refunds', 'expectations')";
		$rows  = $this->practice()->database()->rows( "SELECT c.email, f.pattern, f.level FROM {$this->table( 'flags' )} f JOIN {$this->table( 'customers' )} c ON c.id = f.customer_id WHERE f.state = 'open' AND f.pattern IN $words ORDER BY f.pattern, c.email" );
		$told  = array_map( static fn ( array $row ): string => implode( ' ', $row ), $rows );
		$by    = array_count_values( array_column( $rows, 'email' ) );

		self::assertContains( 'belle.ravensby@example.com hostile_messages flag', $told );
		self::assertContains( 'xavier.kavakli@example.com threat_with_demand flag', $told );
		self::assertContains( 'rowan.ullscar@example.com legal_step flag', $told );
		self::assertContains( 'garam.moon@example.com payment_dispute flag', $told );
		foreach ( [ 'saegyeol.han@example.com' => 'angry and right', 'deniz.suvarli@example.com' => 'recovered', 'nadine.ostrowick@example.com' => 'the agency', 'thea.lindenholm@example.com' => 'loose ends' ] as $email => $story ) {
			self::assertArrayNotHasKey( $email, $by, $story );
			self::assertNotSame( 0, (int) $this->account( $email )['customer_id'] );
		}
		$quotes = $this->practice()->database()->rows( "SELECT f.quote, m.text, f.start_at, f.end_at FROM {$this->table( 'findings' )} f JOIN {$this->table( 'messages' )} m ON m.id = f.message_id WHERE m.text IS NOT NULL" );
		self::assertGreaterThan( 50, count( $quotes ) );
		foreach ( $quotes as $row ) {
			self::assertSame( $row['quote'], mb_substr( (string) $row['text'], (int) $row['start_at'], (int) $row['end_at'] - (int) $row['start_at'] ) );
		}
	}

	private function assert_the_cases_and_runs_stand_where_they_should(): void {
		$stages = $this->practice()->database()->rows( "SELECT c.email, s.stage FROM {$this->table( 'cases' )} s JOIN {$this->table( 'customers' )} c ON c.id = s.customer_id ORDER BY c.email" );
		self::assertSame(
			[
				'belle.ravensby@example.com' => 'warned',
				'deniz.suvarli@example.com'  => 'recovered',
				'rowan.ullscar@example.com'  => 'counsel',
				'ruzgar.cevizci@example.com' => 'closed',
			],
			array_column( $stages, 'stage', 'email' )
		);
		$runs = $this->practice()->database()->rows( "SELECT kind, state, proof FROM {$this->table( 'runs' )} ORDER BY id" );
		self::assertSame( [ [ 'part_ways', 'completed' ], [ 'refund', 'needs_attention' ] ], array_map( static fn ( array $run ): array => [ $run['kind'], $run['state'] ], $runs ) );
		self::assertStringNotContainsString( '"state":"open"', (string) $runs[0]['proof'], 'The receipt is clean.' );
		$unknown = $this->practice()->database()->rows( "SELECT step_key FROM {$this->table( 'steps' )} WHERE state = 'unknown'" );
		self::assertCount( 1, $unknown );
		$coupon = $this->practice()->database()->row( "SELECT value, used FROM {$this->table( 'goodwill' )}" );
		self::assertSame( [ 'value' => '4000', 'used' => '0' ], $coupon );
	}

	/** The same tickets, once as loaded and once as a desk would deliver them. */
	private function assert_bulk_facts_are_those_of_the_intake(): void {
		$world  = ( new WorldMaker( new Content( dirname( __DIR__, 4 ) . '/includes/Stores/Sample/content' ) ) )->make( WorldMaker::SEED, $this->practice()->practice()->loader->progress()->day() );
		$sample = array_values( array_filter( $world->tickets, static fn ( Ticket $ticket, int $place ): bool => $ticket->cause === null && ( $place % 37 === 0 || str_contains( $ticket->requester->email->normalized, 'will.h' ) ), ARRAY_FILTER_USE_BOTH ) );
		$ids    = array_map( static fn ( Ticket $ticket ): string => $ticket->external_id, $sample );
		$loaded = $this->facts( $ids );
		$this->forget( $ids );

		foreach ( array_chunk( array_map( $this->delivered( ... ), $sample ), 100 ) as $delivery ) {
			foreach ( $this->practice()->ticket_writer()->write( Thread::SOURCE, $delivery ) as $result ) {
				self::assertSame( 'created', $result->result, (string) wp_json_encode( $result ) );
			}
		}

		self::assertGreaterThan( 100, count( $sample ) );
		self::assertSame( $loaded, $this->facts( $ids ) );
	}

	/** @return array<string, mixed> */
	private function delivered( Ticket $ticket ): array {
		$order = $ticket->requester->order === null ? [] : [ 'order' => $ticket->requester->order->to_array() ];

		return [
			'external_id' => $ticket->external_id,
			'url'         => $ticket->url,
			'channel'     => $ticket->channel->value,
			'status'      => $ticket->status->value,
			'subject'     => $ticket->subject,
			'requester'   => [
				'email' => $ticket->requester->email->normalized,
				'name'  => (string) $ticket->requester->name,
			] + $order,
			'created_at'  => $ticket->created_at->format( 'Y-m-d\TH:i:s\Z' ),
			'updated_at'  => $ticket->updated_at->format( 'Y-m-d\TH:i:s\Z' ),
			'tags'        => $ticket->tags,
			'messages'    => array_map( static fn ( Message $message ): array => array_filter( [
				'external_id' => $message->external_id,
				'kind'        => $message->kind->value,
				'author'      => $message->author,
				'at'          => $message->at->format( 'Y-m-d\TH:i:s\Z' ),
				'text'        => $message->text,
			], static fn ( ?string $value ): bool => $value !== null ), $ticket->messages ),
		] + ( $ticket->agent === null ? [] : [ 'agent' => $ticket->agent ] ) + ( $ticket->minutes === null ? [] : [ 'minutes' => $ticket->minutes ] );
	}

	/**
	 * @param list<string> $ids
	 * @return array<string, list<array<string, string|null>>> Without ids that count up.
	 */
	private function facts( array $ids ): array {
		$marks = implode( ', ', array_fill( 0, count( $ids ), '%s' ) );
		$plain = static fn ( array $row ): array => array_diff_key( $row, [ 'id' => 1, 'ticket_id' => 1, 'duplicate_of' => 1, 'keep_until' => 1 ] );
		$rows  = static fn ( array $rows ): array => array_map( $plain, $rows );
		$db    = $this->practice()->database();

		return [
			'tickets'      => $rows( $db->rows( "SELECT * FROM {$this->table( 'tickets' )} WHERE external_id IN ($marks) ORDER BY external_id", $ids ) ),
			'messages'     => $rows( $db->rows( "SELECT m.*, t.external_id AS ticket FROM {$this->table( 'messages' )} m JOIN {$this->table( 'tickets' )} t ON t.id = m.ticket_id WHERE t.external_id IN ($marks) ORDER BY t.external_id, m.external_id", $ids ) ),
			'findings'     => array_map( static fn ( array $row ): array => array_diff_key( $row, [ 'id' => 1, 'ticket_id' => 1, 'message_id' => 1 ] ), $db->rows( "SELECT f.*, t.external_id AS ticket FROM {$this->table( 'findings' )} f JOIN {$this->table( 'tickets' )} t ON t.id = f.ticket_id WHERE t.external_id IN ($marks) ORDER BY t.external_id, f.at, f.rule", $ids ) ),
			'time_entries' => $rows( $db->rows( "SELECT * FROM {$this->table( 'time_entries' )} WHERE external_id IN ($marks) ORDER BY external_id", $ids ) ),
			'accounts'     => array_map( static fn ( array $row ): array => array_diff_key( $row, [ 'as_of' => 1, 'updated_at' => 1 ] ), $db->rows( "SELECT a.* FROM {$this->table( 'accounts' )} a WHERE a.customer_id IN (SELECT customer_id FROM {$this->table( 'tickets' )} WHERE external_id IN ($marks)) ORDER BY a.customer_id", $ids ) ),
		];
	}

	/** @param list<string> $ids */
	private function forget( array $ids ): void {
		$marks = implode( ', ', array_fill( 0, count( $ids ), '%s' ) );
		$db    = $this->practice()->database();
		$db->write( "DELETE FROM {$this->table( 'findings' )} WHERE ticket_id IN (SELECT id FROM {$this->table( 'tickets' )} WHERE external_id IN ($marks))", $ids );
		$db->write( "DELETE FROM {$this->table( 'messages' )} WHERE ticket_id IN (SELECT id FROM {$this->table( 'tickets' )} WHERE external_id IN ($marks))", $ids );
		$db->write( "DELETE FROM {$this->table( 'time_entries' )} WHERE external_id IN ($marks)", $ids );
		$db->write( "DELETE FROM {$this->table( 'tickets' )} WHERE external_id IN ($marks)", $ids );
	}

	private function load(): Progress {
		return $this->practice()->practice()->loader->load_now( static function (): void {} );
	}

	/** @return array<string, string> Hash of what each table holds, clocks left out. */
	private function bytes(): array {
		$bytes = [];
		foreach ( Tables::of( Mode::Practice ) as $table ) {
			$is_dated = array_filter( self::DATED, static fn ( string $name ): bool => str_starts_with( $table->name, $name ) ) !== [];
			$skip     = array_flip( $is_dated ? [ 'seen_at', 'request_key' ] : self::CLOCK );
			$rows     = array_map( static fn ( array $row ): array => array_diff_key( $row, $skip ), $this->practice()->database()->rows( "SELECT * FROM {$this->table( $table->name )}" ) );
			sort( $rows );
			$bytes[ $table->name ] = hash( 'sha256', (string) wp_json_encode( $rows ) );
		}

		return $bytes;
	}

	/** @return list<string> Every table, option, user meta and scheduled call that speaks of Practice. */
	private function traces(): array {
		global $wpdb;
		$cron = array_filter( (array) wp_json_encode( _get_cron_array() ), static fn ( string $json ): bool => str_contains( $json, 'practice' ) );

		return [
			...$wpdb->get_col( "SHOW TABLES LIKE '%amicable\\_practice%'" ),
			...$wpdb->get_col( "SELECT option_name FROM {$wpdb->options} WHERE option_name LIKE '%amicable\\_practice%'" ),
			...$wpdb->get_col( "SELECT meta_key FROM {$wpdb->usermeta} WHERE meta_key = 'amicable_mode'" ),
			...array_map( static fn (): string => 'a scheduled call', $cron ),
		];
	}

	/** @return array<string, string|null> */
	private function account( string $email ): array {
		$row = $this->practice()->database()->row( "SELECT a.* FROM {$this->table( 'accounts' )} a JOIN {$this->table( 'customers' )} c ON c.id = a.customer_id WHERE c.email = %s", [ $email ] );
		self::assertNotNull( $row );

		return $row;
	}

	private function rows_in( string $table ): int {
		return (int) $this->practice()->database()->value( "SELECT COUNT(*) FROM {$this->table( $table )}" );
	}

	private function table( string $name ): string {
		return $this->practice()->database()->table( $name );
	}

	private function practice(): Graph {
		return Plugin::instance()->graph( Mode::Practice );
	}
}
