<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\Support;

use Amicable\Capability;
use Amicable\Graph;
use Amicable\Mode;
use Amicable\Plugin;
use WP_REST_Response;
use WP_User;

/** Plans, starts and approves over REST, as the screens do. */
trait PartsWays {

	private WP_User $starter;

	private WP_User $approver;

	protected function two_people(): void {
		$this->approver = $this->as_role( 'administrator' );
		$this->starter  = $this->as_role( 'administrator' );
		$this->wait_for_nobody();
	}

	/** What an owner can choose: a parting begins right after its approval. */
	private function wait_for_nobody(): void {
		$settings = $this->graph()->settings()->current();
		$this->graph()->settings()->save( $settings->with( [ 'limits' => [ 'part_ways_delay_minutes' => 0 ] ] ), $settings->version );
	}

	protected function graph(): Graph {
		return Plugin::instance()->graph( Mode::Live );
	}

	/** @return array<string, mixed> */
	protected function plan( int $customer ): array {
		$answer = $this->rest( 'POST', '/offboardings/plan', [ 'customer_id' => $customer, 'kind' => 'part_ways', 'scope' => 'all' ] );
		self::assertSame( 200, $answer->get_status(), (string) wp_json_encode( $answer->get_data() ) );

		return $this->json( $answer );
	}

	protected function case_of( int $customer ): int {
		return (int) $this->json( $this->rest( 'POST', '/cases', [ 'customer_id' => $customer, 'reason' => 'Wrote again.' ] ) )['id'];
	}

	/** @param array<string, mixed> $plan */
	protected function start( int $customer, array $plan, int $case ): WP_REST_Response {
		return $this->rest(
			'POST',
			'/offboardings',
			[
				'plan_hash'      => $plan['hash'],
				'customer_id'    => $customer,
				'kind'           => 'part_ways',
				'scope'          => 'all',
				'confirm_orders' => count( array_filter( $plan['items'], static fn ( array $item ): bool => $item['kind'] === 'refund' && $item['action'] === 'do' ) ),
				'confirm_totals' => $plan['totals'],
				'case_id'        => $case,
				'reason'         => 'Agreed by phone.',
				'receipt'        => true,
				'hold_mails'     => true,
			],
			[ 'Idempotency-Key' => wp_generate_uuid4() ]
		);
	}

	/** @param array<string, mixed> $plan */
	protected function started( int $customer, array $plan ): int {
		$case = $this->case_of( $customer );
		$ours = $this->whom_the_shop_gave_no_right();
		self::assertSame( [ 403, 'amicable_shop_right_missing' ], self::refusal( $this->start( $customer, $plan, $case ) ) );
		wp_set_current_user( $this->starter->ID );
		$answer = $this->start( $customer, $plan, $case );
		self::assertSame( 202, $answer->get_status(), (string) wp_json_encode( $answer->get_data() ) );
		$run = $this->json( $answer );
		self::assertSame( 'awaiting_approval', $run['state'] );
		wp_set_current_user( $ours->ID );
		self::assertSame( [ 403, 'amicable_shop_right_missing' ], self::refusal( $this->rest( 'POST', "/offboardings/{$run['id']}/approve" ) ) );
		wp_set_current_user( $this->approver->ID );
		$approved = $this->rest( 'POST', "/offboardings/{$run['id']}/approve" );
		wp_set_current_user( $this->starter->ID );
		self::assertSame( 200, $approved->get_status(), (string) wp_json_encode( $approved->get_data() ) );

		return (int) $run['id'];
	}

	/** May do with us what they like, and nothing with the shop's orders. */
	private function whom_the_shop_gave_no_right(): WP_User {
		$user = $this->as_role( 'subscriber' );
		foreach ( [ Capability::VIEW, Capability::CASES, Capability::OFFBOARD, Capability::APPROVE ] as $capability ) {
			$user->add_cap( $capability );
		}

		return $user;
	}

	/** @return array{int, string} */
	private static function refusal( WP_REST_Response $answer ): array {
		return [ $answer->get_status(), (string) ( ( (array) $answer->get_data() )['code'] ?? '' ) ];
	}

	/**
	 * As long as a screen is open; what has to be paid by hand is said to be paid.
	 *
	 * @return array<string, mixed>
	 */
	protected function run_to_its_end( int $id ): array {
		$run = [];
		for ( $turn = 0; $turn < 60 && ( $run['state'] ?? '' ) !== 'completed'; $turn++ ) {
			$answer = $this->rest( 'POST', "/offboardings/$id/run" );
			self::assertSame( 200, $answer->get_status(), (string) wp_json_encode( $answer->get_data() ) );
			$run    = $this->json( $answer );
			$manual = array_values( array_filter( $run['steps'], static fn ( array $step ): bool => $step['state'] === 'manual' ) );
			if ( $run['state'] !== 'needs_attention' || $manual === [] ) {
				continue;
			}

			$settled = $this->rest( 'POST', "/offboardings/$id/steps/{$manual[0]['key']}/settle", [ 'outcome' => 'paid', 'note' => 'Transferred.' ] );
			self::assertSame( 200, $settled->get_status(), (string) wp_json_encode( $settled->get_data() ) );
		}

		return $run;
	}

	/**
	 * Asks back all that the page of a run offers.
	 *
	 * @return array<string, mixed> The run afterwards.
	 */
	protected function given_back( int $id ): array {
		$run = $this->json( $this->rest( 'GET', "/offboardings/$id" ) );
		foreach ( $run['steps'] as $step ) {
			if ( ( $step['undo']['state'] ?? '' ) === 'possible' ) {
				$answer = $this->rest( 'POST', "/offboardings/$id/steps/" . rawurlencode( $step['key'] ) . '/undo', [ 'version' => $run['version'], 'reason' => 'They paid again.' ] );
				self::assertSame( 200, $answer->get_status(), (string) wp_json_encode( $answer->get_data() ) );
				$run = $this->json( $answer );
			}
		}

		return $run;
	}
}
