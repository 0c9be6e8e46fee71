<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Health;

use Amicable\Mode;
use Amicable\Plugin;
use Amicable\Tests\Support\IntegrationTestCase;

/** Asked as Tools → Site Health asks. */
final class SiteHealthTest extends IntegrationTestCase {

	public function test_background_work_is_well_while_the_sweep_is_due_soon(): void {
		wp_unschedule_hook( 'amicable_sweep' );
		wp_schedule_single_event( time() + 200, 'amicable_sweep' );

		self::assertSame( 'good', $this->told( 'amicable_queue' )['status'] );
	}

	public function test_background_work_that_nobody_does_is_noticed(): void {
		wp_unschedule_hook( 'amicable_sweep' );
		self::assertSame( 'recommended', $this->told( 'amicable_queue' )['status'] );

		wp_schedule_single_event( time() - 7200, 'amicable_sweep' );
		self::assertSame( 'recommended', $this->told( 'amicable_queue' )['status'] );
	}

	public function test_whole_tables_with_transactions_are_well(): void {
		self::assertSame( 'good', $this->told( 'amicable_tables' )['status'] );
	}

	public function test_a_lost_table_is_named(): void {
		global $wpdb;
		$table = Plugin::instance()->graph( Mode::Live )->database()->table( 'claims' );
		$wpdb->query( "DROP TABLE $table" );

		self::assertSame( 'critical', $this->told( 'amicable_tables' )['status'] );
		self::assertStringContainsString( $table, $this->told( 'amicable_tables' )['description'] );
	}

	public function test_a_table_without_transactions_is_not_trusted_with_money(): void {
		global $wpdb;
		$table = Plugin::instance()->graph( Mode::Live )->database()->table( 'steps' );
		$wpdb->query( "ALTER TABLE $table ENGINE = MyISAM" );
		$result = $this->told( 'amicable_tables' );
		$wpdb->query( "ALTER TABLE $table ENGINE = InnoDB" );

		self::assertSame( 'critical', $result['status'] );
		self::assertStringContainsString( $table, $result['description'] );
	}

	/** @return array<string, mixed> */
	private function told( string $test ): array {
		return apply_filters( 'site_status_tests', [ 'direct' => [], 'async' => [] ] )['direct'][ $test ]['test']();
	}
}
