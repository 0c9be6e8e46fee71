<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\Together;

use Amicable\Graph;
use Amicable\Mode;
use Amicable\Plugin;
use Amicable\Projection\RecountLooseEnds;
use Amicable\Storage\LooseEnds;
use Amicable\Tests\RealStores\Support\Bank;
use Amicable\Tests\RealStores\Support\EddProviders;
use Amicable\Tests\RealStores\Support\MakesEddLicenses;
use Amicable\Tests\RealStores\Support\MakesLicenses;
use Amicable\Tests\RealStores\Support\MakesOrders;
use Amicable\Tests\RealStores\Support\MakesSubscriptions;
use Amicable\Tests\Support\IntegrationTestCase;

/** What refunds in two real shops left half done, each in the way that these plugins leave it: nine keys, one subscription, three files. */
final class LooseEndsTest extends IntegrationTestCase {

	use MakesEddLicenses;
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
		$this->look();

		self::assertCount( 13, $expected );
		self::assertEqualsCanonicalizing( $expected, array_column( $this->ends(), 'ref' ) );

		$this->finish( $this->ends() );

		self::assertSame( [], $this->ends() );
		$this->look();
		self::assertSame( [], $this->ends(), 'Read back from the shops, nothing is left.' );
		self::assertSame( [], Bank::payouts_by_order(), 'What owed no money paid none.' );
		foreach ( $this->keys as $id ) {
			self::assertInstanceOf( \WP_Error::class, lmfwc_activate_license( $this->key_of( $id ), [ 'label' => 'https://later.example' ] ) );
		}
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

	private function look(): void {
		foreach ( [ 'woocommerce', 'edd' ] as $store ) {
			$this->graph()->importer()->slice( $store, 60.0 );
		}
		$this->run_jobs();
		$this->graph()->imports()->start( RecountLooseEnds::SOURCE, 0, '0' );
		$this->graph()->job( RecountLooseEnds::NAME )?->run( [] );
	}

	/** @return list<array<string, string|null>> */
	private function ends(): array {
		return $this->graph()->loose_end_list()->page( LooseEnds::OPEN, null, 100, 0 );
	}

	/** @param list<array<string, string|null>> $ends */
	private function finish( array $ends ): void {
		$by_customer = [];
		foreach ( $ends as $end ) {
			$by_customer[ (int) $end['customer_id'] ][] = (int) $end['id'];
		}
		foreach ( $by_customer as $customer => $ids ) {
			$body = [ 'customer_id' => $customer, 'kind' => 'finish', 'scope' => [ 'loose_ends' => $ids ] ];
			$plan = $this->json( $this->rest( 'POST', '/offboardings/plan', $body ) );
			$run  = $this->json( $this->rest( 'POST', '/offboardings', [ ...$body, 'plan_hash' => $plan['hash'], 'confirm_orders' => 0, 'confirm_totals' => [], 'reason' => 'Left over.' ], [ 'Idempotency-Key' => wp_generate_uuid4() ] ) );
			for ( $turn = 0; $turn < 30 && $run['state'] !== 'completed'; $turn++ ) {
				$run = $this->json( $this->rest( 'POST', "/offboardings/{$run['id']}/run" ) );
			}
			self::assertSame( 'completed', $run['state'], (string) wp_json_encode( $run ) );
		}
	}

	private function graph(): Graph {
		return Plugin::instance()->graph( Mode::Live );
	}
}
