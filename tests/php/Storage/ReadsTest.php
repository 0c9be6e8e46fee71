<?php
declare( strict_types=1 );

namespace Amicable\Tests\Storage;

use Amicable\Ledger\Inputs;
use Amicable\Mode;
use Amicable\Plugin;
use Amicable\Storage\CustomerFacts;
use Amicable\Storage\CustomerRows;
use Amicable\Storage\Database;
use Amicable\Storage\Engine;
use Amicable\Storage\IdempotencyKeys;
use Amicable\Storage\OverviewFigures;
use Amicable\Storage\PersonalData;
use Amicable\Storage\TicketCosts;
use Amicable\Storage\Timeline;
use Amicable\SystemClock;
use Amicable\Tests\Support\Canary;
use Amicable\Tests\Support\IntegrationTestCase;
use DateTimeImmutable;

/** What pages and lists read, on whatever database the site has. */
final class ReadsTest extends IntegrationTestCase {

	private Canary $canary;

	protected function setUp(): void {
		parent::setUp();
		$this->canary = new Canary();
	}

	public function test_rows_come_in_the_order_asked_for_and_strangers_are_left_out(): void {
		$rows   = new CustomerRows( $this->database() );
		$second = (int) $this->database()->insert( 'customers', [ 'name' => 'Without an account', 'email' => 'b@example.com', 'created_at' => '2026-01-01 00:00:00', 'updated_at' => '2026-01-01 00:00:00' ] );
		$found  = $rows->of( [ $second, 424242, $this->canary->customer ] );

		self::assertSame( [ (string) $second, (string) $this->canary->customer ], array_column( $found, 'id' ) );
		self::assertNull( $found[0]['paid_base'] );
		self::assertSame( '2', $found[1]['orders'] );
		self::assertSame( [], $rows->of( [] ) );
	}

	public function test_lines_flags_and_evidence_are_grouped_by_whose_they_are(): void {
		$rows = new CustomerRows( $this->database() );
		$id   = $this->canary->customer;

		self::assertSame( [ 'EUR', 'USD' ], array_column( $rows->lines( [ $id ] )[ $id ], 'currency' ) );
		self::assertEqualsCanonicalizing( [ 'cost_over_paid', 'docs_questions' ], array_column( $rows->flags( [ $id ] )[ $id ], 'pattern' ) );
		self::assertSame( [ Canary::WORD ], array_column( array_filter( $rows->evidence( [ $id ] )[ $id ], static fn ( array $row ): bool => $row['pattern'] === 'docs_questions' ), 'quote' ) );
	}

	public function test_the_timeline_is_one_list_newest_first_without_gaps_between_pages(): void {
		$timeline = new Timeline( $this->database() );
		$id       = $this->canary->customer;
		$all      = $timeline->page( $id, 100, 0 );
		$paged    = [ ...$timeline->page( $id, 3, 0 ), ...$timeline->page( $id, 3, 3 ), ...$timeline->page( $id, 100, 6 ) ];

		self::assertSame( $timeline->count( $id ), count( $all ) );
		self::assertSame( $all, $paged );
		self::assertEqualsCanonicalizing( [ 'order', 'refund', 'dispute', 'ticket', 'goodwill', 'flag', 'flag', 'run' ], array_column( $all, 'kind' ) );
		$times = array_column( $all, 'happened_at' );
		rsort( $times );
		self::assertSame( $times, array_column( $all, 'happened_at' ) );
	}

	public function test_lists_below_a_customer_are_counted_and_cut(): void {
		$facts = new CustomerFacts( $this->database() );
		foreach ( [ 'orders', 'tickets', 'evidence', 'goodwill' ] as $list ) {
			self::assertSame( 1, $facts->count( $list, $this->canary->customer ), $list );
			self::assertCount( 1, $facts->page( $list, $this->canary->customer, 10, 0 ), $list );
			self::assertSame( [], $facts->page( $list, $this->canary->customer, 10, 1 ), $list );
		}
	}

	public function test_a_ticket_costs_its_measured_time_at_the_hourly_cost(): void {
		$ticket = (int) $this->database()->value( "SELECT id FROM {$this->database()->table( 'tickets' )}" );
		$inputs = new Inputs( 'USD', 3000, false, 0, 180, 1000, 500, false, true, '2026-03-01 00:00:00' );

		self::assertSame( [ $ticket => [ 'seconds' => 600, 'measured' => true, 'cost' => 500 ] ], ( new TicketCosts( $this->database() ) )->of( $this->canary->customer, [ $ticket ], $inputs ) );
		$unknown = new Inputs( 'USD', null, false, 0, 180, 1000, 500, false, true, '2026-03-01 00:00:00' );
		self::assertNull( ( new TicketCosts( $this->database() ) )->of( $this->canary->customer, [ $ticket ], $unknown )[ $ticket ]['cost'] );
	}

	public function test_the_overview_adds_up_what_is_known_and_names_who_waits(): void {
		$figures = new OverviewFigures( $this->database() );
		$totals  = $figures->totals();

		self::assertSame( [ '1', '2', '9' ], [ $totals['customers'], $totals['orders'], $totals['tickets'] ] );
		self::assertSame( [ $this->canary->customer ], $figures->dearest( 'support_cost', 3 ) );
		self::assertSame( '2026-02-01 00:00:00', $figures->support_since() );
		self::assertSame( [ 'dispute', 'flag', 'flag' ], array_column( $figures->today( new DateTimeImmutable( '2026-03-01 00:00:00Z' ), 5 ), 'kind' ) );
		self::assertCount( 2, $figures->paid() );
	}

	public function test_a_key_is_claimed_once_and_again_after_it_was_released(): void {
		$keys  = new IdempotencyKeys( $this->database(), new SystemClock() );
		$hash  = hash( 'sha256', 'key' );
		$first = $keys->claim( 1, 'POST /contacts', $hash, hash( 'sha256', 'body' ) );

		self::assertNotNull( $first );
		self::assertNull( $keys->claim( 1, 'POST /contacts', $hash, hash( 'sha256', 'other' ) ) );
		self::assertNotNull( $keys->claim( 2, 'POST /contacts', $hash, hash( 'sha256', 'body' ) ) );
		$keys->finish( $first, 201, 41 );
		self::assertSame( [ 201, 41 ], array_values( array_slice( $keys->find( 1, 'POST /contacts', $hash ) ?? [], 1, 2 ) ) );
		$keys->release( $first );
		self::assertNull( $keys->find( 1, 'POST /contacts', $hash ) );
	}

	public function test_what_is_personal_is_found_and_erased(): void {
		$data = new PersonalData( $this->database() );
		$who  = $data->customers( Canary::EMAIL, null );
		self::assertSame( [ $this->canary->customer ], $who );
		foreach ( $data->erased() as $table ) {
			$data->erase( $table, [ $this->canary->customer ] );
		}

		self::assertSame( [], $data->customers( Canary::EMAIL, null ) );
		self::assertSame( '0', $this->database()->value( "SELECT COUNT(*) FROM {$this->database()->table( 'messages' )} WHERE text IS NOT NULL" ) );
		self::assertSame( '0', $this->database()->value( "SELECT COUNT(*) FROM {$this->database()->table( 'log_payloads' )}" ) );
	}

	public function test_the_tables_are_complete_and_safe(): void {
		$engine = new Engine( $this->database() );

		self::assertSame( [], $engine->missing() );
		self::assertSame( [], $engine->without_transactions() );
	}

	private function database(): Database {
		return Plugin::instance()->graph( Mode::Live )->database();
	}
}
