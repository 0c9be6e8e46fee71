<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\WooCommerce;

use Amicable\AmicableException;
use Amicable\Stores\Keys;
use Amicable\Stores\Obligation;
use Amicable\Stores\Order;
use Amicable\Stores\OrderRef;
use Amicable\Stores\WooCommerce\WooCommerceStore;
use Amicable\Tests\RealStores\Support\MakesOrders;
use Amicable\Tests\RealStores\Support\MakesSubscriptions;
use Amicable\Tests\Support\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;
use WC_Order;

/** What WooCommerce and its gateways leave on an order, read in our words. */
final class WooCommerceReadingTest extends IntegrationTestCase {

	use MakesOrders;
	use MakesSubscriptions;

	private WooCommerceStore $store;

	protected function setUp(): void {
		parent::setUp();
		global $wpdb;
		$this->store = WooCommerceStore::create( $wpdb );
	}

	/** @return iterable<string, array{array<string, mixed>, int|null}> */
	public static function fees(): iterable {
		yield 'Stripe' => [ [ '_stripe_fee' => '1.72', '_stripe_currency' => 'USD' ], 172 ];
		yield 'Stripe, settled in another currency' => [ [ '_stripe_fee' => '1.72', '_stripe_currency' => 'EUR' ], null ];
		yield 'WooPayments' => [ [ '_wcpay_transaction_fee' => '1.73' ], 173 ];
		yield 'PayPal Payments' => [ [ '_ppcp_paypal_fees' => [ 'paypal_fee' => [ 'currency_code' => 'USD', 'value' => '1.91' ] ] ], 191 ];
		yield 'PayPal Standard' => [ [ 'PayPal Transaction Fee' => '2.01' ], 201 ];
		yield 'nobody wrote it down' => [ [], null ];
	}

	/** @param array<string, mixed> $meta */
	#[DataProvider( 'fees' )]
	public function test_a_fee_is_known_where_a_gateway_wrote_it_down( array $meta, ?int $fee ): void {
		self::assertSame( $fee, $this->read( $this->with_meta( $meta ) )->fee?->minor );
	}

	public function test_a_rate_is_turned_towards_the_shops_currency(): void {
		$order = $this->read( $this->with_meta( [ '_wcpay_multi_currency_order_exchange_rate' => '0.8', '_wcpay_multi_currency_order_default_currency' => 'USD' ], 'EUR' ) );

		self::assertSame( [ '1.250000000000', 'USD' ], [ $order->rate, $order->rate_to ] );
	}

	/** @return iterable<string, array{string, bool, string, bool, string}> status, has date paid, transaction, paid, dispute */
	public static function payments(): iterable {
		yield 'completed' => [ 'completed', true, 'ch_1', true, 'none' ];
		yield 'processing' => [ 'processing', true, '', true, 'none' ];
		yield 'on hold after payment may be a dispute' => [ 'on-hold', true, 'ch_1', true, 'warning' ];
		yield 'on hold with a transaction' => [ 'on-hold', false, 'ch_1', true, 'warning' ];
		yield 'on hold, waiting for a bank transfer' => [ 'on-hold', false, '', false, 'none' ];
		yield 'cancelled after payment' => [ 'cancelled', true, 'ch_1', true, 'warning' ];
		yield 'cancelled before' => [ 'cancelled', false, 'ch_1', false, 'none' ];
		yield 'failed attempt' => [ 'failed', false, 'ch_1', false, 'none' ];
		yield 'pending' => [ 'pending', false, '', false, 'none' ];
	}

	#[DataProvider( 'payments' )]
	public function test_whether_money_came_in( string $status, bool $dated, string $transaction, bool $paid, string $dispute ): void {
		$order = $this->wc_order( $this->an_order( [ 'state' => 'unpaid' ] ) );
		$order->set_status( $status );
		$order->set_date_paid( $dated ? time() : null );
		$order->set_transaction_id( $transaction );
		$order->save();

		$read = $this->read( $order->get_id() );

		self::assertSame( [ $paid, $dispute ], [ $read->paid, $read->dispute ] );
		self::assertSame( $paid, $read->why_not === null );
	}

	public function test_an_order_in_the_trash_is_none_and_comes_back(): void {
		$id    = $this->an_order( [ 'email' => 'trash@example.com' ] );
		$heard = $this->listen();

		$this->wc_order( $id )->delete();
		self::assertContains( $id, $heard->ids );
		self::assertNull( $this->store->order( $id ) );
		self::assertSame( [], $this->store->order_ids_of( new Keys( [], [ 'trash@example.com' ] ) ) );

		$heard->ids = [];
		$this->wc_order( $id )->untrash();
		self::assertContains( $id, $heard->ids );
		self::assertNotNull( $this->store->order( $id ) );
	}

	public function test_a_refund_that_is_deleted_without_a_word_is_heard_of(): void {
		$id    = $this->an_order( [ 'refunds' => [ 1000 ] ] );
		$heard = $this->listen();

		$this->wc_order( $id )->get_refunds()[0]->delete( true );

		self::assertContains( $id, $heard->ids );
		self::assertSame( 4900, $this->read( $id )->remaining()->minor );
	}

	public function test_a_status_of_a_plugin_that_is_gone_hides_no_order(): void {
		global $wpdb;
		$id = $this->an_order( [ 'email' => 'custom@example.com' ] );
		$wpdb->update( "{$wpdb->prefix}wc_orders", [ 'status' => 'wc-shipped' ], [ 'id' => $id ] );
		$wpdb->query( $wpdb->prepare( "UPDATE $wpdb->posts SET post_status = 'wc-shipped' WHERE ID = %d AND post_type = 'shop_order'", $id ) );

		self::assertSame( [ $id ], $this->store->order_ids_of( new Keys( [], [ 'custom@example.com' ] ) ) );
		self::assertSame( 'shipped', $this->read( $id )->status );
	}

	public function test_reading_is_fresh_after_somebody_wrote_past_woocommerce(): void {
		global $wpdb;
		$id = $this->an_order();
		self::assertSame( 4900, $this->read( $id )->total->minor );

		$wpdb->update( "{$wpdb->prefix}wc_orders", [ 'total_amount' => '51.00' ], [ 'id' => $id ] );
		$wpdb->update( $wpdb->postmeta, [ 'meta_value' => '51.00' ], [ 'post_id' => $id, 'meta_key' => '_order_total' ] );

		self::assertSame( 5100, $this->read( $id )->total->minor );
	}

	public function test_a_currency_nobody_can_count_in_is_said_and_never_left_out(): void {
		$id    = $this->an_order( [ 'email' => 'coin@example.com' ] );
		$order = $this->wc_order( $id );
		$order->set_currency( 'BTC' );
		$order->save();

		$open = array_filter( $this->store->obligations( [ $id ], new Keys( [], [] ) ), static fn ( Obligation $obligation ): bool => $obligation->open );
		self::assertSame( [ 17 ], array_values( array_map( static fn ( Obligation $obligation ): int => $obligation->check, $open ) ) );

		$this->expectException( AmicableException::class );
		$this->expectExceptionMessage( 'BTC' );
		$this->store->orders( [ $id ] );
	}

	public function test_downloads_of_a_subscription_belong_to_its_order(): void {
		$id           = $this->an_order( [ 'total' => 900 ] );
		$subscription = $this->a_subscription_for( $id );
		$this->a_download( $subscription, 'buyer@example.com' );

		$downloads = $this->store->downloads( [ $id ], new Keys( [], [] ) );

		self::assertCount( 1, $downloads );
		self::assertEquals( new OrderRef( 'woocommerce', $id ), $downloads[0]->order );
	}

	public function test_an_open_download_is_found_by_person_in_any_letter_case(): void {
		$this->a_download( $this->an_order( [ 'email' => 'other@example.com' ] ), 'Fetch.Me@Example.com' );

		$open = array_filter( $this->store->obligations( [], new Keys( [], [ 'fetch.me@example.com' ] ) ), static fn ( Obligation $obligation ): bool => $obligation->open );

		self::assertSame( [ 7 ], array_values( array_map( static fn ( Obligation $obligation ): int => $obligation->check, $open ) ) );
	}

	public function test_the_mail_that_a_refund_sends_is_named(): void {
		self::assertSame( [ 'Refunded order' ], $this->store->mails_on_refund() );
	}

	public function test_a_reserved_payment_is_an_obligation_of_its_own(): void {
		$id    = $this->with_meta( [ '_stripe_charge_captured' => 'no' ] );
		$order = $this->wc_order( $id );
		$order->set_payment_method( 'stripe' );
		$order->set_status( 'on-hold' );
		$order->save();

		$open = array_filter( $this->store->obligations( [ $id ], new Keys( [], [] ) ), static fn ( Obligation $obligation ): bool => $obligation->open );

		self::assertSame( [ 3 ], array_values( array_map( static fn ( Obligation $obligation ): int => $obligation->check, $open ) ) );
	}

	private function read( int $id ): Order {
		$order = $this->store->order( $id );
		self::assertNotNull( $order );

		return $order;
	}

	/** @param array<string, mixed> $meta */
	private function with_meta( array $meta, string $currency = 'USD' ): int {
		$order = $this->wc_order( $this->an_order( [ 'currency' => $currency ] ) );
		assert( $order instanceof WC_Order );
		foreach ( $meta as $key => $value ) {
			$order->update_meta_data( $key, $value );
		}
		$order->save();

		return $order->get_id();
	}

	/** @return object{ids: list<int>} */
	private function listen(): object {
		$heard = new class() {

			/** @var list<int> */
			public array $ids = [];
		};
		$this->store->on_change(
			static function ( int $id ) use ( $heard ): void {
				$heard->ids[] = $id;
			}
		);

		return $heard;
	}
}
