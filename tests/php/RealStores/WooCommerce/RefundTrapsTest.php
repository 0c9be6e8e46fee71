<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\WooCommerce;

use Amicable\Stores\OrderRef;
use Amicable\Stores\Outcome;
use Amicable\Stores\RefundRequest;
use Amicable\Stores\WooCommerce\WooCommerceStore;
use Amicable\Tests\RealStores\Support\MakesOrders;
use Amicable\Tests\RealStores\Support\StripeTestGateway;
use Amicable\Tests\Support\IntegrationTestCase;
use Amicable\Tests\Support\Web;
use Exception;
use PHPUnit\Framework\Attributes\DataProvider;
use TypeError;
use WP_Error;

/** What breaks in and around WooCommerce's own refund, each with the money's real whereabouts beside it. */
final class RefundTrapsTest extends IntegrationTestCase {

	use MakesOrders;

	private WooCommerceStore $store;

	protected function setUp(): void {
		parent::setUp();
		global $wpdb;
		$this->store = WooCommerceStore::create( $wpdb );
		$this->as_role( 'administrator' );
	}

	/** @return iterable<string, array{string}> */
	public static function hooks_after_the_payout(): iterable {
		foreach ( [ 'woocommerce_order_fully_refunded', 'woocommerce_refund_created', 'woocommerce_order_refunded' ] as $hook ) {
			yield $hook => [ $hook ];
		}
	}

	#[DataProvider( 'hooks_after_the_payout' )]
	public function test_a_listener_that_throws_after_the_payout_leaves_an_unknown_and_nothing_pays_again( string $hook ): void {
		$id = $this->an_order();
		$this->throw_in( $hook );
		$request = $this->request( $id );

		$result = $this->store->refund( $request );

		self::assertSame( Outcome::Unknown, $result->outcome );
		self::assertSame( 4900, $this->paid_out( $id ), 'The gateway has paid.' );
		self::assertSame( [], $this->store->order( $id )?->refunds, 'WooCommerce dropped its record.' );
		self::assertSame( 4900, $this->store->order( $id )?->remaining()->minor, 'And reads as if nothing had been given back.' );
		self::assertStringContainsString( '$49.00', (string) $result->message );
		self::assertStringContainsString( 'Somebody threw.', (string) $result->message );

		self::assertSame( Outcome::Unknown, $this->store->find_refund( $request )->outcome );
		self::assertSame( 4900, $this->paid_out( $id ) );
	}

	public function test_when_the_order_reads_refunded_without_a_record_the_message_says_so(): void {
		$id = $this->an_order();
		$this->throw_in( 'woocommerce_order_refunded' );

		$result = $this->store->refund( $this->request( $id ) );

		self::assertSame( 'refunded', $this->wc_order( $id )->get_status() );
		self::assertStringContainsString( 'the order reads refunded', (string) $result->message );
	}

	#[DataProvider( 'hooks_after_the_payout' )]
	public function test_the_gateways_own_id_proves_the_payout_and_the_record_is_put_back( string $hook ): void {
		$id = $this->an_order( [ 'gateway' => 'proof' ] );
		$this->throw_in( $hook );

		$result = $this->store->refund( $this->request( $id ) );

		self::assertSame( Outcome::Done, $result->outcome );
		self::assertStringStartsWith( 're_', (string) $result->receipt );
		self::assertFalse( $result->on_word );
		$this->assert_settled( $id );
	}

	public function test_a_process_that_died_between_payout_and_flag_is_found_and_made_whole(): void {
		$id      = $this->an_order( [ 'gateway' => 'proof' ] );
		$request = $this->request( $id );
		$this->store->refund( $request );
		// As the process would have left it: paid, the record saved, its flag not yet set, the order as it was.
		$order = $this->wc_order( $id );
		foreach ( $order->get_refunds() as $refund ) {
			$refund->set_refunded_payment( false );
			$refund->save();
		}
		$order->set_status( 'completed' );
		$order->save();

		self::assertSame( Outcome::Done, $this->store->find_refund( $request )->outcome );
		$this->assert_settled( $id );
	}

	public function test_an_unknown_gateway_is_taken_at_its_word_and_that_is_said(): void {
		$id = $this->an_order( [ 'gateway' => 'liar' ] );

		$result = $this->store->refund( $this->request( $id ) );

		self::assertSame( Outcome::Done, $result->outcome );
		self::assertTrue( $result->on_word );
		self::assertSame( 0, $this->paid_out( $id ) );
	}

	public function test_a_gateway_that_is_known_to_leave_ids_has_to_leave_one(): void {
		$id = $this->an_order( [ 'gateway' => 'liar' ] );
		add_filter( 'amicable_woocommerce_refund_ids', static fn (): array => [ 're_of_long_ago' ], 20 );

		$result = $this->store->refund( $this->request( $id ) );

		self::assertSame( Outcome::Unknown, $result->outcome );
		self::assertStringContainsString( 'left no proof', (string) $result->message );
	}

	public function test_a_veto_before_the_gateway_is_a_clean_refusal(): void {
		$id = $this->an_order();
		$this->throw_in( 'woocommerce_create_refund' );

		$result = $this->store->refund( $this->request( $id ) );

		self::assertSame( Outcome::Refused, $result->outcome );
		self::assertSame( 0, $this->paid_out( $id ) );
		self::assertSame( 4900, $this->store->order( $id )?->remaining()->minor );
	}

	public function test_a_type_error_before_the_gateway_leaves_no_record_that_reads_as_paid(): void {
		$id = $this->an_order();
		add_action( 'woocommerce_create_refund', static fn () => throw new TypeError( 'Before.' ) );

		$result = $this->store->refund( $this->request( $id ) );

		self::assertSame( Outcome::Refused, $result->outcome );
		self::assertSame( 4900, $this->store->order( $id )?->remaining()->minor );
		self::assertSame( [], $this->store->order( $id )?->refunds );
	}

	/** @return iterable<string, array{mixed, Outcome}> */
	public static function answers_of_stripe(): iterable {
		yield 'a clear no' => [ Web::json( [ 'error' => [ 'message' => 'Charge has already been refunded.' ] ], 400 ), Outcome::Refused ];
		yield 'a declined one' => [ Web::json( [ 'error' => [ 'message' => 'Insufficient funds.' ] ], 402 ), Outcome::Refused ];
		yield 'a conflict of keys' => [ Web::json( [ 'error' => [ 'message' => 'Same key in use.' ] ], 409 ), Outcome::Unknown ];
		yield 'its own failure' => [ Web::json( [ 'error' => [ 'message' => 'Sorry.' ] ], 500 ), Outcome::Unknown ];
		yield 'no answer' => [ new WP_Error( 'http_request_failed', 'cURL error 28: Operation timed out' ), Outcome::Unknown ];
		yield 'yes' => [ Web::json( [ 'id' => 're_1' ] ), Outcome::Done ];
	}

	#[DataProvider( 'answers_of_stripe' )]
	public function test_what_the_provider_answered_decides( mixed $answer, Outcome $expected ): void {
		StripeTestGateway::register();
		$this->web->on( 'https://api.stripe.com/v1/refunds', static fn () => $answer );
		$id = $this->a_stripe_order();

		$result = $this->store->refund( $this->request( $id ) );

		self::assertSame( $expected, $result->outcome, (string) $result->message );
		self::assertSame( $expected === Outcome::Done ? 4900 : 0, $this->paid_out( $id ) );
	}

	/** The mark of Stripe's plugin since version 9: until when, and perhaps for which refund. */
	public function test_an_order_that_somebody_refunds_right_now_is_left_alone(): void {
		StripeTestGateway::register();
		$this->web->on( 'https://api.stripe.com/v1/refunds', static fn () => Web::json( [ 'id' => 're_1' ] ) );
		$order = $this->wc_order( $this->a_stripe_order() );
		$order->update_meta_data( '_stripe_lock_refund', ( time() + 300 ) . '|re_9' );
		$order->save();
		self::assertSame( [ Outcome::Refused, 0 ], [ $this->store->refund( $this->request( $order->get_id() ) )->outcome, $this->paid_out( $order->get_id() ) ] );

		$order->update_meta_data( '_stripe_lock_refund', (string) ( time() - 1 ) );
		$order->save();
		self::assertSame( Outcome::Done, $this->store->refund( $this->request( $order->get_id() ) )->outcome, 'A mark that was left behind ends by itself.' );
	}

	public function test_our_key_travels_with_our_own_call_to_the_provider_and_nowhere_else(): void {
		StripeTestGateway::register();
		$this->web->on( 'https://', static fn () => Web::json( [ 'id' => 're_1' ] ) );
		$request = $this->request( $this->a_stripe_order() );
		add_action( 'woocommerce_create_refund', static fn () => wp_remote_post( 'https://example.com/webhook' ) );

		$this->store->refund( $request );
		wp_remote_post( 'https://api.stripe.com/v1/refunds' );

		$keys = array_map( static fn ( array $sent ): ?string => $sent['args']['headers']['Idempotency-Key'] ?? null, $this->web->requests );
		self::assertSame( [ null, $request->key, null ], $keys );
		self::assertSame( 'Basic x', $this->web->requests[1]['args']['headers']['Authorization'] );
	}

	public function test_letting_go_of_a_reserved_payment_is_done_although_it_looks_like_an_error(): void {
		StripeTestGateway::register();
		$this->web->on( 'https://api.stripe.com/', static fn () => Web::json( [ 'id' => 'pi_1' ] ) );
		$id    = $this->a_stripe_order( 'on-hold' );
		$order = $this->wc_order( $id );
		$order->set_date_paid( null );
		$order->update_meta_data( '_stripe_charge_captured', 'no' );
		$order->save();
		$read = $this->store->order( $id );
		self::assertTrue( $read?->uncaptured );
		self::assertFalse( $read->paid );
		self::assertNull( $read->why_not );

		$result = $this->store->refund( $this->request( $id ) );

		self::assertSame( [ Outcome::Done, 'void' ], [ $result->outcome, $result->receipt ] );
		self::assertSame( 'cancelled', $this->wc_order( $id )->get_status() );
		self::assertSame( 0, $this->paid_out( $id ) );
	}

	/** @return iterable<string, array{string, int, string}> */
	public static function currencies(): iterable {
		yield 'three decimals in a shop with two' => [ 'KWD', 12_344, '12.344' ];
		yield 'none in a shop with two' => [ 'JPY', 5_005, '5005' ];
		yield 'two' => [ 'EUR', 1_999, '19.99' ];
	}

	#[DataProvider( 'currencies' )]
	public function test_the_last_minor_unit_is_paid_whatever_the_shops_own_decimals( string $currency, int $total, string $paid ): void {
		$id = $this->an_order(
			[
				'currency' => $currency,
				'total'    => $total,
			]
		);

		self::assertSame( Outcome::Done, $this->store->refund( $this->request( $id ) )->outcome );
		self::assertSame( [ $paid ], \Amicable\Tests\RealStores\Support\Bank::payouts( $id ) );
		self::assertSame( 'refunded', $this->wc_order( $id )->get_status() );
	}

	public function test_every_item_is_given_back_free_ones_too_with_its_tax(): void {
		$id = $this->an_order(
			[
				'total'    => 5939,
				'tax'      => 940,
				'shipping' => 500,
				'free'     => true,
			]
		);

		$this->store->refund( $this->request( $id ) );

		$refund = $this->wc_order( $id )->get_refunds()[0];
		self::assertSame( 'refunded', $this->wc_order( $id )->get_status(), 'A forgotten free item would leave it partly refunded.' );
		self::assertEqualsWithDelta( -9.40, (float) $refund->get_total_tax(), 0.001 );
		self::assertEqualsWithDelta( -5.00, (float) $refund->get_shipping_total(), 0.001 );
		self::assertCount( 2, $refund->get_items() );
	}

	public function test_after_an_earlier_lump_the_items_still_add_up_to_what_is_paid(): void {
		$id = $this->an_order(
			[
				'total'    => 5939,
				'tax'      => 940,
				'shipping' => 500,
				'refunds'  => [ 1001 ],
			]
		);

		$this->store->refund( $this->request( $id ) );

		$sum = 0;
		foreach ( $this->wc_order( $id )->get_refunds() as $refund ) {
			foreach ( $refund->get_items( [ 'line_item', 'shipping' ] ) as $item ) {
				$sum += (int) round( 100 * ( (float) $item->get_total() + (float) $item->get_total_tax() ) );
			}
		}
		self::assertSame( -4938, $sum );
		self::assertSame( 4938, $this->paid_out( $id ) );
	}

	public function test_it_happens_in_the_name_of_the_person_who_asked_and_stock_stays(): void {
		$id      = $this->an_order();
		$request = $this->request( $id );
		wp_set_current_user( 0 );

		$this->store->refund( $request );

		self::assertSame( $request->actor_id, (int) $this->wc_order( $id )->get_refunds()[0]->get_refunded_by() );
		self::assertSame( 0, get_current_user_id() );
	}

	public function test_nothing_of_ours_stays_hooked_after_a_call_that_broke(): void {
		$before = $this->hooked();

		$this->store->refund( $this->request( $this->an_order( [ 'gateway' => 'error' ] ) ) );

		self::assertSame( $before, $this->hooked() );
	}

	public function test_the_log_of_downloads_outlives_the_refund(): void {
		global $wpdb;
		$id    = $this->an_order();
		$items = $this->wc_order( $id )->get_items();
		$mine  = $this->a_download( $id, 'buyer@example.com', 0, (int) reset( $items )->get_product_id() );
		$wpdb->insert(
			"{$wpdb->prefix}wc_download_log",
			[
				'timestamp'     => current_time( 'mysql', true ),
				'permission_id' => $mine,
				'user_id'       => 1,
			]
		);

		$this->store->refund( $this->request( $id ) );

		self::assertSame( 1, (int) $wpdb->get_var( "SELECT COUNT(*) FROM {$wpdb->prefix}wc_download_log" ) );
		$downloads = $this->store->downloads( [ $id ], new \Amicable\Stores\Keys( [], [] ) );
		self::assertCount( 1, $downloads );
		self::assertFalse( $downloads[0]->open );
	}

	private function request( int $id ): RefundRequest {
		$order = $this->store->order( $id );
		self::assertNotNull( $order );

		return new RefundRequest( new OrderRef( 'woocommerce', $id ), $order->remaining(), hash( 'sha256', "step $id" ), 'Refunded in full', (int) get_current_user_id(), $this->store->before_refund( $id ) );
	}

	private function assert_settled( int $id ): void {
		$order = $this->store->order( $id );
		self::assertNotNull( $order );
		self::assertSame( 4900, $this->paid_out( $id ) );
		self::assertSame( 0, $order->remaining()->minor );
		self::assertCount( 1, $order->refunds );
		self::assertTrue( $order->refunds[0]->by_gateway );
		self::assertSame( 'refunded', $order->status );
	}

	private function throw_in( string $hook ): void {
		add_action( $hook, static fn () => throw new Exception( 'Somebody threw.' ) );
	}

	private function a_stripe_order( string $status = 'completed' ): int {
		$id    = $this->an_order();
		$order = $this->wc_order( $id );
		$order->set_payment_method( 'stripe' );
		$order->set_status( $status );
		$order->save();

		return $id;
	}

	/** @return array<string, int> Listeners by hook. */
	private function hooked(): array {
		$hooks = [ 'http_request_args', 'pre_http_request', 'http_api_debug', 'woocommerce_create_refund', 'wc_get_price_decimals', 'woocommerce_customer-download_data_store' ];

		return array_combine( $hooks, array_map( static fn ( string $hook ): int => array_sum( array_map( 'count', $GLOBALS['wp_filter'][ $hook ]->callbacks ?? [] ) ), $hooks ) );
	}
}
