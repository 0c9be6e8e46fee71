<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Log;

use Amicable\Cli\LogCommand;
use Amicable\Mode;
use Amicable\Plugin;
use Amicable\Storage\LogChain;
use Amicable\Tests\Support\AssertsShapes;
use Amicable\Tests\Support\Canary;
use Amicable\Tests\Support\IntegrationTestCase;
use Amicable\Tests\Support\WpCli;

/** The log as people read it: on a page, and on the command line. */
final class LogTest extends IntegrationTestCase {

	use AssertsShapes;

	private LogChain $log;

	protected function setUp(): void {
		parent::setUp();
		$this->log = Plugin::instance()->graph( Mode::Live )->log();
	}

	public function test_it_is_read_newest_first_and_by_case_customer_person_kind_and_day(): void {
		$user     = $this->as_role( 'administrator' )->ID;
		$customer = ( new Canary() )->customer;
		$database = Plugin::instance()->graph( Mode::Live )->database();
		$run      = (int) $database->insert( 'runs', [ 'customer_id' => $customer, 'case_id' => 31, 'plan_hash' => str_repeat( 'a', 64 ), 'started_by' => $user, 'created_at' => '2026-01-01 00:00:00', 'updated_at' => '2026-01-01 00:00:00' ] );
		$merged   = (int) $database->insert( 'customers', [ 'name' => 'Old', 'merged_into' => $customer, 'created_at' => '2026-01-01 00:00:00', 'updated_at' => '2026-01-01 00:00:00' ] );
		$moved    = $this->log->append( 'case_moved', 'case', 31, $customer, $user, [ 'to' => 'warned', 'reason' => 'Asked twice' ] );
		$started  = $this->log->append( 'run_started', 'run', $run, $merged, 0 );
		$other    = $this->log->append( 'case_moved', 'case', 32, 999, $user );

		$ids = fn ( string $query ): array => array_column( $this->json( $this->rest( 'GET', "/log?$query" ) ), 'id' );
		self::assertSame( [ $other, $started, $moved ], array_slice( $ids( '' ), 0, 3 ) );
		self::assertSame( [ $started ], $ids( 'per_page=1&page=2' ) );
		self::assertSame( [ $started, $moved ], $ids( 'case_id=31' ), 'What happened to its runs too.' );
		self::assertSame( [ $started, $moved ], array_slice( $ids( "customer_id=$customer" ), 0, 2 ), 'And to whoever was merged.' );
		self::assertSame( [ $started ], $ids( 'user_id=0&case_id=31' ) );
		self::assertSame( [ $other, $moved ], $ids( 'what=case_moved' ) );
		self::assertSame( [], $ids( 'until=2020-01-01' ) );
		self::assertSame( 400, $this->rest( 'GET', '/log?until=2026-02-30' )->get_status() );

		$entry = $this->json( $this->rest( 'GET', '/log?case_id=31&what=case_moved' ) )[0];
		self::assert_shape( 'log.entry', $entry );
		self::assertSame( [ 'Asked twice', Canary::WORD, wp_get_current_user()->display_name ], [ $entry['details'][1]['value'], $entry['customer_name'], $entry['who'] ] );
	}

	public function test_an_order_is_called_by_its_number_and_leads_there_for_who_may_open_it(): void {
		$graph = Plugin::instance()->graph( Mode::Practice );
		$graph->migrations()->run();
		$admin = $this->as_role( 'administrator' )->ID;
		$graph->database()->insert( 'orders', [ 'store' => 'sample', 'order_id' => 12, 'number' => 'P-12012', 'customer_id' => 7, 'created_at' => '2026-01-01 00:00:00', 'seen_at' => '2026-01-01 00:00:00' ] );
		$graph->log()->append( 'files_reopened', 'order', 12, 7, $admin, [ 'order' => 'sample:12', 'reason' => 'sample:12' ] );
		$graph->log()->append( 'step_done', 'run', 3, 7, $admin, [ 'step' => 'refund:sample:12' ] );
		$graph->log()->append( 'step_done', 'run', 3, 7, $admin, [ 'step' => 'disable_license:sample:12' ] );
		$read = fn (): array => array_column( $this->json( $this->rest( 'GET', '/log', [], [ 'X-Amicable-Mode' => 'practice' ] ) ), 'details' );
		[ [ $license ], [ $step ], [ $order, $reason ] ] = $read();
		self::assertSame( [ 'Order P-12012', 'Order P-12012' ], [ $order['value'], $step['value'] ] );
		self::assertStringContainsString( 'id=12', (string) $order['url'] );
		self::assertSame( [ $order['url'], null, null ], [ $step['url'], $reason['url'], $license['url'] ] );

		foreach ( [ 'woocommerce:12', 'edd:12', 'gone:12', 'sample:x', 'sample' ] as $foreign ) {
			$graph->log()->append( 'files_reopened', 'order', 12, 7, $admin, [ 'order' => $foreign ] );
			self::assertNull( $read()[0][0]['url'], "$foreign: no such shop here." );
		}
	}

	public function test_what_was_erased_says_so_and_the_command_names_the_row_that_broke(): void {
		global $wpdb;
		$this->as_role( 'administrator' );
		$first    = $this->log->append( 'case_moved', 'case', 31, 7, 1, [ 'reason' => 'Personal' ] );
		$second   = $this->log->append( 'case_moved', 'case', 31, 7, 1 );
		$database = Plugin::instance()->graph( Mode::Live )->database();
		$wpdb->query( "DELETE FROM {$database->table( 'log_payloads' )} WHERE log_id = $first" );
		[ $kept, $erased ] = $this->json( $this->rest( 'GET', '/log?case_id=31' ) );
		self::assertSame( [ false, true, [] ], [ $kept['erased'], $erased['erased'], $erased['details'] ] );

		$command = new LogCommand( fn (): LogChain => $this->log );
		$cli     = WpCli::open();
		$command->verify( [], [] );
		self::assertSame( [ 0, 'success' ], [ $cli->exit_code, $cli->kind ] );
		$wpdb->query( "UPDATE {$database->table( 'log' )} SET user_id = 2 WHERE id = $second" );
		$cli = WpCli::open();
		$cli->run( static fn () => $command->verify( [], [] ) );
		self::assertSame( [ 1, 'error' ], [ $cli->exit_code, $cli->kind ] );
		self::assertStringContainsString( (string) $second, $cli->said );
	}
}
