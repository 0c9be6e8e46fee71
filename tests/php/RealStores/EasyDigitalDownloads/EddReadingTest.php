<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\EasyDigitalDownloads;

use Amicable\Stores\EasyDigitalDownloads\EddStore;
use Amicable\Stores\Keys;
use Amicable\Tests\RealStores\Support\MakesEddOrders;
use Amicable\Tests\Support\IntegrationTestCase;

/** What the real EDD keeps, in our words. */
final class EddReadingTest extends IntegrationTestCase {

	use MakesEddOrders;

	private EddStore $store;

	protected function setUp(): void {
		parent::setUp();
		global $wpdb;
		$this->store = EddStore::create( $wpdb );
	}

	public function test_an_order_reads_with_its_buyer_lines_and_payment(): void {
		$order = $this->store->order( $this->an_order( [ 'total' => 5939, 'tax' => 940, 'shipping' => 500 ] ) );

		self::assertSame( 'Robin Doe', $order?->name );
		self::assertSame( 'buyer@example.com', $order->email );
		self::assertSame( [ 'paypal_commerce', 'sale', 'complete', true, true, null ], [ $order->gateway, $order->kind, $order->status, $order->paid, $order->gateway_refunds, $order->why_not ] );
		self::assertSame( [ 5939, 940, 500 ], [ $order->total->minor, $order->tax->minor, $order->shipping->minor ] );
		self::assertSame( 'Plugin', $order->lines[0]->name );
	}

	public function test_what_was_bought_in_test_mode_is_no_purchase(): void {
		$id = $this->an_order( [ 'mode' => 'test' ] );

		self::assertSame( 0, $this->store->count_orders() );
		self::assertSame( [], $this->store->order_ids_below( PHP_INT_MAX, 9 ) );
		self::assertSame( [], $this->store->order_ids_of( new Keys( [], [ 'buyer@example.com' ] ) ) );
		self::assertNull( $this->store->order( $id ) );
	}

	public function test_all_addresses_that_edd_keeps_for_a_customer_lead_to_all_orders(): void {
		$first  = $this->an_order( [ 'email' => 'one@example.com' ] );
		edd_add_customer_email_address( [ 'customer_id' => $this->a_customer( 'one@example.com' ), 'email' => 'Two@Example.com', 'type' => 'secondary' ] );
		$second = $this->an_order( [ 'email' => 'two@example.com' ] );

		foreach ( [ 'one@example.com', 'two@example.com' ] as $email ) {
			$found = $this->store->order_ids_of( new Keys( [], [ $email ] ) );
			sort( $found );
			self::assertSame( [ $first, $second ], $found, $email );
		}
		self::assertSame( [ 'Two@Example.com' ], $this->store->order( $first )?->other_emails );
	}

	public function test_the_rate_leads_to_the_shops_own_currency(): void {
		$euro = $this->store->order( $this->an_order( [ 'currency' => 'EUR', 'rate' => 0.8 ] ) );
		self::assertSame( [ '1.250000000000', 'USD' ], [ $euro?->rate, $euro?->rate_to ] );

		$unknown = $this->store->order( $this->an_order( [ 'currency' => 'EUR' ] ) );
		self::assertSame( [ null, null ], [ $unknown?->rate, $unknown?->rate_to ], 'EDD writes 1 where nobody said anything.' );

		$own = $this->store->order( $this->an_order() );
		self::assertNull( $own?->rate );
	}

	public function test_the_refund_window_is_the_shops_own(): void {
		edd_update_option( 'refund_window', 14 );
		self::assertSame( 14, $this->store->refund_window_days() );

		edd_update_option( 'refund_window', 0 );
		self::assertGreaterThan( 30_000, $this->store->refund_window_days(), 'It never closes.' );
	}

	public function test_a_renewal_is_paid_and_says_what_it_is(): void {
		$first   = $this->an_order();
		$renewal = $this->an_order( [ 'state' => 'edd_subscription' ] );
		edd_update_order( $renewal, [ 'parent' => $first ] );

		$order = $this->store->order( $renewal );

		self::assertSame( [ 'renewal', true, null ], [ $order?->kind, $order?->paid, $order?->why_not ] );
		self::assertSame( 2, $this->store->count_orders() );
	}

	public function test_its_number_is_the_one_that_edd_shows(): void {
		$id = $this->an_order();
		edd_update_order( $id, [ 'order_number' => 'EDD-7' ] );
		self::assertSame( (string) $id, $this->store->order( $id )?->number );

		edd_update_option( 'enable_sequential', true );
		self::assertSame( 'EDD-7', $this->store->order( $id )?->number );
	}

	public function test_the_plan_can_say_which_mails_edd_will_send(): void {
		self::assertSame( [], $this->store->mails_on_refund(), 'Off, as EDD comes.' );

		edd_update_email( (int) edd_get_email( 'order_refund' )->id, [ 'status' => 1 ] );
		self::assertSame( [ 'Refund Issued' ], $this->store->mails_on_refund() );
	}
}
