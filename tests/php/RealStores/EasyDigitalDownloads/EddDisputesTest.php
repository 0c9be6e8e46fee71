<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\EasyDigitalDownloads;

use Amicable\Graph;
use Amicable\Mode;
use Amicable\Offboarding\Kind;
use Amicable\Offboarding\Scope;
use Amicable\Plugin;
use Amicable\Storage\Disputes;
use Amicable\Stores\Keys;
use Amicable\Stores\OrderRef;
use Amicable\Tests\RealStores\Support\Bank;
use Amicable\Tests\RealStores\Support\MakesEddOrders;
use Amicable\Tests\Support\IntegrationTestCase;
use EDD\Gateways\PayPal\Webhooks\Webhook_Handler;
use EDD\Gateways\Stripe\Webhooks\Events\ChargeDisputeCreated;
use EDD\Vendor\Stripe\Event;
use WP_REST_Request;

/** EDD's own handlers of Stripe's and PayPal's webhooks; the events are FIXTURES, no provider sent them. */
final class EddDisputesTest extends IntegrationTestCase {

	use MakesEddOrders;

	public function test_stripe_from_the_beginning_to_the_end(): void {
		$order = $this->an_order( [ 'gateway' => 'stripe' ] );
		$this->stripe( $order, 'charge.dispute.created', 'needs_response', 10 );
		$this->stripe( $order, 'charge.dispute.created', 'needs_response', 10 );
		self::assertSame( [ 'on_hold', 'open', false ], [ edd_get_order( $order )->status, $this->recorded( $order ), $this->refunds( $order ) ] );

		$this->stripe( $order, 'charge.dispute.closed', 'won', 20 );
		self::assertSame( [ 'on_hold', 'won', true ], [ edd_get_order( $order )->status, $this->recorded( $order ), $this->refunds( $order ) ], 'EDD leaves it on hold, which says nothing any more.' );
	}

	public function test_after_a_dispute_was_won_the_order_is_given_back_from_where_edd_parked_it(): void {
		$this->as_role( 'administrator' );
		$order = $this->an_order( [ 'gateway' => 'stripe', 'email' => 'robin@example.com' ] );
		$this->stripe( $order, 'charge.dispute.created', 'needs_response', 10 );
		$ref = new OrderRef( 'edd', $order );
		$this->graph()->projector()->order_changed( $ref );
		$request = [ 'customer_id' => (int) $this->graph()->order_facts()->customer_of( $ref ), 'kind' => 'refund', 'scope' => [ 'orders' => [ $ref->to_array() ] ] ];
		$this->stripe( $order, 'charge.dispute.closed', 'won', 20 );

		$plan = $this->json( $this->rest( 'POST', '/offboardings/plan', $request ) );
		$run  = $this->json( $this->rest( 'POST', '/offboardings', [ ...$request, 'plan_hash' => $plan['hash'], 'confirm_orders' => 1, 'confirm_totals' => $plan['totals'] ], [ 'Idempotency-Key' => wp_generate_uuid4() ] ) );
		for ( $turn = 0; $turn < 12 && $run['state'] !== 'completed'; $turn++ ) {
			$run = $this->json( $this->rest( 'POST', "/offboardings/{$run['id']}/run" ) );
		}

		self::assertSame( [ 'completed', 'refunded', [ '49.00' ] ], [ $run['state'], edd_get_order( $order )->status, Bank::payouts( $order ) ], (string) wp_json_encode( $run['steps'] ?? $run ) );
	}

	public function test_stripe_says_lost_and_nothing_is_ever_paid_again(): void {
		$order = $this->an_order( [ 'gateway' => 'stripe' ] );
		$this->stripe( $order, 'charge.dispute.closed', 'lost', 20 );
		$this->stripe( $order, 'charge.dispute.created', 'needs_response', 10 );
		edd_update_order_status( $order, 'complete' );

		self::assertSame( [ 'lost', false ], [ $this->recorded( $order ), $this->refunds( $order ) ] );
	}

	public function test_paypal_begins_a_dispute_and_reverses_a_payment(): void {
		$order = $this->an_order();
		$this->paypal( 'CUSTOMER.DISPUTE.CREATED', 'dispute', [ 'dispute_id' => 'PP-R-1', 'status' => 'OPEN', 'dispute_life_cycle_stage' => 'CHARGEBACK', 'messages' => [], 'dispute_amount' => [ 'currency_code' => 'USD', 'value' => '49.00' ], 'disputed_transactions' => [ [ 'seller_transaction_id' => $this->payment( $order ), 'items' => [ [ 'reason' => 'NOT_RECEIVED' ] ] ] ] ] );
		self::assertSame( [ 'on_hold', 'open', false ], [ edd_get_order( $order )->status, $this->recorded( $order ), $this->refunds( $order ) ] );

		$this->paypal( 'PAYMENT.CAPTURE.REVERSED', 'capture', [ 'id' => $this->payment( $order ), 'custom_id' => (string) $order, 'amount' => [ 'currency_code' => 'USD', 'value' => '49.00' ], 'links' => [] ] );
		self::assertSame( [ 'lost', false ], [ $this->recorded( $order ), $this->refunds( $order ) ] );
	}

	public function test_paypal_ends_a_dispute_by_the_events_that_edd_now_asks_for(): void {
		$order = $this->an_order();
		$all   = [ 'dispute_id' => 'PP-R-1', 'messages' => [], 'disputed_transactions' => [ [ 'seller_transaction_id' => $this->payment( $order ), 'items' => [ [ 'reason' => 'NOT_RECEIVED' ] ] ] ] ];
		$this->paypal( 'CUSTOMER.DISPUTE.CREATED', 'dispute', $all + [ 'status' => 'OPEN', 'dispute_life_cycle_stage' => 'INQUIRY' ], '2026-03-01T10:00:00Z' );
		self::assertSame( 'warning', $this->recorded( $order ) );

		$this->paypal( 'CUSTOMER.DISPUTE.RESOLVED', 'dispute', $all + [ 'status' => 'RESOLVED', 'dispute_outcome' => [ 'outcome_code' => 'RESOLVED_SELLER_FAVOUR' ] ], '2026-03-09T10:00:00Z' );
		self::assertSame( 'won', $this->recorded( $order ) );
	}

	public function test_a_dispute_after_a_full_refund_opens_no_file_and_no_order(): void {
		$order = $this->an_order( [ 'gateway' => 'stripe', 'downloads' => 1, 'refunds' => [ 4900 ] ] );
		$this->stripe( $order, 'charge.dispute.created', 'needs_response', 10 );

		self::assertSame( [ 'open', false ], [ $this->recorded( $order ), $this->refunds( $order ) ] );
		self::assertSame( [], array_filter( $this->graph()->edd()->downloads( [ $order ], new Keys( [], [] ) ), static fn ( object $download ): bool => $download->open ) );
	}

	public function test_the_evidence_sheet_shows_what_edd_keeps(): void {
		$order = $this->an_order( [ 'gateway' => 'stripe', 'downloads' => 1, 'email' => 'robin@example.com' ] );
		edd_update_order( $order, [ 'ip' => '203.0.113.7' ] );
		$item = array_values( edd_get_order( $order )->get_items() )[1];
		edd_add_file_download_log( [ 'product_id' => $item->product_id, 'file_id' => 1, 'order_id' => $order, 'ip' => '203.0.113.7' ] );
		$this->stripe( $order, 'charge.dispute.created', 'needs_response', 10 );
		$this->as_role( 'administrator' );

		$row   = ( new Disputes( $this->graph()->database() ) )->row_of( new OrderRef( 'edd', $order ) );
		$sheet = $this->json( $this->rest( 'GET', "/disputes/{$row['id']}" ) );

		self::assertSame( [], ( new \Amicable\Rest\Schema() )->errors( 'disputes.sheet', $sheet ) );
		self::assertContains( '203.0.113.7', array_column( $sheet['order']['facts'], 'value' ) );
		self::assertSame( [ 'File', '203.0.113.7' ], [ $sheet['downloads'][0]['file'] ?? '', $sheet['downloads'][0]['ip'] ?? '' ] );
	}

	/** As EDD's listener does it: its own event class where it has one, then its hook. */
	private function stripe( int $order, string $type, string $status, int $second ): void {
		$event = Event::constructFrom(
			[
				'id'       => "evt_{$order}_$second",
				'object'   => 'event',
				'type'     => $type,
				'livemode' => true,
				'created'  => 1_700_000_000 + $second,
				'data'     => [
					'object' => [
						'id'                   => "du_$order",
						'object'               => 'dispute',
						'charge'               => $this->payment( $order ),
						'status'               => $status,
						'reason'               => 'fraudulent',
						'amount'               => 4900,
						'currency'             => 'usd',
						'created'              => 1_700_000_000,
						'evidence_details'     => [ 'due_by' => 1_700_600_000 ],
						'balance_transactions' => [ [ 'object' => 'balance_transaction', 'fee' => 1500, 'currency' => 'usd' ] ],
					],
				],
			]
		);
		if ( $type === 'charge.dispute.created' ) {
			( new ChargeDisputeCreated( $event ) )->process();
		}
		do_action( "edds_stripe_event_$type", $event );
	}

	/** @param array<string, mixed> $resource */
	private function paypal( string $type, string $of, array $resource, string $at = '2026-03-01T10:00:00Z' ): void {
		$request = new WP_REST_Request( 'POST', '/edd/webhooks/v1/paypal' );
		$request->set_header( 'Content-Type', 'application/json' );
		$request->set_body( (string) wp_json_encode( [ 'id' => "WH-$type", 'event_type' => $type, 'resource_type' => $of, 'create_time' => $at, 'resource' => $resource ] ) );
		$answer = ( new Webhook_Handler() )->handle_request( $request );
		self::assertSame( 200, $answer->get_status(), (string) wp_json_encode( $answer->get_data() ) );
	}

	private function payment( int $order ): string {
		return (string) edd_get_order( $order )->get_transaction_id();
	}

	private function recorded( int $order ): string {
		return ( new Disputes( $this->graph()->database() ) )->of( new OrderRef( 'edd', $order ) );
	}

	private function refunds( int $order ): bool {
		$ref = new OrderRef( 'edd', $order );
		$this->graph()->projector()->order_changed( $ref );

		return $this->graph()->runs()->plans->make( (int) $this->graph()->order_facts()->customer_of( $ref ), Kind::Refund, Scope::orders( $ref ) )->refunds() !== [];
	}

	private function graph(): Graph {
		return Plugin::instance()->graph( Mode::Live );
	}
}
