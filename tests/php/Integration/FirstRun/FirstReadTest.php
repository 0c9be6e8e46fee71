<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\FirstRun;

use Amicable\CurrentMode;
use Amicable\Graph;
use Amicable\Mode;
use Amicable\Plugin;
use Amicable\Storage\Rows;
use Amicable\Tests\Support\AssertsShapes;
use Amicable\Tests\Support\IntegrationTestCase;
use wpdb;

/** Orders come in while somebody looks: by the page, by the jobs, by both, and through any number of reloads. */
final class FirstReadTest extends IntegrationTestCase {

	use AssertsShapes;

	private const ORDERS = 450;

	private const PRACTICE = [ CurrentMode::HEADER => 'practice' ];

	/** Not what was read, but when. */
	private const WHEN = [ 'as_of' => 1, 'updated_at' => 1, 'created_at' => 1, 'seen_at' => 1, 'since' => 1, 'counted_at' => 1, 'read_at' => 1 ];

	protected function setUp(): void {
		parent::setUp();
		$this->as_role( 'administrator' );
		$this->graph()->migrations()->run();
		$rows = [];
		for ( $id = 1; $id <= self::ORDERS; $id++ ) {
			$at     = gmdate( 'Y-m-d H:i:s', time() - ( self::ORDERS - $id + 2 ) * 86400 );
			$rows[] = [ 'id' => $id, 'number' => "P$id", 'email' => 'buyer-' . ( $id % 50 ) . '@example.com', 'name' => "Buyer $id", 'status' => 'completed', 'currency' => 'USD', 'total' => $id % 50 === 7 ? 90_000 : 1000 + $id, 'gateway' => 'toy', 'transaction_id' => "t$id", 'kind' => 'sale', 'created_at' => $at, 'paid_at' => $at ];
		}
		( new Rows( $this->graph()->database() ) )->upsert( 'shop_orders', $rows );
		$this->graph()->database()->insert( 'shop_subscriptions', [ 'order_id' => 5, 'label' => 'Yearly', 'status' => 'active', 'amount' => 4900, 'currency' => 'USD', 'next_payment_at' => gmdate( 'Y-m-d H:i:s', time() + 10 * 86400 ) ] );
	}

	public function test_a_page_alone_brings_everything_in_and_counts_what_it_shows(): void {
		self::assertSame( [ 'running', 0, 0 ], array_values( $this->overview()['import'] ), 'Nobody began: whoever looks does.' );
		$after = $this->drive();
		self::assert_shape( 'overview.import', $after );
		self::assertSame( [ 'done', self::ORDERS, self::ORDERS ], [ $after['state'], $after['done'], $after['total'] ] );

		$overview = $this->overview();
		self::assertSame( [ 50, self::ORDERS ], [ $overview['figures']['customers'], $overview['figures']['orders'] ] );
		self::assertSame( 'value', $overview['curve']['kind'] );
		self::assertSame( 50, array_sum( array_column( $overview['curve']['parts'], 'customers' ) ) );
		self::assertSame( 1, $overview['figures']['high_value'] );
		self::assertSame( [ 'buyer-7@example.com' ], array_column( $overview['best'], 'email' ) );
		self::assertSame( [ 1, [ [ 'minor' => 4900, 'currency' => 'USD' ] ] ], [ $overview['renewals']['count'], $overview['renewals']['amounts'] ] );
		self::assertNull( $overview['support'] );
	}

	public function test_page_jobs_and_reloads_together_leave_the_bytes_of_a_job_alone(): void {
		$this->run_import_jobs();
		$alone = $this->bytes();
		self::assertNotSame( [], $alone['orders'] );
		$this->forget();

		$first  = $this->another_request();
		$second = $this->another_request();
		self::assertTrue( $first->importer()->slice( 'sample', 0.0 ), 'The page, for one batch.' );
		$token = $first->imports()->claim( 'sample', 60 );
		self::assertNotNull( $token, 'A request that is still at work …' );
		self::assertTrue( $second->importer()->slice( 'sample', 60.0 ), '… keeps the reloaded page and the job waiting.' );
		self::assertSame( '100', $this->graph()->database()->value( "SELECT COUNT(*) FROM {$this->graph()->database()->table( 'orders' )}" ) );
		$first->imports()->put_back( $token, '351', 100, false );
		self::assertTrue( $second->importer()->slice( 'sample', 0.0 ) );
		self::assertTrue( $first->importer()->slice( 'sample', 0.0 ) );
		$this->drive();
		$this->run_import_jobs();

		self::assertSame( $alone, $this->bytes() );
	}

	public function test_the_newest_orders_come_first_and_two_who_begin_at_once_begin_once(): void {
		$this->another_request()->importer()->slice( 'sample', 0.0 );
		self::assertSame( [ '351', '450' ], array_values( (array) $this->graph()->database()->row( "SELECT MIN(order_id) AS low, MAX(order_id) AS high FROM {$this->graph()->database()->table( 'orders' )}" ) ) );
		$this->graph()->imports()->start_once( 'sample', 7, '1' );
		self::assertSame( [ self::ORDERS, 100, '351' ], [ $this->graph()->imports()->find( 'sample' )['total'] ?? 0, $this->graph()->imports()->find( 'sample' )['done'] ?? 0, $this->graph()->imports()->find( 'sample' )['cursor'] ?? '' ] );
	}

	public function test_what_a_loader_brings_in_its_own_way_is_left_to_it(): void {
		$this->graph()->imports()->start( 'sample', self::ORDERS );
		self::assertSame( 'running', $this->json( $this->rest( 'POST', '/overview/import', [], self::PRACTICE ) )['state'] );
		self::assertSame( 0, $this->overview()['figures']['orders'] );
	}

	public function test_renewals_that_ended_are_dropped_at_the_next_reading(): void {
		$this->drive();
		$this->graph()->database()->write( "UPDATE {$this->graph()->database()->table( 'renewals' )} SET read_at = '2026-01-01 00:00:00'" );
		$this->graph()->sample()->access->cancel_subscription( 1, $this->graph()->clock()->now() );
		self::assertNull( $this->graph()->read_renewals()->run( [] ) );
		self::assertSame( 0, $this->overview()['renewals']['count'] );
	}

	/** @return array<string, mixed> What the last slice answered. */
	private function drive(): array {
		$slices = 0;
		do {
			$answer = $this->rest( 'POST', '/overview/import', [], self::PRACTICE );
			self::assertSame( 200, $answer->get_status() );
			$after = $this->json( $answer );
		} while ( $after['state'] === 'running' && ++$slices < 100 );

		return $after;
	}

	private function run_import_jobs(): void {
		foreach ( [ $this->graph()->import_orders(), $this->graph()->rank_customers(), $this->graph()->read_renewals() ] as $job ) {
			while ( $job->run( $job->name() === 'import_orders' ? [ 'store' => 'sample' ] : [] ) !== null ) {
				continue;
			}
		}
	}

	/** @return array<string, list<array<string, string|null>>> */
	private function bytes(): array {
		$bytes = [];
		foreach ( [ 'orders', 'customers', 'accounts', 'account_lines', 'account_bins', 'value_bins', 'tiers', 'cuts', 'renewals' ] as $table ) {
			$rows            = array_map( static fn ( array $row ): array => array_diff_key( $row, self::WHEN, $table === 'orders' ? [ 'id' => 1 ] : [] ), $this->graph()->database()->rows( "SELECT * FROM {$this->graph()->database()->table( $table )}" ) );
			$bytes[ $table ] = $rows;
			sort( $bytes[ $table ] );
		}

		return $bytes;
	}

	private function forget(): void {
		foreach ( [ 'orders', 'refunds', 'customers', 'identity_keys', 'accounts', 'account_lines', 'account_bins', 'value_bins', 'tiers', 'cuts', 'renewals', 'imports' ] as $table ) {
			$this->graph()->database()->write( "TRUNCATE TABLE {$this->graph()->database()->table( $table )}" );
		}
	}

	/** @return array<string, mixed> */
	private function overview(): array {
		return $this->json( $this->rest( 'GET', '/overview', [], self::PRACTICE ) );
	}

	private function graph(): Graph {
		return Plugin::instance()->graph( Mode::Practice );
	}

	private function another_request(): Graph {
		global $wpdb;
		assert( $wpdb instanceof wpdb );

		return new Graph( Mode::Practice, Plugin::instance()->file, $wpdb, $this->graph()->clock() );
	}
}
