<?php
declare( strict_types=1 );

namespace Amicable\Tests\Storage;

use Amicable\AmicableException;

final class MergeTest extends StorageTestCase {

	private int $ada;
	private int $ben;

	protected function setUp(): void {
		parent::setUp();
		$this->ada = $this->take( $this->order( 1, 'ada@example.com', 0, 4900 ) );
		$this->ben = $this->take( $this->order( 2, 'ben@example.com', 0, 3000 ) );
		$this->ticket( 1, $this->ben, 'ben@example.com' );
		$this->facts->put( 'goodwill', [ 'customer_id' => $this->ben, 'currency' => 'USD', 'cost' => 500, 'used' => 1, 'used_at' => self::NOW, 'created_at' => self::NOW ] );
		$this->graph->projector()->project_all( [ $this->ada, $this->ben ] );
		$this->graph->rebuild_accounts()->run( [] );
	}

	public function test_everything_follows_and_the_old_id_leads_on(): void {
		$this->graph->merger()->merge( $this->ada, $this->ben, 1, 1 );
		self::assertSame( $this->ada, $this->graph->identity()->current( $this->ben ) );
		self::assertSame( $this->ada, $this->graph->identity()->find_by_email( 'ben@example.com' ) );
		self::assertNull( $this->graph->accounts()->row( $this->ben ) );
		$row = (array) $this->graph->accounts()->row( $this->ada );
		self::assertSame( [ '2', '7900', '1', '500' ], [ $row['orders'], $row['paid_base'], $row['tickets'], $row['goodwill'] ] );
		self::assertSame( $this->ada, $this->take( $this->order( 3, 'ben@example.com' ) ) );
		self::assertSame( [], $this->graph->move_facts()->due() );
	}

	public function test_taking_it_back_gives_each_their_own_again(): void {
		$before = $this->accounts();
		$this->graph->merger()->merge( $this->ada, $this->ben, 1, 1 );
		$this->graph->merger()->unmerge( $this->ada, $this->ben, 2, 1 );
		self::assertSame( $before, $this->accounts() );
		self::assertSame( $this->ben, $this->graph->identity()->find_by_email( 'ben@example.com' ) );
		self::assertSame( [], $this->graph->conflicts()->of( $this->ada ) );
	}

	public function test_a_chain_of_merges_comes_apart_link_by_link(): void {
		$cem    = $this->take( $this->order( 3, 'cem@example.com', 0, 100 ) );
		$before = $this->accounts();
		$this->graph->merger()->merge( $this->ben, $cem, 1, 1 );
		$middle = $this->accounts();
		$this->graph->merger()->merge( $this->ada, $this->ben, 1, 1 );
		self::assertSame( [ [ (string) $this->ada, '8000' ] ], array_map( static fn ( array $row ): array => [ $row['customer_id'], $row['paid_base'] ], $this->accounts() ) );
		self::assertSame( $this->ada, $this->graph->identity()->current( $cem ) );
		$this->graph->merger()->unmerge( $this->ada, $this->ben, 2, 1 );
		self::assertSame( $middle, $this->accounts() );
		$this->graph->merger()->unmerge( $this->ben, $cem, 4, 1 );
		self::assertSame( $before, $this->accounts() );
	}

	public function test_it_waits_while_either_of_them_is_being_refunded(): void {
		$this->facts->put( 'runs', [ 'id' => 1, 'customer_id' => $this->ben, 'state' => 'running', 'plan_hash' => '', 'started_by' => 1, 'created_at' => self::NOW, 'updated_at' => self::NOW ] );
		self::assertSame( [ 'amicable_run_open', 409 ], $this->refused( fn () => $this->graph->merger()->merge( $this->ada, $this->ben, 1, 1 ) ) );
		self::assertSame( $this->ben, $this->graph->identity()->current( $this->ben ) );
		$this->facts->put( 'runs', [ 'id' => 1, 'customer_id' => $this->ben, 'state' => 'completed', 'plan_hash' => '', 'started_by' => 1, 'created_at' => self::NOW, 'updated_at' => self::NOW ] );
		$this->graph->merger()->merge( $this->ada, $this->ben, 1, 1 );
		self::assertSame( $this->ada, $this->graph->identity()->current( $this->ben ) );
	}

	public function test_who_saw_an_older_version_is_told(): void {
		self::assertSame( [ 'amicable_stale', 409 ], $this->refused( fn () => $this->graph->merger()->merge( $this->ada, $this->ben, 7, 1 ) ) );
		self::assertSame( [ 'amicable_same_customer', 422 ], $this->refused( fn () => $this->graph->merger()->merge( $this->ada, $this->ada, 1, 1 ) ) );
		self::assertSame( [ 'amicable_not_merged', 422 ], $this->refused( fn () => $this->graph->merger()->unmerge( $this->ada, $this->ben, 1, 1 ) ) );
	}

	public function test_of_two_open_cases_the_one_that_came_further_stays(): void {
		foreach ( [ [ 1, $this->ada, 'open' ], [ 2, $this->ben, 'warned' ] ] as [ $id, $customer, $stage ] ) {
			$this->facts->put( 'cases', [ 'id' => $id, 'customer_id' => $customer, 'open_claim' => $customer, 'stage' => $stage, 'opened_by' => 1, 'opened_at' => self::NOW, 'updated_at' => self::NOW ] );
		}
		$this->graph->merger()->merge( $this->ada, $this->ben, 1, 1 );
		self::assertSame( [ 'warned', '2' ], array_values( array_intersect_key( (array) $this->graph->accounts()->row( $this->ada ), [ 'stage' => 1, 'case_id' => 1 ] ) ) );
		$rows = $this->database()->rows( "SELECT stage, open_claim, customer_id FROM {$this->database()->table( 'cases' )} ORDER BY id" );
		self::assertSame( [ [ 'dismissed', null, (string) $this->ada ], [ 'warned', (string) $this->ada, (string) $this->ada ] ], array_map( 'array_values', $rows ) );
	}

	public function test_a_fact_that_was_on_its_way_while_they_were_merged_is_brought_after_them(): void {
		$owner = $this->graph->identity()->for_order( $this->order( 9, 'ben@example.com' ) );
		$this->graph->merger()->merge( $this->ada, $this->ben, 1, 1 );
		$this->graph->order_facts()->save( $this->order( 9, 'ben@example.com' ), $owner['customer_id'], $owner['key_id'] );
		$this->graph->projector()->project( $owner['customer_id'] );
		self::assertNull( $this->graph->accounts()->row( $this->ben ) );
		foreach ( $this->graph->move_facts()->due() as $args ) {
			$this->graph->move_facts()->run( $args );
		}
		self::assertSame( '3', ( (array) $this->graph->accounts()->row( $this->ada ) )['orders'] );
		self::assertSame( [], $this->graph->move_facts()->due() );
	}

	public function test_who_is_blocked_stays_blocked(): void {
		$this->database()->write( "UPDATE {$this->database()->table( 'customers' )} SET blocked_at = %s WHERE id = %d", [ self::NOW, $this->ben ] );
		$this->graph->merger()->merge( $this->ada, $this->ben, 1, 1 );
		self::assertSame( '1', ( (array) $this->graph->accounts()->row( $this->ada ) )['blocked'] );
	}

	private function ticket( int $id, int $customer, string $email ): void {
		$key = $this->graph->identity()->for_requester( $email, null, null, null );
		$this->facts->put( 'tickets', [ 'id' => $id, 'source' => 'test', 'external_id' => "t$id", 'customer_id' => $customer, 'key_id' => $key['key_id'] ?? 0, 'status' => 'closed', 'is_new' => 1, 'created_at' => '2026-11-05 10:00:00', 'updated_at' => self::NOW ] );
		$this->facts->put( 'messages', [ 'ticket_id' => $id, 'customer_id' => $customer, 'external_id' => 'm', 'kind' => 'customer', 'chars' => 40, 'at' => '2026-11-05 10:00:00', 'updated_at' => self::NOW ] );
		$this->facts->put( 'time_entries', [ 'source' => 'test', 'external_id' => "e$id", 'ticket_id' => $id, 'customer_id' => $customer, 'seconds' => 600, 'measured' => 1, 'at' => '2026-11-05 10:00:00', 'updated_at' => self::NOW ] );
	}

	/** @return array{string, int} */
	private function refused( callable $act ): array {
		try {
			$act();
		} catch ( AmicableException $refusal ) {
			return [ $refusal->reason, $refusal->status ];
		}
		self::fail( 'It was not refused.' );
	}
}
