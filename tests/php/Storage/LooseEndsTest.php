<?php
declare( strict_types=1 );

namespace Amicable\Tests\Storage;

use Amicable\Graph;
use Amicable\Mode;
use Amicable\Offboarding\Check;
use Amicable\Offboarding\LooseEnd;
use Amicable\Offboarding\LooseEndKind;
use Amicable\Storage\LooseEnds;
use Amicable\Stores\OrderRef;
use Amicable\Tests\Support\IntegrationTestCase;
use Amicable\Tests\Support\MovableClock;
use Amicable\Values\Money;
use DateTimeImmutable;
use wpdb;

/** What is open stays what it is through every look, the same on every database we support. */
final class LooseEndsTest extends IntegrationTestCase {

	private MovableClock $clock;

	private Graph $graph;

	private LooseEnds $ends;

	protected function setUp(): void {
		parent::setUp();
		global $wpdb;
		assert( $wpdb instanceof wpdb );
		$this->clock = new MovableClock();
		$this->graph = new Graph( Mode::Practice, '', $wpdb, $this->clock );
		$this->graph->migrations()->run();
		$this->ends = $this->graph->loose_ends();
	}

	public function test_looking_again_changes_nothing_but_what_changed(): void {
		$this->ends->record( 1, [ $this->license( 7 ), $this->subscription( 5, 4900 ) ], [ 'sample' ], [] );
		$before = $this->rows();
		$this->clock->forward( 3600 );
		$this->ends->record( 1, [ $this->license( 7 ), $this->subscription( 5, 5900 ) ], [ 'sample' ], [] );

		self::assertSame( array_column( $before, 'id' ), array_column( $this->rows(), 'id' ) );
		self::assertSame( array_column( $before, 'found_at' ), array_column( $this->rows(), 'found_at' ) );
		self::assertSame( [ null, '5900' ], array_column( $this->rows(), 'amount' ) );
		self::assertSame( [ [ 'currency' => 'USD', 'amount' => '5900' ] ], $this->graph->loose_end_list()->scheduled() );
	}

	public function test_what_is_not_found_any_more_is_closed_where_somebody_was_asked(): void {
		$this->ends->record( 1, [ $this->license( 7 ), $this->license( 8, 'other' ) ], [ 'sample', 'other' ], [] );
		$this->ends->record( 1, [], [ 'sample' ], [] );
		self::assertSame( [ 'closed', 'open' ], array_column( $this->rows(), 'state' ) );

		$this->ends->record( 1, [ $this->license( 7 ) ], [ 'sample' ], [] );
		self::assertSame( [ 'open', 'open' ], array_column( $this->rows(), 'state' ) );
		self::assertSame( [ null, null ], array_column( $this->rows(), 'closed_at' ) );
	}

	public function test_leaving_is_a_compare_and_set(): void {
		$this->ends->record( 1, [ $this->license( 7 ) ], [ 'sample' ], [] );
		$id = (int) $this->rows()[0]['id'];

		self::assertTrue( $this->ends->leave( $id, 'A gift', 3 ) );
		self::assertFalse( $this->ends->leave( $id, 'Another', 4 ) );
		$this->ends->record( 1, [ $this->license( 7 ) ], [ 'sample' ], [] );
		self::assertSame( [ 'left', 'A gift', '3' ], [ $this->rows()[0]['state'], $this->rows()[0]['reason'], $this->rows()[0]['left_by'] ] );
		self::assertSame( [ 0, 1 ], [ $this->graph->loose_end_list()->count( LooseEnds::OPEN, null ), $this->graph->loose_end_list()->count( LooseEnds::LEFT, 'license' ) ] );
	}

	public function test_what_was_accepted_in_a_run_is_not_asked_about_again_unless_it_comes_back(): void {
		$this->graph->database()->insert( 'accepted', [ 'run_id' => 4, 'check_no' => 8, 'ref' => 'license:sample:7', 'reason' => 'Kept as a gift', 'user_id' => 3, 'at' => '2026-01-06 00:00:00' ] );
		$this->ends->record( 1, [ $this->license( 7 ), $this->license( 8 ) ], [ 'sample' ], [] );
		self::assertSame( [ [ 'left', 'Kept as a gift' ], [ 'open', '' ] ], array_map( static fn ( array $row ): array => [ $row['state'], $row['reason'] ], $this->rows() ) );

		$this->ends->record( 1, [], [ 'sample' ], [] );
		$this->ends->record( 1, [ $this->license( 7 ) ], [ 'sample' ], [] );
		self::assertSame( [ 'open', 'closed' ], array_column( $this->rows(), 'state' ) );
	}

	public function test_nothing_new_is_said_of_an_order_that_a_run_is_at_work_on(): void {
		$this->ends->record( 1, [ $this->license( 7 ) ], [ 'sample' ], [ 'sample:1' ] );
		self::assertSame( [], $this->rows() );
		$this->ends->record( 1, [ $this->license( 7 ) ], [ 'sample' ], [] );
		$this->ends->record( 1, [ $this->license( 7 ) ], [ 'sample' ], [ 'sample:1' ] );
		self::assertSame( [ 'open' ], array_column( $this->rows(), 'state' ), 'What was known before stays.' );
	}

	public function test_it_belongs_to_whoever_has_the_order_now(): void {
		$this->ends->record( 1, [ $this->license( 7 ) ], [ 'sample' ], [] );
		$this->ends->record( 2, [ $this->license( 7 ) ], [ 'sample' ], [] );

		self::assertSame( [ '2' ], array_column( $this->rows(), 'customer_id' ) );
	}

	public function test_only_orders_whose_money_went_back_are_looked_at(): void {
		$order = [ 'store' => 'sample', 'customer_id' => 1, 'key_id' => 1, 'kind' => 'sale', 'status' => 'completed', 'paid' => 1, 'currency' => 'USD', 'total' => 4900, 'dispute' => 'none', 'created_at' => '2026-01-01 00:00:00', 'seen_at' => '2026-01-01 00:00:00' ];
		$more  = [ 1 => [], 2 => [ 'refunded' => 4900 ], 3 => [ 'refunded' => 4899 ], 4 => [ 'dispute' => 'lost' ], 5 => [], 6 => [ 'total' => 0 ], 7 => [], 8 => [ 'customer_id' => 2, 'refunded' => 4900 ] ];
		foreach ( $more as $id => $fields ) {
			$this->graph->database()->insert( 'orders', $fields + $order + [ 'order_id' => $id, 'number' => (string) $id ] );
		}
		$this->graph->database()->insert( 'refunds', [ 'store' => 'sample', 'refund_id' => 1, 'order_id' => 5, 'customer_id' => 1, 'currency' => 'USD', 'amount' => 100, 'by_gateway' => 0, 'reason' => '', 'created_at' => '2026-01-02 00:00:00' ] );
		$this->graph->database()->insert( 'disputes', [ 'store' => 'sample', 'order_id' => 7, 'external_id' => 'd', 'customer_id' => 1, 'status' => 'lost', 'currency' => 'USD', 'amount' => 4900, 'opened_at' => '2026-01-02 00:00:00' ] );

		self::assertSame( [ 2, 4, 5, 7 ], array_map( static fn ( OrderRef $ref ): int => $ref->id, $this->ends->candidates( [ 1, 3 ] )[1] ) );
		self::assertSame( [ 1, 2 ], $this->ends->concerned( [ 1, 2, 3 ] ) );
		self::assertSame( [ 2 ], $this->ends->concerned_between( 2, 9 ) );
		$this->ends->record( 5, [ $this->license( 7 ) ], [ 'sample' ], [] );
		self::assertSame( [ 2, 5 ], $this->ends->concerned_between( 2, 9 ) );
	}

	private function license( int $id, string $system = 'sample' ): LooseEnd {
		return new LooseEnd( Check::Licenses, LooseEndKind::License, "license:$system:$id", $system, new OrderRef( 'sample', 1 ), 'S-1', '••••-ABCD', new DateTimeImmutable( '2026-01-05 00:00:00' ) );
	}

	private function subscription( int $id, int $minor ): LooseEnd {
		return new LooseEnd( Check::Subscriptions, LooseEndKind::Subscription, "subscription:sample:$id", 'sample', new OrderRef( 'sample', 1 ), 'S-1', 'Forms, yearly', new DateTimeImmutable( '2026-01-05 00:00:00' ), new Money( $minor, 'USD' ), new DateTimeImmutable( '2027-01-05 00:00:00' ) );
	}

	/** @return list<array<string, string|null>> */
	private function rows(): array {
		return $this->graph->database()->rows( "SELECT * FROM {$this->graph->database()->table( 'loose_ends' )} ORDER BY id" );
	}
}
