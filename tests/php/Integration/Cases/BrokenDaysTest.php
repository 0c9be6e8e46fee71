<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Cases;

use Amicable\Storage\PersonalData;
use Amicable\Stores\OrderRef;
use Amicable\Tests\Integration\Runs\RunsTestCase;
use WP_REST_Response;

/** What happens to a case while other things happen to its customer. */
final class BrokenDaysTest extends RunsTestCase {

	private const TICK = [ [ 'question' => 'everybody', 'yes' => true ] ];

	public function test_two_who_are_one_have_one_open_case_and_nothing_that_was_sent_goes_out_again(): void {
		$one    = $this->case_of( $this->order() );
		$other  = $this->case_of( $this->order( [ 'email' => 'same.person@example.com' ] ) );
		$letter = $this->ask( 'POST', "/cases/{$other['id']}/messages", [ 'template' => 'lock_invoice', 'language' => 'en' ] );
		$sent   = $this->send_letter( $other, $letter );
		self::assertSame( 200, $sent->get_status(), (string) wp_json_encode( $sent->get_data() ) );
		$warned = $this->ask( 'POST', "/cases/{$one['id']}/events", [ 'to' => 'warned', 'version' => $one['version'] ] );

		$into = $this->ask( 'GET', "/customers/{$one['customer_id']}" );
		$this->ask( 'POST', "/customers/{$one['customer_id']}/merge", [ 'customer_id' => $other['customer_id'], 'version' => $into['version'] ] );
		self::assertSame( $one['id'], $this->ask( 'POST', '/cases', [ 'customer_id' => $other['customer_id'] ] )['id'], 'Whoever opens one for either finds the one that came further.' );
		self::assertGreaterThanOrEqual( 400, $this->send( 'POST', "/cases/{$other['id']}/events", [ 'to' => 'warned', 'version' => $other['version'] ] )->get_status(), 'A screen from before moves nothing.' );
		self::assertGreaterThanOrEqual( 400, $this->send_letter( $other, $this->json( $sent ) )->get_status() );
		self::assertCount( 1, array_filter( $this->house->log->of( 'letter', $letter['id'] ), static fn ( array $row ): bool => $row['what'] === 'letter_sent' ) );
		self::assertSame( 'recovered', $this->ask( 'POST', "/cases/{$one['id']}/events", [ 'to' => 'recovered', 'version' => $this->ask( 'GET', "/cases/{$one['id']}" )['version'] ] )['stage'] );
		self::assertSame( 'warned', $warned['stage'] );
	}

	public function test_whoever_is_erased_leaves_a_case_that_can_be_read_and_ended_and_drafts_that_go_nowhere(): void {
		$case  = $this->case_of( $this->order() );
		$draft = $this->ask( 'POST', "/cases/{$case['id']}/messages", [ 'template' => 'lock_invoice', 'language' => 'en' ] );
		$data  = new PersonalData( $this->graph->database() );
		foreach ( $data->erased() as $table ) {
			$data->erase( $table, [ $case['customer_id'] ] );
		}
		foreach ( [ '', '/chance', '/conversation', '/evidence', '/messages', "/messages/{$draft['id']}" ] as $part ) {
			self::assertSame( 200, $this->send( 'GET', "/cases/{$case['id']}$part" )->get_status(), $part );
		}
		self::assertSame( 409, $this->send_letter( $case, $draft )->get_status(), 'The draft that was seen is no more.' );
		self::assertGreaterThanOrEqual( 400, $this->send_letter( $case, $this->ask( 'GET', "/cases/{$case['id']}/messages/{$draft['id']}" ) )->get_status(), 'Nor can what is left of it go.' );
		self::assertSame( 'dismissed', $this->ask( 'POST', "/cases/{$case['id']}/events", [ 'to' => 'dismissed', 'version' => $case['version'], 'reason' => 'Erased' ] )['stage'] );
	}

	public function test_a_license_that_somebody_disabled_meanwhile_makes_the_plan_stale_and_a_run_says_that_it_was_so(): void {
		$order   = $this->order();
		$license = $this->license( $order );
		$second  = $this->license( $order );
		$case    = $this->case_of( $order );
		$seen    = $this->plan_for( $case );
		$this->graph->sample()->licenses->disable( $license );
		self::assertSame( [ 409, 'amicable_plan_stale' ], [ $this->start_case( $seen, $case )->get_status(), $this->start_case( $seen, $case )->get_data()['code'] ] );
		self::assertSame( [], $this->payouts( $order ) );

		$run = $this->json( $this->start_case( $this->plan_for( $case ), $case ) );
		$this->as_role( 'administrator' );
		$this->ask( 'POST', "/offboardings/{$run['id']}/approve" );
		$this->graph->sample()->licenses->disable( $second );
		for ( $turn = 0; $turn < 30 && $run['state'] !== 'completed'; $turn++ ) {
			$run = $this->ask( 'POST', "/offboardings/{$run['id']}/run" );
		}
		self::assertSame( [ 'completed', 1 ], [ $run['state'], count( $this->payouts( $order ) ) ] );
		self::assertNotContains( 'open', array_column( $run['proof']['obligations'], 'state' ) );
		self::assertSame( 'closed', $this->ask( 'GET', "/cases/{$case['id']}" )['stage'] );
	}

	/** @return array<string, mixed> */
	private function case_of( OrderRef $order ): array {
		return $this->ask( 'POST', '/cases', [ 'customer_id' => $this->customer_of( $order ) ] );
	}

	/**
	 * @param array<string, mixed> $case
	 * @return array<string, mixed>
	 */
	private function plan_for( array $case ): array {
		return $this->ask( 'POST', '/offboardings/plan', [ 'customer_id' => $case['customer_id'], 'kind' => 'part_ways', 'scope' => 'all' ] );
	}

	/**
	 * @param array<string, mixed> $plan
	 * @param array<string, mixed> $case
	 */
	private function start_case( array $plan, array $case ): WP_REST_Response {
		return $this->send( 'POST', '/offboardings', [ 'plan_hash' => $plan['hash'], 'customer_id' => $plan['customer_id'], 'kind' => 'part_ways', 'scope' => 'all', 'confirm_orders' => $plan['orders'], 'confirm_totals' => $plan['totals'], 'case_id' => $case['id'], 'reason' => 'Agreed' ] );
	}

	/**
	 * @param array<string, mixed> $case
	 * @param array<string, mixed> $letter
	 */
	private function send_letter( array $case, array $letter ): WP_REST_Response {
		return $this->send( 'POST', "/cases/{$case['id']}/messages/{$letter['id']}/send", [ 'version' => $letter['version'], 'via' => 'mail', 'answers' => self::TICK ] );
	}

	/** @param array<string, mixed> $body */
	private function ask( string $method, string $path, array $body = [] ): mixed {
		$answer = $this->send( $method, $path, $body );
		self::assertLessThan( 300, $answer->get_status(), "$method $path: " . wp_json_encode( $answer->get_data() ) );

		return $this->json( $answer );
	}

	/** @param array<string, mixed> $body */
	private function send( string $method, string $path, array $body = [] ): WP_REST_Response {
		return $this->rest( $method, $path, $body, [ 'X-Amicable-Mode' => 'practice', 'Idempotency-Key' => wp_generate_uuid4() ] );
	}
}
