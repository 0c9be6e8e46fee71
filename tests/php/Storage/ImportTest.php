<?php
declare( strict_types=1 );

namespace Amicable\Tests\Storage;

use Amicable\Graph;
use Amicable\Mode;
use Amicable\Storage\Rows;

/** Existing orders come in, newest first, however often the work is dropped. */
final class ImportTest extends StorageTestCase {

	private const ORDERS = 250;

	private Graph $practice;

	protected function setUp(): void {
		parent::setUp();
		$this->practice = $this->graph( Mode::Practice );
		$rows = [];
		for ( $id = 1; $id <= self::ORDERS; $id++ ) {
			$rows[] = [ 'id' => $id, 'number' => "P$id", 'email' => 'buyer-' . ( $id % 40 ) . '@example.com', 'name' => "Buyer $id", 'status' => 'completed', 'currency' => 'USD', 'total' => 1000 + $id, 'gateway' => 'toy', 'transaction_id' => "t$id", 'kind' => 'sale', 'created_at' => '2026-10-01 00:00:00', 'paid_at' => '2026-10-01 00:00:00' ];
		}
		( new Rows( $this->practice->database() ) )->upsert( 'shop_orders', $rows );
	}

	public function test_it_stops_anywhere_and_goes_on_with_the_newest_first(): void {
		$importer = $this->practice->importer();
		self::assertTrue( $importer->slice( 'sample', 0.0 ) );
		self::assertSame( (string) self::ORDERS, $this->practice->database()->value( "SELECT MAX(order_id) FROM {$this->practice->database()->table( 'orders' )}" ) );
		$row = (array) $this->practice->imports()->find( 'sample' );
		self::assertSame( [ 'running', self::ORDERS, 100 ], [ $row['state'], $row['total'], $row['done'] ] );
		self::assertFalse( $importer->is_complete( 'sample' ) );
		while ( $this->graph( Mode::Practice )->importer()->slice( 'sample', 0.0 ) ) {
			continue;
		}
		self::assertTrue( $importer->is_complete( 'sample' ) );
		self::assertSame( self::ORDERS, ( (array) $this->practice->imports()->find( 'sample' ) )['done'] );
		self::assertSame( [ '40', (string) self::ORDERS, (string) array_sum( array_map( static fn ( int $id ): int => 1000 + $id, range( 1, self::ORDERS ) ) ) ], $this->sums() );
	}

	public function test_what_was_bought_is_kept_once_each_by_number(): void {
		foreach ( [ 12, 7, 12, 0 ] as $product ) {
			$this->practice->sample()->rows->add_line( 3, $product, 'A plugin', 100 );
		}
		$this->practice->import_orders()->run( [ 'store' => 'sample' ] );

		$of = fn ( int $order ): ?string => $this->practice->database()->value( "SELECT products FROM {$this->practice->database()->table( 'orders' )} WHERE order_id = %d", [ $order ] );
		self::assertSame( [ ',7,12,', '' ], [ $of( 3 ), $of( 4 ) ] );
	}

	public function test_a_second_import_changes_nothing(): void {
		$this->practice->import_orders()->run( [ 'store' => 'sample' ] );
		$before = $this->sums();
		$this->practice->importer()->begin( 'sample' );
		$this->practice->import_orders()->run( [ 'store' => 'sample' ] );
		self::assertSame( $before, $this->sums() );
		self::assertSame( '40', $this->practice->database()->value( "SELECT COUNT(*) FROM {$this->practice->database()->table( 'customers' )}" ) );
	}

	public function test_who_does_not_have_the_work_in_hand_leaves_it_alone(): void {
		$this->practice->importer()->begin( 'sample' );
		$token = $this->practice->imports()->claim( 'sample', 60 );
		self::assertNotNull( $token );
		self::assertNull( $this->practice->imports()->claim( 'sample', 60 ) );
		self::assertTrue( $this->practice->importer()->slice( 'sample', 5.0 ) );
		self::assertSame( [ '0' ], array_slice( $this->sums(), 0, 1 ) );
		$this->clock->move( '+2 minutes' );
		self::assertFalse( $this->practice->importer()->slice( 'sample', 60.0 ) );
		self::assertFalse( $this->practice->imports()->put_back( $token, '0', 0, false ) );
		self::assertSame( 'done', ( (array) $this->practice->imports()->find( 'sample' ) )['state'] );
	}

	public function test_a_shop_nobody_imported_is_due_and_one_that_is_done_is_not(): void {
		self::assertSame( [ [ 'store' => 'sample' ] ], $this->practice->import_orders()->due() );
		$this->practice->import_orders()->run( [ 'store' => 'sample' ] );
		self::assertSame( [], $this->practice->import_orders()->due() );
	}

	/** @return list<string|null> Accounts, orders, paid. */
	private function sums(): array {
		return array_values( (array) $this->practice->database()->row( "SELECT COUNT(*) AS accounts, COALESCE(SUM(orders), 0) AS orders, COALESCE(SUM(paid_base), 0) AS paid FROM {$this->practice->database()->table( 'accounts' )}" ) );
	}
}
