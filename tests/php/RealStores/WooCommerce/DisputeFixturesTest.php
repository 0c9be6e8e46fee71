<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\WooCommerce;

use Amicable\Graph;
use Amicable\Mode;
use Amicable\Offboarding\Kind;
use Amicable\Offboarding\Plan;
use Amicable\Offboarding\Scope;
use Amicable\Plugin;
use Amicable\Storage\Disputes;
use Amicable\Stores\OrderRef;
use Amicable\Tests\RealStores\Support\MakesOrders;
use Amicable\Tests\Support\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

/**
 * FIXTURES, on the real WooCommerce: Stripe's, WooPayments' and PayPal Payments' plugins were not at hand. Their hooks are fired here with what their own
 * source hands to them (Stripe 8.8 and the hook it has since 9.9, WooPayments 8.4, PayPal Payments 2.9).
 */
final class DisputeFixturesTest extends IntegrationTestCase {

	use MakesOrders;

	/** @return iterable<string, array{string}> */
	public static function plugins(): iterable {
		yield 'fixture of Stripe 9.9 and later' => [ 'stripe' ];
		yield 'fixture of Stripe before 9.9' => [ 'stripe_old' ];
		yield 'fixture of WooPayments' => [ 'woopayments' ];
	}

	#[DataProvider( 'plugins' )]
	public function test_a_fixture_of_a_plugin_tells_of_a_dispute_from_its_beginning_to_its_end( string $plugin ): void {
		$order = $this->an_order( [ 'email' => 'robin@example.com' ] );
		$raw = $this->wc_order( $order );
		$raw->update_meta_data( '_charge_id', "ch_$order" );
		$raw->save();
		self::assertSame( 'none', $this->recorded( $order ) );

		$this->tell( $plugin, $order, 'charge.dispute.created', 'needs_response', 10 );
		$this->tell( $plugin, $order, 'charge.dispute.created', 'needs_response', 10 );
		self::assertSame( [ 'open', false ], [ $this->recorded( $order ), $this->refunds( $order ) ] );

		$this->tell( $plugin, $order, 'charge.dispute.closed', 'lost', 20 );
		self::assertSame( [ 'lost', false ], [ $this->recorded( $order ), $this->refunds( $order ) ] );
		$row = ( new Disputes( $this->graph()->database() ) )->row_of( new OrderRef( 'woocommerce', $order ) );
		self::assertSame( [ 'product_not_received', '4900', '1500', $plugin === 'woopayments' ? 'woopayments' : 'stripe' ], [ $row['reason'] ?? '', $row['amount'] ?? '', $row['fee'] ?? '', $row['source'] ?? '' ] );
		self::assertSame( '1500', $this->graph()->accounts()->row( (int) ( $row['customer_id'] ?? 0 ) )['dispute_fees'] ?? null );
	}

	public function test_a_fixture_of_stripe_says_won_and_the_order_can_be_refunded_again(): void {
		$order = $this->an_order();
		$this->tell( 'stripe', $order, 'charge.dispute.closed', 'won', 20 );
		$this->tell( 'stripe', $order, 'charge.dispute.created', 'needs_response', 10 );

		self::assertSame( [ 'won', true ], [ $this->recorded( $order ), $this->refunds( $order ) ] );
	}

	public function test_a_fixture_of_stripe_without_an_order_in_hand_is_found_by_its_charge(): void {
		$order = $this->an_order();
		do_action( 'wc_stripe_webhook_received', 'charge.dispute.created', $this->event( $order, 'charge.dispute.created', 'warning_needs_response', 10 ), null );

		self::assertSame( [ 'warning', true ], [ $this->recorded( $order ), $this->refunds( $order ) ] );
	}

	public function test_a_fixture_of_paypal_payments_tells_that_the_money_has_gone_back(): void {
		$order = $this->an_order();
		$note  = apply_filters( 'ppcp_payment_capture_reversed_webhook_update_status_note', 'as it was', $this->wc_order( $order ), 'PAYMENT.CAPTURE.REVERSED' );
		apply_filters( 'ppcp_payment_capture_reversed_webhook_update_status_note', '', $this->wc_order( $order ), 'PAYMENT.CAPTURE.REVERSED' );
		$this->wc_order( $order )->update_status( 'cancelled' );

		self::assertSame( [ 'as it was', 'lost', false ], [ $note, $this->recorded( $order ), $this->refunds( $order ) ] );
		self::assertSame( '1', $this->graph()->database()->value( "SELECT COUNT(*) FROM {$this->graph()->database()->table( 'disputes' )}" ) );
	}

	public function test_the_evidence_sheet_shows_what_woocommerce_keeps(): void {
		$order = $this->an_order( [ 'email' => 'robin@example.com', 'downloads' => 1 ] );
		$raw   = $this->wc_order( $order );
		$raw->set_customer_ip_address( '203.0.113.7' );
		$raw->save();
		$raw->add_order_note( 'Your file is ready.', 1 );
		$permission = $this->graph()->woocommerce()->downloads( [ $order ], new \Amicable\Stores\Keys( [], [] ) )[0];
		$log        = new \WC_Customer_Download_Log();
		$log->set_permission_id( (int) $permission->id );
		$log->set_user_ip_address( '203.0.113.7' );
		$log->save();
		$this->tell( 'stripe', $order, 'charge.dispute.created', 'needs_response', 10 );
		$this->as_role( 'administrator' );

		$row   = ( new Disputes( $this->graph()->database() ) )->row_of( new OrderRef( 'woocommerce', $order ) );
		$sheet = $this->json( $this->rest( 'GET', "/disputes/{$row['id']}" ) );

		self::assertSame( [], ( new \Amicable\Rest\Schema() )->errors( 'disputes.sheet', $sheet ) );
		self::assertContains( '203.0.113.7', array_column( $sheet['order']['facts'], 'value' ) );
		self::assertSame( [ '203.0.113.7' ], array_column( $sheet['downloads'], 'ip' ) );
		self::assertContains( 'Your file is ready.', array_column( $sheet['notices'], 'what' ) );
	}

	private function tell( string $plugin, int $order, string $type, string $status, int $second ): void {
		$event = $this->event( $order, $type, $status, $second );
		if ( $plugin === 'stripe' ) {
			do_action( 'wc_stripe_webhook_received', $type, $event, $this->wc_order( $order ) );
		} elseif ( $plugin === 'woopayments' ) {
			do_action( 'woocommerce_payments_before_webhook_delivery', $type, json_decode( (string) wp_json_encode( $event ), true ) );
		} elseif ( $type === 'charge.dispute.created' ) {
			do_action( 'wc_gateway_stripe_process_webhook_payment_error', $this->wc_order( $order ), $event );
		} else {
			self::assertTrue( apply_filters( 'wc_stripe_webhook_dispute_change_order_status', true, $this->wc_order( $order ), $event ) );
		}
	}

	private function event( int $order, string $type, string $status, int $second ): object {
		return (object) [
			'id'      => "evt_{$order}_$second",
			'type'    => $type,
			'created' => 1_700_000_000 + $second,
			'data'    => (object) [
				'object' => (object) [
					'id'                   => "du_$order",
					'charge'               => "ch_$order",
					'status'               => $status,
					'reason'               => 'product_not_received',
					'amount'               => 4900,
					'currency'             => 'usd',
					'created'              => 1_700_000_000,
					'evidence_details'     => (object) [ 'due_by' => 1_700_600_000 ],
					'balance_transactions' => [ (object) [ 'fee' => 1500, 'currency' => 'usd' ] ],
				],
			],
		];
	}

	private function recorded( int $order ): string {
		return ( new Disputes( $this->graph()->database() ) )->of( new OrderRef( 'woocommerce', $order ) );
	}

	/** Whether a plan would give the money back. */
	private function refunds( int $order ): bool {
		$ref = new OrderRef( 'woocommerce', $order );
		$this->graph()->projector()->order_changed( $ref );
		$plan = $this->graph()->runs()->plans->make( (int) $this->graph()->order_facts()->customer_of( $ref ), Kind::Refund, Scope::orders( $ref ) );
		assert( $plan instanceof Plan );

		return $plan->refunds() !== [];
	}

	private function graph(): Graph {
		return Plugin::instance()->graph( Mode::Live );
	}
}
