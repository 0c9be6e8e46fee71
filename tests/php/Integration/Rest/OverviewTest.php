<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Rest;

use Amicable\Mode;
use Amicable\Plugin;
use Amicable\Tests\Support\Canary;
use Amicable\Tests\Support\IntegrationTestCase;

final class OverviewTest extends IntegrationTestCase {

	public function test_without_any_ticket_nothing_is_said_about_support(): void {
		$this->as_role( 'administrator' );
		$overview = $this->overview();

		self::assertNull( $overview['support'] );
		self::assertSame( [ 'customers' => 0, 'orders' => 0, 'orders_not_converted' => 0, 'high_value' => 0, 'paid' => [], 'refunded' => [], 'fees' => [] ], $overview['figures'] );
		self::assertSame( 'idle', $overview['import']['state'] );
	}

	public function test_what_needs_a_person_comes_by_urgency(): void {
		$this->as_role( 'administrator' );
		$canary   = new Canary();
		$database = Plugin::instance()->graph( Mode::Live )->database();
		foreach ( [ 'awaiting_approval', 'needs_attention', 'completed' ] as $state ) {
			$database->insert( 'runs', [ 'customer_id' => $canary->customer, 'kind' => 'refund', 'state' => $state, 'plan_hash' => str_repeat( 'a', 64 ), 'started_by' => 1, 'created_at' => '2026-02-01 00:00:00', 'updated_at' => '2026-02-01 00:00:00' ] );
		}
		$stranger = (int) $database->insert( 'customers', [ 'name' => '', 'email' => 'stranger@example.com', 'created_at' => '2026-01-01 00:00:00', 'updated_at' => '2026-01-01 00:00:00' ] );
		$database->insert( 'accounts', [ 'customer_id' => $stranger, 'last_ticket_at' => '2026-02-01 00:00:00', 'as_of' => '2026-02-04 00:00:00', 'updated_at' => '2026-02-04 00:00:00' ] );
		$today = $this->overview()['today'];

		self::assertSame( [ 'run_attention', 'run_approval', 'dispute', 'flag', 'flag', 'unmatched' ], array_column( $today, 'kind' ) );
		self::assertSame( Canary::WORD . ': Refund and end license', $today[0]['label'] );
		self::assertSame( 'stranger@example.com', $today[5]['label'] );
	}

	public function test_sums_that_take_long_are_kept_with_their_time_and_renewed_by_a_job(): void {
		$this->as_role( 'administrator' );
		new Canary();
		$kept  = [ 'as_of' => '2026-01-01 00:00:00', 'currency' => 'USD', 'totals' => [ 'customers' => '41' ], 'paid' => [], 'rates_missing' => [] ];
		update_option( 'amicable_overview', $kept, false );

		self::assertSame( [ '2026-01-01T00:00:00Z', 41 ], [ $this->overview()['as_of'], $this->overview()['figures']['customers'] ] );
		self::assertGreaterThan( 0, $this->run_jobs() );
		self::assertGreaterThan( '2026-01-02T00:00:00Z', $this->overview()['as_of'] );
		self::assertNotSame( 41, $this->overview()['figures']['customers'] );
		self::assertFalse( get_option( 'amicable_overview' ) );
	}

	public function test_kept_sums_of_another_base_currency_are_not_shown(): void {
		$this->as_role( 'administrator' );
		new Canary();
		update_option( 'amicable_overview', [ 'as_of' => gmdate( 'Y-m-d H:i:s' ), 'currency' => 'EUR', 'totals' => [ 'customers' => '41' ], 'paid' => [], 'rates_missing' => [] ], false );

		self::assertSame( 1, $this->overview()['figures']['customers'] );
	}

	/** @return array<string, mixed> */
	private function overview(): array {
		return $this->json( $this->rest( 'GET', '/overview' ) );
	}
}
