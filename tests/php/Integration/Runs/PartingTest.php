<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Runs;

use Amicable\Admin\LiveSite;
use Amicable\Mode;
use Amicable\Offboarding\RunState;
use Amicable\Rest\Schema;
use Amicable\Runs\PayoutGuard;
use Amicable\Storage\Home;
use Amicable\Storage\LogChain;
use Amicable\Stores\OrderRef;
use Amicable\Tests\Support\AssertsShapes;
use Amicable\Tests\Support\Processes;
use WP_REST_Response;

/** Cases and partings over REST, as the screens do them. */
final class PartingTest extends RunsTestCase {

	use AssertsShapes;

	private int $starter;

	protected function setUp(): void {
		parent::setUp();
		$this->starter = $this->as_role( 'administrator' )->ID;
	}

	public function test_the_whole_way_from_a_case_to_its_receipt(): void {
		$order   = $this->order();
		$license = $this->license( $order );
		$skipped = $this->order( [ 'paid' => false, 'status' => 'cancelled' ] );
		$case    = $this->case_of( $order );
		self::assert_shape( 'cases.case', $case );
		self::assertSame( [ 'open', false, 1 ], [ $case['stage'], $case['override'], count( $case['events'] ) ] );

		$plan = $this->ask( 'POST', '/offboardings/plan', [ 'customer_id' => $case['customer_id'], 'kind' => 'part_ways', 'scope' => 'all' ] );
		self::assertSame( [], ( new Schema() )->errors( 'offboardings.plan', $plan ) );
		self::assertSame( [ 1, [ [ 'minor' => 4900, 'currency' => 'USD' ] ] ], [ $plan['orders'], $plan['totals'] ] );
		self::assertFalse( $plan['approves'], 'A second person could approve.' );
		self::assertSame( 'It was never paid.', array_column( $plan['items'], 'reason', 'key' )[ "refund:{$skipped->key()}" ] );

		$this->refused( 400, 'amicable_case_needed', $this->start_over_rest( $plan, [] ) );
		$this->refused( 422, 'amicable_gate', $this->start_over_rest( $plan, [ 'case_id' => $case['id'] ] ), 'override_reason' );
		$run = $this->json( $this->start_over_rest( $plan, [ 'case_id' => $case['id'], 'reason' => 'Agreed by phone' ] ) );
		self::assertSame( [], ( new Schema() )->errors( 'offboardings.run', $run ) );
		self::assertSame( 'awaiting_approval', $run['state'] );
		self::assertNotContains( 'approve', $run['allowed'], 'A second person could approve.' );
		self::assertSame( [], $this->payouts( $order ) );

		$this->refused( 403, 'amicable_own_run', $this->send( 'POST', "/offboardings/{$run['id']}/approve" ) );
		self::assertSame( 'awaiting_approval', $this->ask( 'POST', "/offboardings/{$run['id']}/run" )['state'], 'Nobody drives a run that is not approved.' );
		wp_set_current_user( $this->admin );
		self::assertSame( 'running', $this->ask( 'POST', "/offboardings/{$run['id']}/approve" )['state'] );
		$between = $this->ask( 'GET', "/cases/{$case['id']}" );
		self::assertSame( [ 'offboarding', true, $run['id'] ], [ $between['stage'], $between['override'], $between['run_id'] ] );

		$done = $this->run_to_the_end( $run['id'] );
		self::assertSame( [], ( new Schema() )->errors( 'offboardings.run', $done ) );
		self::assertSame( [ 'completed', $done['progress']['total'] ], [ $done['state'], $done['progress']['done'] ] );
		self::assertSame( [ 'check' ], $done['allowed'] );
		self::assertCount( 1, $this->payouts( $order ) );
		self::assertSame( 'disabled', $this->graph->sample()->licenses->license( $license )?->status );

		$end = $this->ask( 'GET', "/cases/{$case['id']}" );
		self::assert_shape( 'cases.case', $end );
		self::assertSame( [ 'closed', true ], [ $end['stage'], $end['override'] ] );
		self::assertSame( [ [ null, 'open' ], [ 'open', 'offboarding' ], [ 'offboarding', 'closed' ] ], array_map( static fn ( array $event ): array => [ $event['from'], $event['to'] ], $end['events'] ) );
		self::assertSame( 'Agreed by phone', $end['events'][1]['reason'] );
		self::assert_shape( 'log.verified', $this->ask( 'GET', '/log/verify' ) );
		self::assertTrue( $this->ask( 'GET', '/log/verify' )['intact'] );
	}

	public function test_a_job_finishes_what_a_closed_browser_left(): void {
		$order = $this->order();
		$run   = $this->start_refund( $order );
		for ( $slice = 0, $next = 0; $slice < 20 && $next !== null; $slice++ ) {
			$next = $this->house->job->run( [ 'run_id' => $run->id ] );
		}

		self::assertNull( $next );
		self::assertSame( RunState::Completed, $this->house->runner->get( $run->id )->state );
		self::assertNull( $this->house->job->run( [ 'run_id' => 999_999 ] ) );
	}

	public function test_a_sweep_names_every_run_that_should_be_going_on(): void {
		$going  = $this->start_refund( $this->order() );
		$paused = $this->start_refund( $this->order( [ 'email' => 'other@example.com' ] ) );
		$this->house->control->stop( $paused, $this->admin );

		self::assertSame( [ [ 'run_id' => $going->id ] ], $this->house->job->due() );
	}

	public function test_a_case_is_opened_once_and_proposed_by_who_cannot_lead_it(): void {
		$order = $this->order();
		$this->as_role( 'amicable_support_agent' );
		$first  = $this->send( 'POST', '/cases', [ 'customer_id' => $this->customer_of( $order ) ] );
		$second = $this->send( 'POST', '/cases', [ 'customer_id' => $this->customer_of( $order ), 'order' => $order->to_array() ] );

		self::assertSame( [ 201, 200 ], [ $first->get_status(), $second->get_status() ] );
		self::assertSame( $this->json( $first )['id'], $this->json( $second )['id'] );
		self::assertNull( $this->json( $first )['assignee'] );
		$this->refused( 404, 'amicable_customer_missing', $this->send( 'POST', '/cases', [ 'customer_id' => 999_999 ] ) );
		$this->refused( 400, 'amicable_invalid', $this->send( 'POST', '/cases', [ 'customer_id' => $this->customer_of( $order ), 'order' => $this->order( [ 'email' => 'other@example.com' ] )->to_array() ] ) );
	}

	public function test_gates_and_versions_are_kept_by_the_server(): void {
		$case = $this->case_of( $this->order() );
		$this->refused( 422, 'amicable_gate', $this->move( $case, 'explained' ), 'no_way' );
		$this->refused( 422, 'amicable_gate', $this->move( $case, 'counsel' ), 'litigation' );

		$warned = $this->json( $this->move( $case, 'warned', [ 'text' => 'Dear customer, please read this.' ] ) );
		self::assertSame( [ 'warned', 2 ], [ $warned['stage'], $warned['version'] ] );
		$this->refused( 409, 'amicable_stale', $this->move( $case, 'recovered' ) );
		$this->refused( 422, 'amicable_gate', $this->move( $warned, 'explained' ), 'incident' );
		$this->refused( 422, 'amicable_gate', $this->move( $warned, 'agreed' ), 'refund_run' );
		$this->refused( 422, 'amicable_gate', $this->move( $warned, 'offboarding' ), 'override_reason' );

		$counsel = $this->json( $this->move( $warned, 'counsel', [ 'reason' => 'A letter of their lawyer' ] ) );
		$this->refused( 422, 'amicable_gate', $this->move( $counsel, 'offboarding', [ 'reason' => 'Now' ] ), 'counsel' );
		$this->as_role( 'amicable_support_agent' );
		$this->refused( 422, 'amicable_gate', $this->move( $counsel, 'offboarding', [ 'counsel' => 'agreed' ] ), 'approval' );
		wp_set_current_user( $this->admin );
		$away = $this->json( $this->move( $counsel, 'offboarding', [ 'counsel' => 'agreed' ] ) );
		self::assertSame( [ 'offboarding', false ], [ $away['stage'], $away['override'] ] );
		$this->refused( 422, 'amicable_gate', $this->move( $away, 'closed' ), 'receipt' );
		self::assertSame( 'counsel', $this->json( $this->move( $away, 'counsel' ) )['stage'], 'Back to where it was; no run was made.' );
	}

	public function test_a_refund_that_a_warning_offered_ends_the_case_as_agreed(): void {
		$order = $this->order();
		$case  = $this->case_of( $order );
		$this->move( $case, 'warned' );
		$plan = $this->ask( 'POST', '/offboardings/plan', [ 'customer_id' => $case['customer_id'], 'kind' => 'refund', 'scope' => [ 'orders' => [ $order->to_array() ] ] ] );
		$run  = $this->json( $this->start_over_rest( $plan, [ 'case_id' => $case['id'] ] ) );
		self::assert_shape( 'offboardings.plan', $plan );
		self::assertSame( 'running', $run['state'] );
		self::assert_shape( 'offboardings.run', $this->run_to_the_end( $run['id'] ) );

		self::assertSame( 'agreed', $this->ask( 'GET', "/cases/{$case['id']}" )['stage'] );
		self::assertFalse( $this->house->blocks->is_blocked( $case['customer_id'] ), 'The customer stays welcome.' );
	}

	public function test_a_stopped_parting_takes_the_case_back(): void {
		$order = $this->order();
		$case  = $this->case_of( $order );
		$plan  = $this->ask( 'POST', '/offboardings/plan', [ 'customer_id' => $case['customer_id'], 'kind' => 'part_ways', 'scope' => 'all' ] );
		$run   = $this->json( $this->start_over_rest( $plan, [ 'case_id' => $case['id'], 'reason' => 'Agreed' ] ) );
		wp_set_current_user( $this->admin );
		$this->ask( 'POST', "/offboardings/{$run['id']}/approve" );
		self::assertSame( 'paused', $this->ask( 'POST', "/offboardings/{$run['id']}/stop" )['state'] );
		self::assertSame( 'stopped', $this->ask( 'POST', "/offboardings/{$run['id']}/stop" )['state'] );

		$back = $this->ask( 'GET', "/cases/{$case['id']}" );
		self::assertSame( [ 'open', true ], [ $back['stage'], $back['override'] ], 'That somebody skipped stages stays written.' );
		self::assertSame( [], $this->payouts( $order ) );
	}

	public function test_a_block_names_every_key_and_can_be_taken_back(): void {
		$order    = $this->order();
		$customer = $this->customer_of( $order );
		$version  = (int) ( $this->graph->customers()->row( $customer )['version'] ?? 0 );
		$this->refused( 409, 'amicable_stale', $this->send( 'POST', "/customers/$customer/block", [ 'reason' => 'Fraud', 'version' => $version + 1 ] ) );
		self::assertSame( 200, $this->send( 'POST', "/customers/$customer/block", [ 'reason' => 'Fraud', 'version' => $version ] )->get_status() );

		self::assertTrue( $this->house->blocks->is_blocked( $customer ) );
		self::assertTrue( $this->house->blocker->is_complete( $customer ) );
		self::assertSame( [], $this->house->blocks->hits( [ [ 'email', $this->graph->identity()->hash( 'email', 'somebody.else@example.com' ) ] ] ) );
		$this->clock->forward( 3 * 365 * 86400 );
		self::assertFalse( $this->house->blocks->is_blocked( $customer ), 'A block ends by itself after two years.' );
		$this->send( 'POST', "/customers/$customer/unblock", [ 'reason' => 'A mistake', 'version' => $version + 1 ] );
		self::assertFalse( $this->house->blocker->is_complete( $customer ) );
	}

	public function test_on_a_copy_of_the_shop_no_money_moves(): void {
		Home::settle();
		$guard = new PayoutGuard( Mode::Live );
		self::assertNull( $guard->refusal() );

		update_option( Home::OPTION, hash( 'sha256', 'shop.example.com' ) );
		self::assertSame( [ 'amicable_staging', 409 ], [ $guard->refusal()?->reason, $guard->refusal()?->status ] );
		self::assertNull( ( new PayoutGuard( Mode::Practice ) )->refusal(), 'Toy money moves anywhere.' );
		self::assertStringContainsString( 'amicable_confirm_live', $this->notices( true ) );
		self::assertStringNotContainsString( 'amicable_confirm_live', $this->notices( false ), 'Without a shop there is nothing to ask.' );
		$answer = $this->rest( 'POST', '/offboardings', $this->any_start(), [ 'Idempotency-Key' => 'start-on-staging' ] );
		$this->refused( 409, 'amicable_staging', $answer );
	}

	public function test_a_changed_line_of_the_log_is_found_and_an_erased_one_is_not_missed(): void {
		$log = $this->house->log;
		for ( $line = 1; $line <= 5; $line++ ) {
			$log->append( 'case_moved', 'case', 1, 7, 1, [ 'to' => 'open', 'reason' => "Line $line" ] );
		}
		global $wpdb;
		$payloads = $this->graph->database()->table( 'log_payloads' );
		$table    = $this->graph->database()->table( 'log' );
		$last     = (int) $wpdb->get_var( "SELECT MAX(id) FROM $table" );

		$wpdb->query( "DELETE FROM $payloads WHERE log_id = $last - 1" );
		self::assertTrue( $log->verify()['intact'], 'What was erased breaks nothing.' );
		$wpdb->query( "UPDATE $payloads SET payload = REPLACE(payload, 'Line 2', 'Line X') WHERE log_id = $last - 3" );
		self::assertSame( $last - 3, $log->verify()['broken_at'] );
		$wpdb->query( "UPDATE $payloads SET payload = REPLACE(payload, 'Line X', 'Line 2') WHERE log_id = $last - 3" );
		self::assertTrue( $log->verify()['intact'] );
		$wpdb->query( "UPDATE $table SET user_id = 99 WHERE id = $last - 2" );
		self::assertSame( $last - 2, $log->verify()['broken_at'] );
		$wpdb->query( "DELETE FROM $table WHERE id = $last - 2" );
		self::assertSame( $last - 1, $log->verify()['broken_at'] );
	}

	public function test_many_writers_make_one_chain(): void {
		if ( ! function_exists( 'pcntl_fork' ) ) {
			self::markTestSkipped( 'This PHP cannot start processes (pcntl).' );
		}
		$log   = new LogChain( $this->graph->database(), $this->clock );
		$write = static function () use ( $log ): bool {
			for ( $line = 0; $line < 20; $line++ ) {
				$log->append( 'case_moved', 'case', 1, 7, 1, [ 'line' => $line ] );
			}

			return true;
		};
		self::assertSame( array_fill( 0, 8, true ), Processes::at_once( array_fill( 0, 8, $write ) ) );
		$verdict = $log->verify();

		self::assertTrue( $verdict['intact'] );
		self::assertGreaterThanOrEqual( 160, $verdict['rows'] );
	}

	public function test_a_parting_over_what_still_runs_gives_that_back_ends_all_access_and_is_judged_by_it(): void {
		$this->clock->forward( -800 * DAY_IN_SECONDS );
		$old     = $this->order( [ 'total' => 9900 ] );
		$expired = $this->license( $old );
		$file    = $this->graph->sample()->access->add_download( $old->id, 'old.zip' );
		$this->clock->forward( 740 * DAY_IN_SECONDS );
		$runs    = $this->order();
		$license = $this->license( $runs );
		$this->clock->forward( 60 * DAY_IN_SECONDS );
		$this->graph->sample()->access->set_license_status( (int) $expired, 'expired' );
		$case = $this->case_of( $runs );

		$all = $this->ask( 'POST', '/offboardings/plan', [ 'customer_id' => $case['customer_id'], 'kind' => 'part_ways', 'scope' => 'all' ] );
		self::assertSame( [ 2, [ [ 'minor' => 14800, 'currency' => 'USD' ] ] ], [ $all['orders'], $all['totals'] ] );
		self::assertNotSame( [], array_filter( $all['warnings'], static fn ( string $warning ): bool => str_contains( $warning, 'accountant' ) ) );
		$plan = $this->ask( 'POST', '/offboardings/plan', [ 'customer_id' => $case['customer_id'], 'kind' => 'part_ways', 'scope' => 'running' ] );
		self::assertSame( [], ( new Schema() )->errors( 'offboardings.plan', $plan ) );
		self::assertSame( [ 1, [ [ 'minor' => 4900, 'currency' => 'USD' ] ] ], [ $plan['orders'], $plan['totals'] ] );
		self::assertNotSame( $all['hash'], $plan['hash'] );

		$run = $this->json( $this->start_over_rest( $plan, [ 'case_id' => $case['id'], 'reason' => 'Agreed by phone' ] ) );
		wp_set_current_user( $this->admin );
		$this->ask( 'POST', "/offboardings/{$run['id']}/approve" );
		$done = $this->run_to_the_end( $run['id'] );

		self::assertSame( [ 'completed', 'running' ], [ $done['state'], $done['scope'] ] );
		self::assertCount( 1, $this->payouts( $runs ) );
		self::assertSame( [], $this->payouts( $old ) );
		self::assertSame( 'disabled', $this->graph->sample()->licenses->license( $license )?->status );
		self::assertSame( '0', $this->graph->sample()->access->download( $file )['is_open'] ?? null, 'Old files close too.' );
		$lines = array_column( array_filter( $done['proof']['obligations'], static fn ( array $line ): bool => $line['check'] === 1 ), 'state', 'ref' );
		self::assertSame( [ $old->key() => 'outside' ], $lines );
	}

	/** @return array<string, mixed> */
	private function case_of( OrderRef $order ): array {
		return $this->ask( 'POST', '/cases', [ 'customer_id' => $this->customer_of( $order ), 'order' => $order->to_array() ] );
	}

	/**
	 * @param array<string, mixed> $case
	 * @param array<string, mixed> $more
	 */
	private function move( array $case, string $to, array $more = [] ): WP_REST_Response {
		return $this->send( 'POST', "/cases/{$case['id']}/events", [ 'to' => $to, 'version' => $case['version'] ] + $more );
	}

	/**
	 * @param array<string, mixed> $plan
	 * @param array<string, mixed> $more
	 */
	private function start_over_rest( array $plan, array $more ): WP_REST_Response {
		$body = [
			'plan_hash'      => $plan['hash'],
			'customer_id'    => $plan['customer_id'],
			'kind'           => $plan['kind'],
			'scope'          => $plan['scope'],
			'confirm_orders' => $plan['orders'],
			'confirm_totals' => $plan['totals'],
		];

		return $this->rest( 'POST', '/offboardings', $body + $more, [ 'X-Amicable-Mode' => 'practice', 'Idempotency-Key' => bin2hex( random_bytes( 8 ) ) ] );
	}

	private function notices( bool $has_shop ): string {
		remove_all_actions( 'admin_notices' );
		( new LiveSite( static fn (): bool => $has_shop ) )->register();
		ob_start();
		do_action( 'admin_notices' );

		return (string) ob_get_clean();
	}

	/** @return array<string, mixed> */
	private function any_start(): array {
		return [
			'plan_hash'      => str_repeat( 'a', 64 ),
			'customer_id'    => 1,
			'kind'           => 'refund',
			'scope'          => [ 'orders' => [ [ 'store' => 'woocommerce', 'id' => 1 ] ] ],
			'confirm_orders' => 1,
			'confirm_totals' => [],
		];
	}

	/** @return array<string, mixed> */
	private function run_to_the_end( int $run_id ): array {
		for ( $turn = 0; $turn < 40; $turn++ ) {
			$run = $this->ask( 'POST', "/offboardings/$run_id/run" );
			if ( $run['state'] !== 'running' ) {
				return $run;
			}
		}
		self::fail( 'The run never ends.' );
	}

	/**
	 * @param array<string, mixed> $body
	 * @return array<string, mixed>
	 */
	private function ask( string $method, string $path, array $body = [] ): array {
		$answer = $this->send( $method, $path, $body );
		$data   = $this->json( $answer );
		self::assertLessThan( 300, $answer->get_status(), "$method $path: " . (string) json_encode( $data ) );

		/** @var array<string, mixed> */
		return $data;
	}

	/** @param array<string, mixed> $body */
	private function send( string $method, string $path, array $body = [] ): WP_REST_Response {
		return $this->rest( $method, $path, $body, [ 'X-Amicable-Mode' => 'practice' ] );
	}

	private function refused( int $status, string $code, WP_REST_Response $answer, ?string $gate = null ): void {
		$data = $this->json( $answer );
		self::assertSame( [ $status, $code ], [ $answer->get_status(), $data['code'] ?? null ], (string) json_encode( $data ) );
		if ( $gate !== null ) {
			self::assertSame( $gate, $data['data']['gate'] ?? null );
		}
		self::assertNotSame( '', $data['message'] );
	}
}
