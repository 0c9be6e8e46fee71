<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\Together;

use Amicable\Graph;
use Amicable\Mode;
use Amicable\Plugin;
use Amicable\Tests\RealStores\Support\Bank;
use Amicable\Tests\RealStores\Support\EddProviders;
use Amicable\Tests\RealStores\Support\FinishesLooseEnds;
use Amicable\Tests\RealStores\Support\MakesEddLicenses;
use Amicable\Tests\RealStores\Support\MakesEddSubscriptions;
use Amicable\Tests\RealStores\Support\MakesLicenses;
use Amicable\Tests\RealStores\Support\MakesOrders;
use Amicable\Tests\RealStores\Support\MakesSubscriptions;
use Amicable\Tests\Support\IntegrationTestCase;
use EDD_Recurring_Gateway;
use EDD_Subscription;

/** What refunds in two real shops left half done, each in the way that these plugins leave it: nine keys, one subscription, three files. */
final class LooseEndsTest extends IntegrationTestCase {

	use FinishesLooseEnds;
	use MakesEddLicenses;
	use MakesEddSubscriptions;
	use MakesLicenses;
	use MakesOrders;
	use MakesSubscriptions;

	/** @var array<string, string> Reference => key of License Manager, so that it can be tried. */
	private array $keys = [];

	protected function setUp(): void {
		parent::setUp();
		$this->as_role( 'administrator' );
		EddProviders::open();
	}

	public function test_all_thirteen_are_found_none_is_made_up_and_finishing_leaves_an_empty_list(): void {
		$expected = [ ...$this->keys_left_in_woocommerce(), ...$this->keys_left_in_edd(), ...$this->a_subscription_and_its_file_left(), ...$this->files_left_in_edd() ];
		$this->nothing_to_find();
		Bank::open();
		$this->look_for_loose_ends();

		self::assertCount( 13, $expected );
		self::assertEqualsCanonicalizing( $expected, array_column( $this->loose_ends(), 'ref' ) );

		$this->finish_loose_ends();

		self::assertSame( [], $this->loose_ends() );
		$this->look_for_loose_ends();
		self::assertSame( [], $this->loose_ends(), 'Read back from the shops, nothing is left.' );
		self::assertSame( [], Bank::payouts_by_order(), 'What owed no money paid none.' );
		foreach ( $this->keys as $id ) {
			self::assertInstanceOf( \WP_Error::class, lmfwc_activate_license( $this->key_of( $id ), [ 'label' => 'https://later.example' ] ) );
		}
	}

	public function test_a_subscription_of_edd_and_refunds_that_no_gateway_paid_are_finished_too(): void {
		$this->start_recurring();
		$bought = $this->a_purchase( $this->a_licensed_download(), [ 'email' => 'yearly@example.com', 'pay' => 'ok' ] );
		$yearly = $this->an_edd_subscription_for( $bought, [ 'profile_id' => 'sub_left' ] );
		$this->given_back_in_edd( $bought );
		$order = $this->an_order( [ 'email' => 'unpaid@example.com', 'gateway' => 'proof' ] );
		self::assertInstanceOf( \WC_Order_Refund::class, wc_create_refund( [ 'order_id' => $order, 'amount' => $this->wc_order( $order )->get_total() ] ) );
		$purchase = $this->a_purchase( $this->a_licensed_download(), [ 'email' => 'unpaid@example.com', 'pay' => 'ok' ] );
		self::assertIsInt( edd_refund_order( $purchase ) );
		Bank::open();
		$this->look_for_loose_ends();
		$kinds = array_column( $this->loose_ends(), 'kind' );
		sort( $kinds );
		self::assertSame( [ 'subscription', 'unpaid_refund', 'unpaid_refund' ], $kinds );

		$this->finish_loose_ends();

		$this->look_for_loose_ends();
		self::assertSame( [], $this->loose_ends() );
		self::assertSame( 'cancelled', ( new EDD_Subscription( (int) $yearly ) )->status );
		self::assertSame( 'at once', EDD_Recurring_Gateway::told()['sub_left'][0] );
		self::assertSame( [], Bank::payouts_by_order(), 'A person paid, and the gateway is not asked.' );
		self::assertCount( 1, $this->wc_order( $order )->get_refunds(), 'The books are not written twice.' );
		self::assertCount( 1, edd_get_order_refunds( $purchase ) );
	}

	/** @return list<string> License Manager ends nothing when an order is given back. */
	private function keys_left_in_woocommerce(): array {
		$refs = [];
		for ( $n = 0; $n < 4; $n++ ) {
			$order = $this->given_back( $this->an_order( [ 'email' => "woo$n@example.com" ] ) );
			$id    = $this->a_key_for( $order, $n % 2 === 0 );
			if ( $n < 2 ) {
				lmfwc_activate_license( $this->key_of( $id ), [ 'label' => 'https://one.example' ] );
			}
			$this->keys[] = $id;
			$refs[]       = "license:lmfwc:$id";
		}

		return $refs;
	}

	/** @return list<string> Software Licensing ends a key with its first order, and wakes it up with its renewal's. */
	private function keys_left_in_edd(): array {
		$refs = [];
		for ( $n = 0; $n < 3; $n++ ) {
			$first   = $this->a_purchase( $this->a_licensed_download(), [ 'email' => "edd$n@example.com", 'pay' => 'ok' ] );
			$license = $this->license_of_purchase( $first );
			$renewal = $this->a_renewal_of( $license, [ 'email' => "edd$n@example.com", 'pay' => 'ok' ] );
			$this->given_back_in_edd( $first );
			$this->given_back_in_edd( $renewal );
			self::assertNotSame( 'disabled', $this->stored_status( $license ) );
			$refs[] = "license:edd_sl:$license";
		}
		$order = $this->a_purchase( $this->a_licensed_download(), [ 'email' => 'enabled@example.com', 'pay' => 'ok' ] );
		$this->given_back_in_edd( $order );
		$enabled = $this->license_of_purchase( $order );
		$this->edd_license( $enabled )->enable();
		$order = $this->a_purchase( $this->a_licensed_download(), [ 'email' => 'site@example.com', 'pay' => 'ok' ] );
		$used  = $this->license_of_purchase( $order );
		self::assertTrue( $this->edd_site_may_join( $used, 'https://still.example' ) );
		$this->given_back_in_edd( $order );
		self::assertSame( 'disabled', $this->stored_status( $used ), 'Ended, but a site is still registered.' );

		return [ ...$refs, "license:edd_sl:$enabled", "license:edd_sl:$used" ];
	}

	/** @return list<string> A refund touches neither the subscription nor the file that hangs on it. */
	private function a_subscription_and_its_file_left(): array {
		$order        = $this->an_order( [ 'email' => 'subscriber@example.com', 'total' => 900 ] );
		$subscription = $this->a_subscription_for( $order );
		$row          = $this->a_download( $subscription, 'subscriber@example.com' );
		$this->given_back( $order );
		self::assertSame( 'active', wcs_get_subscription( $subscription )->get_status() );

		return [ "subscription:woocommerce_subscriptions:$subscription", "download:woocommerce:$row" ];
	}

	/** @return list<string> Free items are in no refund. */
	private function files_left_in_edd(): array {
		$refs = [];
		for ( $n = 0; $n < 2; $n++ ) {
			$purchase = $this->a_purchase( $this->a_licensed_download(), [ 'email' => "free$n@example.com", 'pay' => 'ok' ] );
			$free     = edd_add_order_item(
				[
					'order_id'     => $purchase,
					'product_id'   => $this->a_licensed_download( 'Free' ),
					'product_name' => 'Free',
					'cart_index'   => 1,
					'type'         => 'download',
					'status'       => 'complete',
					'quantity'     => 1,
				]
			);
			$this->given_back_in_edd( $purchase );
			$refs[] = "download:edd:$free";
		}

		return $refs;
	}

	/** What looks like a loose end and is none. */
	private function nothing_to_find(): void {
		$kept = $this->an_order( [ 'email' => 'kept@example.com', 'total' => 900 ] );
		$this->a_key_for( $kept );
		$this->a_subscription_for( $kept );
		$half = $this->an_order( [ 'email' => 'half@example.com' ] );
		$this->a_key_for( $half );
		$this->given_back( $half, '10.00' );
		$bought  = $this->a_purchase( $this->a_licensed_download(), [ 'email' => 'kept@example.com', 'pay' => 'ok' ] );
		$license = $this->license_of_purchase( $bought );
		$this->given_back_in_edd( $this->a_renewal_of( $license, [ 'email' => 'kept@example.com', 'pay' => 'ok' ] ) );
		self::assertNotSame( 'disabled', $this->stored_status( $license ), 'Its first order still pays for it.' );
		$this->given_back_in_edd( $this->a_purchase( $this->a_licensed_download(), [ 'email' => 'clean@example.com', 'pay' => 'ok' ] ) );
	}

	/** In WooCommerce's screen, through the gateway, without a word to anything else. */
	private function given_back( int $order_id, ?string $amount = null ): int {
		self::assertInstanceOf(
			\WC_Order_Refund::class,
			wc_create_refund(
				[
					'order_id'       => $order_id,
					'amount'         => $amount ?? $this->wc_order( $order_id )->get_total(),
					'refund_payment' => true,
				]
			)
		);

		return $order_id;
	}

	/** In EDD's screen, through the gateway. */
	private function given_back_in_edd( int $order_id ): void {
		$order  = edd_get_order( $order_id );
		$items  = array_values( array_filter( $order->get_items(), static fn ( object $item ): bool => (float) $item->total > 0 ) );
		$lines  = array_map( static fn ( object $item ): array => [ 'order_item_id' => $item->id, 'quantity' => 1, 'subtotal' => $item->subtotal, 'tax' => $item->tax, 'total' => $item->total ], $items );
		$refund = edd_refund_order( $order_id, $lines, [] );
		self::assertIsInt( $refund );
		edd_add_order_transaction( [ 'object_id' => $refund, 'object_type' => 'order', 'transaction_id' => "RF-$refund", 'gateway' => 'paypal_commerce', 'status' => 'complete', 'total' => edd_get_order( $refund )->total ] );
	}

	protected function graph(): Graph {
		return Plugin::instance()->graph( Mode::Live );
	}
}
