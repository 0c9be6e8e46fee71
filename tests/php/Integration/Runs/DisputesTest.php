<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Runs;

use Amicable\Offboarding\Caution;
use Amicable\Offboarding\Kind;
use Amicable\Offboarding\RunState;
use Amicable\Offboarding\Scope;
use Amicable\Offboarding\StepState;
use Amicable\Offboarding\Why;
use Amicable\Rest\Schema;
use Amicable\Storage\Disputes;
use Amicable\Stores\DisputeNews;
use Amicable\Stores\DisputeStatus;
use Amicable\Stores\OrderRef;
use Amicable\Tests\Support\AssertsShapes;
use Amicable\Values\Money;
use PHPUnit\Framework\Attributes\DataProvider;

/** What a disputed charge does to plans, runs and figures, as the gateway tells it: late, early, twice. */
final class DisputesTest extends RunsTestCase {

	use AssertsShapes;

	private int $heard = 0;

	/** @return iterable<string, array{DisputeStatus, Why|null}> */
	public static function states(): iterable {
		yield 'open: never' => [ DisputeStatus::Open, Why::DisputeOpen ];
		yield 'lost: never' => [ DisputeStatus::Lost, Why::DisputeLost ];
		yield 'won: yes' => [ DisputeStatus::Won, null ];
		yield 'an inquiry: yes' => [ DisputeStatus::Warning, null ];
	}

	#[DataProvider( 'states' )]
	public function test_the_plan_says_of_each_order_whether_its_money_may_go_back( DisputeStatus $status, ?Why $why ): void {
		$order = $this->order();
		$other = $this->order();
		$this->say( $order, DisputeStatus::Open );
		$this->say( $order, $status );

		$plan  = $this->plan( $this->customer_of( $order ), Kind::Refund, Scope::orders( $order, $other ) );
		$items = array_column( array_map( static fn ( object $item ): array => [ $item->key(), $item ], $plan->items ), 1, 0 );

		self::assertSame( [ $why === null, $why ], [ $items[ "refund:{$order->key()}" ]->will, $items[ "refund:{$order->key()}" ]->why ] );
		self::assertTrue( $items[ "refund:{$other->key()}" ]->will, 'The other order keeps its own way.' );
		self::assertSame( $status === DisputeStatus::Warning, in_array( Caution::Inquiry, array_column( $plan->warnings, 'caution' ), true ) );
	}

	public function test_a_dispute_that_opens_while_a_run_is_under_way_keeps_the_money_and_calls_a_person(): void {
		$order = $this->order();
		$run   = $this->start_refund( $order );
		$this->say( $order, DisputeStatus::Open, 'practice_bank' );
		$run = $this->drive( $run->id );

		self::assertSame( [ StepState::Skipped, RunState::NeedsAttention, [] ], [ $this->state_of_refund( $run, $order ), $run->state, $this->payouts( $order ) ] );
		self::assertSame( 'open', $this->shape_of( $run->id )['disputes'][0]['status'] );
	}

	public function test_a_dispute_that_opens_after_a_run_is_an_alarm_and_reopens_nothing(): void {
		$order = $this->order();
		$run   = $this->drive( $this->start_refund( $order )->id );
		self::assertSame( RunState::Completed, $run->state );
		self::assertSame( [], $this->shape_of( $run->id )['disputes'] );

		$this->say( $order, DisputeStatus::Open, 'stripe', fee: 1500 );

		self::assertSame( RunState::Completed, $this->house->runner->get( $run->id )->state );
		self::assertCount( 1, $this->payouts( $order ) );
		self::assertSame( [], $this->house->claims->on_orders( [ $order ] ) );
		self::assertSame( 'open', $this->shape_of( $run->id )['disputes'][0]['status'] );
		$today = array_values( array_filter( $this->answer( 'GET', '/overview' )['today'], static fn ( array $todo ): bool => $todo['kind'] === 'dispute' ) );
		self::assertCount( 1, $today );
		self::assertStringContainsString( 'is disputed', $today[0]['label'] );

		$this->say( $order, DisputeStatus::Won );
		self::assertSame( [ 'completed', [] ], [ $this->shape_of( $run->id )['state'], $this->shape_of( $run->id )['disputes'] ] );
	}

	public function test_its_fee_is_booked_to_the_customer_once_in_the_currency_it_was_taken_in(): void {
		$order = $this->order( [ 'currency' => 'USD' ] );
		$word  = $this->news( $order, DisputeStatus::Open, 'stripe', 1500 );
		foreach ( [ $word, $word, $this->news( $order, DisputeStatus::Open, 'stripe', 1500 ), $this->news( $order, DisputeStatus::Lost, 'stripe', 1500 ), $word ] as $news ) {
			$this->graph->dispute_recorder()->record( $news );
		}

		self::assertSame( '1500', $this->graph->accounts()->row( $this->customer_of( $order ) )['dispute_fees'] ?? null );
		self::assertSame( '1', $this->graph->database()->value( "SELECT COUNT(*) FROM {$this->graph->database()->table( 'disputes' )}" ) );
	}

	public function test_its_fee_goes_along_when_the_order_turns_out_to_be_somebody_elses(): void {
		$order = $this->order();
		$this->say( $order, DisputeStatus::Open, 'stripe', 1500 );
		$first = $this->customer_of( $order );
		$this->graph->database()->write( "UPDATE {$this->graph->database()->table( 'shop_orders' )} SET email = 'other@example.com' WHERE id = %d", [ $order->id ] );
		$this->graph->projector()->order_changed( $order );

		self::assertNotSame( $first, $this->customer_of( $order ) );
		self::assertSame( [ '0', '1500' ], [ $this->graph->accounts()->row( $first )['dispute_fees'] ?? null, $this->graph->accounts()->row( $this->customer_of( $order ) )['dispute_fees'] ?? null ] );
	}

	public function test_when_disputes_were_lost_is_asked_in_one_statement_however_many_orders(): void {
		$orders = [ $this->order(), $this->order(), $this->order(), $this->order() ];
		foreach ( [ DisputeStatus::Lost, DisputeStatus::Lost, DisputeStatus::Won ] as $place => $status ) {
			$this->say( $orders[ $place ], $status );
		}
		$asked = 0;
		add_filter(
			'query',
			static function ( string $sql ) use ( &$asked ): string {
				++$asked;

				return $sql;
			}
		);

		$lost = ( new Disputes( $this->graph->database() ) )->lost_at( $orders );

		self::assertSame( 1, $asked );
		self::assertEqualsCanonicalizing( [ $orders[0]->key(), $orders[1]->key() ], array_keys( $lost ) );
		self::assertSame( [], ( new Disputes( $this->graph->database() ) )->lost_at( [] ) );
	}

	public function test_a_webhook_that_is_earlier_than_its_order_waits_for_it(): void {
		$early = new DisputeNews( 'sample', 'dp_early', 'evt_early', 'stripe', DisputeStatus::Open, $this->clock->now(), null, 'toy_early', new Money( 4900, 'USD' ) );
		$this->graph->dispute_recorder()->record( $early );
		$job = $this->graph->job( 'fold_disputes' );
		self::assertSame( [ [] ], $job?->due() );
		$job->run( [] );
		self::assertSame( [ [] ], $job->due(), 'Nobody knows that payment yet.' );

		$order = $this->order();
		$this->graph->database()->write( "UPDATE {$this->graph->database()->table( 'shop_orders' )} SET transaction_id = 'toy_early' WHERE id = %d", [ $order->id ] );
		$job->run( [] );

		self::assertSame( [], $job->due() );
		self::assertSame( 'open', ( new \Amicable\Storage\Disputes( $this->graph->database() ) )->of( $order ) );
	}

	public function test_a_person_says_what_no_gateway_tells_and_gets_the_evidence_sheet(): void {
		$order = $this->order();
		$this->license( $order );
		$sheet = $this->answer( 'POST', "/orders/sample/$order->id/dispute", [ 'status' => 'open', 'deadline_at' => '2031-03-20T00:00:00Z', 'note' => 'A letter from the bank.' ] );

		self::assert_shape( 'disputes.sheet', $sheet );
		self::assertSame( [ 'open', 'person', '2031-03-20T00:00:00Z', 1 ], [ $sheet['status'], $sheet['source'], $sheet['deadline_at'], count( $sheet['licenses'][0]['sites'] ) ] );
		$this->graph->database()->insert( 'letters', [ 'case_id' => 1, 'customer_id' => $sheet['customer_id'], 'state' => 'sent', 'stage' => 'warned', 'template' => '', 'template_version' => 1, 'variant' => '', 'channel' => 'letter', 'language' => 'en', 'recipient' => 'a@example.com', 'subject' => 'About your payment', 'body' => 'Hi', 'facts' => '{}', 'created_by' => 1, 'created_at' => '2026-11-01 10:00:00', 'updated_at' => '2026-11-01 10:00:00', 'sent_at' => '2026-11-01 10:00:00' ] );
		self::assertContains( [ '2026-11-01T10:00:00Z', 'About your payment' ], array_map( static fn ( array $notice ): array => [ $notice['at'], $notice['what'] ], $this->answer( 'GET', "/disputes/{$sheet['id']}" )['notices'] ), 'What we wrote is part of the evidence.' );
		self::assertSame( 'won', $this->answer( 'POST', "/orders/sample/$order->id/dispute", [ 'status' => 'won' ] )['status'] );
		self::assertSame( 'won', $this->answer( 'GET', "/disputes/{$sheet['id']}" )['status'] );
		self::assertSame( 404, $this->rest( 'GET', '/disputes/999999', [], [ 'X-Amicable-Mode' => 'practice' ] )->get_status() );
		$shown = $this->answer( 'GET', "/customers/{$this->customer_of( $order )}/orders" )[0];
		self::assertSame( [ 'won', $sheet['id'], false ], [ $shown['dispute'], $shown['dispute_id'], $shown['kept_closed'] ] );
		self::assertSame( [], ( new Schema() )->errors( 'customers.order', $shown ) );
	}

	public function test_files_that_a_run_closed_are_shown_as_closed_and_opened_by_a_person(): void {
		$order = $this->order();
		$this->drive( $this->start_refund( $order )->id );
		$list = "/customers/{$this->customer_of( $order )}/orders";
		self::assertTrue( $this->answer( 'GET', $list )[0]['kept_closed'] );

		self::assert_shape( 'orders.files', $this->answer( 'POST', "/orders/sample/$order->id/reopen", [ 'reason' => 'Bought again' ] ) );

		self::assertFalse( $this->answer( 'GET', $list )[0]['kept_closed'] );
		self::assertTrue( $this->house->log->verify()['intact'] );
	}

	private function say( OrderRef $order, DisputeStatus $status, string $source = 'stripe', ?int $fee = null ): void {
		$this->clock->forward( 1 );
		$this->graph->dispute_recorder()->record( $this->news( $order, $status, $source, $fee ) );
	}

	private function news( OrderRef $order, DisputeStatus $status, string $source, ?int $fee ): DisputeNews {
		return new DisputeNews( 'sample', "dp_{$order->id}", 'evt_' . ++$this->heard, $source, $status, $this->clock->now(), $order, '', new Money( 4900, 'USD' ), $fee === null ? null : new Money( $fee, 'USD' ), 'fraudulent', deadline_at: $this->clock->now()->modify( '+7 days' ) );
	}

	/** @return array<string, mixed> */
	private function shape_of( int $run_id ): array {
		$run = $this->answer( 'GET', "/offboardings/$run_id" );
		self::assertSame( [], ( new Schema() )->errors( 'offboardings.run', $run ) );

		return $run;
	}

	/**
	 * @param array<string, mixed> $body
	 * @return array<array-key, mixed>
	 */
	private function answer( string $method, string $path, array $body = [] ): array {
		$answer = $this->rest( $method, $path, $body, [ 'X-Amicable-Mode' => 'practice' ] );
		self::assertSame( 200, $answer->get_status(), (string) wp_json_encode( $answer->get_data() ) );

		return $this->json( $answer );
	}
}
