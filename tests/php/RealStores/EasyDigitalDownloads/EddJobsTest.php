<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\EasyDigitalDownloads;

use ActionScheduler;
use ActionScheduler_Versions;
use Amicable\Mode;
use Amicable\Plugin;
use Amicable\Stores\ImportOrders;
use Amicable\Tests\RealStores\Support\MakesEddOrders;
use Amicable\Tests\Support\IntegrationTestCase;

/** Alone, Easy Digital Downloads brings an older Action Scheduler than WooCommerce does. */
final class EddJobsTest extends IntegrationTestCase {

	use MakesEddOrders;

	private const MOST_TURNS = 50;

	public function test_the_older_action_scheduler_reads_the_shop(): void {
		self::assertStringStartsWith( '3.9', (string) ActionScheduler_Versions::instance()->latest_version() );
		self::assertStringContainsString( '/easy-digital-downloads/', (string) ( new \ReflectionClass( ActionScheduler::class ) )->getFileName() );
		$this->an_order( [ 'email' => 'sam@example.com' ] );
		$graph = Plugin::instance()->graph( Mode::Live );
		$graph->jobs()->enqueue( ImportOrders::NAME );

		// Its time limit counts from the start of the process: in a long one, each turn carries out a single action.
		for ( $turn = 0; $turn < self::MOST_TURNS && ! $graph->importer()->is_complete( 'edd' ); $turn++ ) {
			ActionScheduler::runner()->run( 'Amicable tests' );
		}

		self::assertTrue( $graph->importer()->is_complete( 'edd' ) );
		self::assertNotNull( $graph->identity()->find_by_email( 'sam@example.com' ) );
		self::assertSame( [], as_get_scheduled_actions( [ 'group' => 'amicable', 'status' => 'failed' ], 'ids' ) );
	}

	public function test_jobs_with_other_arguments_wait_beside_each_other_and_the_same_one_once(): void {
		$jobs = Plugin::instance()->graph( Mode::Live )->jobs();
		$jobs->enqueue( ImportOrders::NAME, [ 'store' => 'edd' ] );
		$jobs->enqueue( ImportOrders::NAME, [ 'store' => 'edd' ] );
		$jobs->enqueue( ImportOrders::NAME, [ 'store' => 'woocommerce' ] );

		foreach ( [ 'edd', 'woocommerce' ] as $store ) {
			self::assertCount( 1, as_get_scheduled_actions( [ 'group' => 'amicable', 'status' => 'pending', 'args' => [ 'live', ImportOrders::NAME, "{\"store\":\"$store\"}" ] ], 'ids' ), $store );
		}
	}
}
