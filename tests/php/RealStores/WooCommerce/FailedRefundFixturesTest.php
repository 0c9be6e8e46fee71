<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\WooCommerce;

use Amicable\Graph;
use Amicable\Mode;
use Amicable\Plugin;
use Amicable\Stores\Keys;
use Amicable\Stores\Obligation;
use Amicable\Stores\OrderRef;
use Amicable\Tests\RealStores\Support\Bank;
use Amicable\Tests\RealStores\Support\MakesOrders;
use Amicable\Tests\RealStores\Support\StripeTestApi;
use Amicable\Tests\RealStores\Support\StripeTestGateway;
use Amicable\Tests\Support\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

/**
 * FIXTURES, on the real WooCommerce: a refund fails days later. Stripe's and WooPayments' plugins were not at hand; their hooks are fired with what their own
 * source hands to them (the hook that Stripe has since 9.9, WooPayments 8.4). Here they do not delete the record, as they do not when it is not their latest.
 */
final class FailedRefundFixturesTest extends IntegrationTestCase {

	use MakesOrders;

	protected function setUp(): void {
		parent::setUp();
		$this->as_role( 'administrator' );
	}

	/** @return iterable<string, array{string, string}> */
	public static function plugins(): iterable {
		yield 'fixture of Stripe' => [ 'stripe', 'refund.failed' ];
		yield 'fixture of WooPayments' => [ 'wcpay', 'charge.refund.updated' ];
	}

	#[DataProvider( 'plugins' )]
	public function test_what_failed_at_the_bank_is_owed_again_and_nobody_is_paid_by_it( string $plugin, string $type ): void {
		$order  = $this->an_order( [ 'email' => 'robin@example.com' ] );
		$record = $this->given_back( $order, "_{$plugin}_refund_id" );
		$paid   = Bank::payouts( $order );
		self::assertSame( [ [], [] ], [ $this->unpaid( $order ), $this->ends( $order ) ], 'The test must be able to fail.' );

		$this->tell( $plugin, $order, $type, 'succeeded' );
		self::assertSame( [], $this->unpaid( $order ), 'A refund that stands.' );

		$this->tell( $plugin, $order, $type, 'failed' );
		$this->tell( $plugin, $order, $type, 'failed' );

		self::assertStringContainsString( "Refund $record", $this->unpaid( $order )[0] ?? '' );
		self::assertStringContainsString( 'failed after all', $this->unpaid( $order )[0] ?? '' );
		self::assertSame( [ [ 'unpaid_refund', 4900 ] ], $this->ends( $order ) );
		self::assertSame( $paid, Bank::payouts( $order ) );
		self::assertCount( 1, array_filter( wc_get_order_notes( [ 'order_id' => $order ] ), static fn ( object $note ): bool => str_contains( $note->content, "re_$order" ) ) );
	}

	/** The plugin's way to ask, as read in version 8.8: what Stripe answers comes back as an object. */
	public function test_a_message_that_never_came_is_found_by_asking_stripes_plugin(): void {
		StripeTestGateway::register();
		StripeTestApi::register();
		$order = $this->an_order( [ 'email' => 'robin@example.com' ] );
		$this->given_back( $order, '_stripe_refund_id' );
		$raw = $this->wc_order( $order );
		$raw->set_payment_method( 'stripe' );
		$raw->save();
		$shop = $this->graph()->woocommerce();

		StripeTestApi::$fate = 'succeeded';
		self::assertSame( [ false, [] ], [ $shop->read_payouts( $order ), $this->unpaid( $order ) ], 'A refund that stands.' );

		StripeTestApi::$fate = 'failed';
		self::assertTrue( $shop->read_payouts( $order ) );
		self::assertStringContainsString( 'failed after all', $this->unpaid( $order )[0] ?? '' );
		self::assertFalse( $shop->read_payouts( $order ), 'Once.' );
		self::assertSame( [ "refunds/re_$order" ], array_values( array_unique( StripeTestApi::$asked ) ) );
	}

	private function given_back( int $order, string $meta ): int {
		$refund = wc_create_refund( [ 'order_id' => $order, 'amount' => '49.00', 'refund_payment' => true ] );
		self::assertInstanceOf( \WC_Order_Refund::class, $refund );
		$refund->update_meta_data( $meta, "re_$order" );
		$refund->save();
		$raw = $this->wc_order( $order );
		$raw->update_meta_data( '_charge_id', "ch_$order" );
		$raw->save();

		return $refund->get_id();
	}

	private function tell( string $plugin, int $order, string $type, string $status ): void {
		$event = [
			'id'   => "evt_{$order}_$status",
			'type' => $type,
			'data' => [ 'object' => [ 'id' => "re_$order", 'object' => 'refund', 'charge' => "ch_$order", 'amount' => 4900, 'currency' => 'usd', 'status' => $status, 'failure_reason' => 'expired_or_canceled_card' ] ],
		];
		if ( $plugin === 'stripe' ) {
			do_action( 'wc_stripe_webhook_received', $type, json_decode( (string) wp_json_encode( $event ) ), null );
		} else {
			do_action( 'woocommerce_payments_before_webhook_delivery', $type, $event );
		}
	}

	/** @return list<string> */
	private function unpaid( int $order ): array {
		$open = array_filter( $this->graph()->woocommerce()->obligations( [ $order ], new Keys( [], [] ) ), static fn ( Obligation $obligation ): bool => $obligation->check === 2 && $obligation->open );

		return array_values( array_map( static fn ( Obligation $obligation ): string => $obligation->text, $open ) );
	}

	/** @return list<array{string, int}> */
	private function ends( int $order ): array {
		$graph = $this->graph();
		$graph->loose_end_counter()->recount( $graph->projector()->order_changed( new OrderRef( 'woocommerce', $order ) ) );
		$rows = $graph->database()->rows( "SELECT kind, amount FROM {$graph->database()->table( 'loose_ends' )} WHERE state = 'open'" );

		return array_map( static fn ( array $row ): array => [ (string) $row['kind'], (int) $row['amount'] ], $rows );
	}

	private function graph(): Graph {
		return Plugin::instance()->graph( Mode::Live );
	}
}
