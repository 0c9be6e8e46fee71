<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Runs;

use Amicable\Mail\WordPressMailer;
use Amicable\Offboarding\Kind;
use Amicable\Offboarding\RunState;
use Amicable\Offboarding\Scope;
use Amicable\Offboarding\StepState;
use Amicable\Runs\Assembly;
use Amicable\Runs\StartOptions;
use Amicable\Stores\OrderRef;
use PHPUnit\Framework\Attributes\TestWith;

/** Money at once, licenses on a day: what the customer's own customers rest on does not go dark over night. */
final class LicensesEndTest extends RunsTestCase {

	public function test_the_money_goes_back_at_once_and_sites_licenses_proof_and_receipt_wait_for_the_day(): void {
		$this->house = new Assembly( $this->graph, $this->trap, mailer: new WordPressMailer() );
		$order       = $this->order();
		$license     = $this->license( $order, 2 );
		$end         = $this->clock->now()->modify( '+10 days' );
		$run         = $this->start( $this->plan_of( $order ), options: new StartOptions( receipt: true, licenses_end: $end ) );
		$this->advance( $run->id );

		self::assertCount( 1, $this->payouts( $order ) );
		self::assertSame( RunState::Waiting, $this->house->runner->get( $run->id )->state );
		self::assertEqualsWithDelta( $end->getTimestamp(), (int) $this->house->runner->next_at( $run->id )?->getTimestamp(), 2 );
		self::assertSame( [ 'active', 2 ], $this->license_now( $license ) );
		self::assertSame( [], $this->outbox->mails );
		self::assertStringContainsString( 'Left alone until', (string) $this->step( $run, "disable_license:sample:$license" )->message );

		$this->clock->forward( 10 * DAY_IN_SECONDS + 5 );
		$this->advance( $run->id );
		self::assertSame( RunState::Completed, $this->house->runner->get( $run->id )->state );
		self::assertSame( [ 'disabled', 0 ], $this->license_now( $license ) );
		self::assertCount( 1, $this->outbox->mails );
		self::assertCount( 1, $this->payouts( $order ) );
	}

	public function test_a_payout_by_hand_does_not_wait_for_the_day_to_be_seen(): void {
		$order = $this->order( [ 'gateway' => 'toy_manual' ] );
		$this->license( $order );
		$run = $this->start( $this->plan_of( $order ), options: new StartOptions( licenses_end: $this->clock->now()->modify( '+10 days' ) ) );
		$this->advance( $run->id );
		self::assertSame( RunState::NeedsAttention, $this->house->runner->get( $run->id )->state );

		$this->house->control->settle( $this->house->runner->get( $run->id ), "refund:{$order->key()}", 'paid', 'By bank transfer', $this->admin );
		$this->advance( $run->id );
		self::assertSame( StepState::Done, $this->state_of_refund( $run, $order ) );
		self::assertSame( RunState::Waiting, $this->house->runner->get( $run->id )->state );
	}

	#[TestWith( [ '+0 days', 400 ] )]
	#[TestWith( [ '+31 days', 400 ] )]
	#[TestWith( [ '+20 days', 202 ] )]
	public function test_the_day_lies_between_tomorrow_and_thirty_days_on( string $when, int $status ): void {
		$order = $this->order();
		$this->license( $order );
		$plan = $this->plan_of( $order );
		$body = [
			'plan_hash'      => $plan->hash( $this->clock->now()->getTimestamp() ),
			'customer_id'    => $plan->customer_id,
			'kind'           => 'refund',
			'scope'          => $plan->scope->to_value(),
			'confirm_orders' => 1,
			'confirm_totals' => $plan->totals()->to_array(),
			'licenses_end'   => $this->clock->now()->setTimezone( wp_timezone() )->modify( $when )->format( 'Y-m-d' ),
		];
		wp_set_current_user( $this->admin );
		$answer = $this->rest( 'POST', '/offboardings', $body, [ 'X-Amicable-Mode' => 'practice', 'Idempotency-Key' => wp_generate_uuid4() ] );

		self::assertSame( $status, $answer->get_status(), (string) wp_json_encode( $answer->get_data() ) );
		self::assertSame( $status === 400 ? [ 'licenses_end' ] : [], array_keys( (array) ( $answer->get_data()['data']['params'] ?? [] ) ) );
	}

	/** Until nothing is due now. */
	private function advance( int $run_id ): void {
		for ( $turn = 0; $turn < 40; $turn++ ) {
			$this->house->runner->advance( $run_id );
		}
	}

	private function plan_of( OrderRef $order ): \Amicable\Offboarding\Plan {
		return $this->plan( $this->customer_of( $order ), Kind::Refund, Scope::orders( $order ) );
	}

	/** @return array{string, int} */
	private function license_now( string $id ): array {
		$license = $this->graph->sample()->licenses->license( $id );

		return [ $license->status ?? '', count( $license->activations ?? [] ) ];
	}
}
