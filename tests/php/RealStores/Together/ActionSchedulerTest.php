<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\Together;

use ActionScheduler;
use ActionScheduler_Versions;
use Amicable\Mode;
use Amicable\Plugin;
use Amicable\Projection\RebuildAccounts;
use Amicable\Stores\ImportOrders;
use Amicable\Tests\RealStores\Support\EddProviders;
use Amicable\Tests\RealStores\Support\MakesEddLicenses;
use Amicable\Tests\RealStores\Support\MakesOrders;
use Amicable\Tests\Support\IntegrationTestCase;

/** Both shops bring an Action Scheduler, and only one of them is loaded. */
final class ActionSchedulerTest extends IntegrationTestCase {

	use MakesEddLicenses;
	use MakesOrders;

	private const MOST_TURNS = 50;

	public function test_the_newer_of_the_two_is_the_one_that_runs(): void {
		$versions = array_keys( ActionScheduler_Versions::instance()->get_versions() );
		$old      = array_values( array_filter( $versions, static fn ( string $version ): bool => str_starts_with( $version, '3.9' ) ) );
		$new      = array_values( array_filter( $versions, static fn ( string $version ): bool => str_starts_with( $version, '4.0' ) ) );

		self::assertCount( 1, $old, implode( ', ', $versions ) );
		self::assertCount( 1, $new, implode( ', ', $versions ) );
		self::assertSame( $new[0], ActionScheduler_Versions::instance()->latest_version() );
		self::assertStringContainsString( '/woocommerce/', (string) ( new \ReflectionClass( ActionScheduler::class ) )->getFileName() );
	}

	public function test_its_own_runner_reads_both_shops(): void {
		EddProviders::open();
		$order    = $this->an_order( [ 'email' => 'sam@example.com' ] );
		$purchase = $this->a_purchase( $this->a_licensed_download(), [ 'email' => 'alex@example.com', 'pay' => 'ok' ] );
		$graph    = Plugin::instance()->graph( Mode::Live );
		$graph->jobs()->enqueue( ImportOrders::NAME );

		// Its time limit counts from the start of the process: in a long one, each turn carries out a single action.
		for ( $turn = 0; $turn < self::MOST_TURNS && ! ( $graph->importer()->is_complete( 'woocommerce' ) && $graph->importer()->is_complete( 'edd' ) ); $turn++ ) {
			ActionScheduler::runner()->run( 'Amicable tests' );
		}

		self::assertTrue( $graph->importer()->is_complete( 'woocommerce' ) );
		self::assertTrue( $graph->importer()->is_complete( 'edd' ) );
		self::assertNotNull( $graph->identity()->find_by_email( 'sam@example.com' ), "Order $order." );
		self::assertNotNull( $graph->identity()->find_by_email( 'alex@example.com' ), "Order $purchase." );
		self::assertSame( [], as_get_scheduled_actions( [ 'group' => 'amicable', 'status' => 'failed' ], 'ids' ) );
	}

	public function test_two_jobs_of_ours_with_other_arguments_both_wait(): void {
		$jobs = Plugin::instance()->graph( Mode::Live )->jobs();
		$jobs->enqueue( ImportOrders::NAME, [ 'store' => 'woocommerce' ] );
		$jobs->enqueue( ImportOrders::NAME, [ 'store' => 'edd' ] );
		$jobs->enqueue( ImportOrders::NAME, [ 'store' => 'edd' ] );
		$jobs->enqueue( RebuildAccounts::NAME );

		foreach ( [ [ ImportOrders::NAME, '{"store":"woocommerce"}' ], [ ImportOrders::NAME, '{"store":"edd"}' ], [ RebuildAccounts::NAME, '[]' ] ] as $job ) {
			self::assertCount( 1, as_get_scheduled_actions( [ 'group' => 'amicable', 'status' => 'pending', 'args' => [ 'live', ...$job ] ], 'ids' ), implode( ' ', $job ) );
		}
	}
}
