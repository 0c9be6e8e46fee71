<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\EasyDigitalDownloads;

use Amicable\Stores\EasyDigitalDownloads\EddStore;
use Amicable\Stores\Keys;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Outcome;
use Amicable\Stores\RefundRequest;
use Amicable\Tests\RealStores\Support\Bank;
use Amicable\Tests\RealStores\Support\EddProviders;
use Amicable\Tests\RealStores\Support\MakesEddOrders;
use Amicable\Tests\RealStores\Support\StripeWire;
use Amicable\Tests\Support\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;
use RuntimeException;

/** What EDD's own refund leaves undone, and what breaks in and around it, each with the money's real whereabouts beside it. */
final class EddRefundTest extends IntegrationTestCase {

	use MakesEddOrders;

	private EddStore $store;

	protected function setUp(): void {
		parent::setUp();
		global $wpdb;
		$this->store = EddStore::create( $wpdb );
		StripeWire::$sent = [];
	}

	/** The baseline: EDD's refund, called by code, pays nobody. */
	public function test_edds_own_refund_moves_no_money(): void {
		$this->as_role( 'administrator' );
		$id = $this->an_order();

		self::assertIsInt( edd_refund_order( $id ) );

		self::assertSame( 'refunded', edd_get_order( $id )->status );
		self::assertSame( 0, $this->paid_out( $id ) );
		self::assertArrayHasKey( 10, $this->open( $id ), 'And the proof names it.' );
	}

	/** @return iterable<string, array{string}> */
	public static function gateways(): iterable {
		yield 'PayPal Commerce' => [ 'ok' ];
		yield 'Stripe' => [ 'stripe' ];
		yield 'PayPal Standard' => [ 'standard' ];
	}

	#[DataProvider( 'gateways' )]
	public function test_its_gateway_pays_once_for_nobody_logged_in_and_past_the_window( string $gateway ): void {
		edd_update_option( 'refund_window', 14 );
		$id      = $this->an_order( [ 'gateway' => $gateway, 'age_days' => $gateway === 'stripe' ? 400 : 170 ] );
		$request = $this->request( $id, $this->as_role( 'subscriber' )->ID );
		wp_set_current_user( 0 );

		$result = $this->store->refund( $request );

		self::assertSame( Outcome::Done, $result->outcome, (string) $result->message );
		self::assertMatchesRegularExpression( '/^(RF-|re_)/', (string) $result->receipt );
		self::assertSame( [ '49.00' ], Bank::payouts( $id ) );
		self::assertSame( 'refunded', edd_get_order( $id )->status );
		self::assertFalse( edd_is_order_refundable_by_override( $this->an_order() ), 'The door is shut again.' );
	}

	public function test_what_paypal_took_too_long_ago_goes_back_by_hand(): void {
		foreach ( [ 'ok', 'standard' ] as $gateway ) {
			$id     = $this->an_order( [ 'gateway' => $gateway, 'age_days' => 181 ] );
			$result = $this->store->refund( $this->request( $id ) );
			self::assertSame( [ Outcome::Manual, [] ], [ $result->outcome, Bank::payouts( $id ) ] );
			self::assertStringContainsString( '180 days', (string) $result->message );
			self::assertSame( 4900, $this->store->order( $id )?->remaining()->minor, 'Nothing is booked before somebody paid.' );
		}
	}

	#[DataProvider( 'gateways' )]
	public function test_what_was_given_back_before_is_not_given_back_again( string $gateway ): void {
		$id = $this->an_order( [ 'gateway' => $gateway, 'total' => 5939, 'tax' => 940, 'shipping' => 500, 'refunds' => [ 1001 ] ] );

		self::assertSame( Outcome::Done, $this->store->refund( $this->request( $id ) )->outcome );

		self::assertSame( [ '49.38' ], Bank::payouts( $id ) );
		self::assertSame( 0.0, edd_get_order_total( $id ) );
		self::assertSame( [ 0, 940, 500 ], [ $this->store->order( $id )?->remaining()->minor, $this->store->order( $id )?->refunded_tax->minor, $this->store->order( $id )?->refunded_shipping->minor ] );
	}

	public function test_our_key_travels_with_the_call(): void {
		$paypal = $this->request( $this->an_order() );
		$stripe = $this->request( $this->an_order( [ 'gateway' => 'stripe' ] ) );
		$this->store->refund( $paypal );
		$this->store->refund( $stripe );

		self::assertSame( $paypal->key, EddProviders::$sent[0]['headers']['PayPal-Request-Id'] );
		self::assertContains( "Idempotency-Key: $stripe->key", StripeWire::$sent[0]['headers'] );
	}

	/** @return iterable<string, array{bool}> */
	public static function taxes(): iterable {
		yield 'without taxes' => [ false ];
		yield 'with taxes, where EDD\'s "all" breaks' => [ true ];
	}

	#[DataProvider( 'taxes' )]
	public function test_a_free_item_is_closed_with_the_rest( bool $taxes ): void {
		edd_update_option( 'enable_taxes', $taxes );
		$id   = $this->an_order( [ 'total' => 5939, 'tax' => 940 ] );
		$free = $this->add_item( $id, '0', '0', 'complete', 5, $this->a_product( 'Free', 0.0, true ) );
		self::assertTrue( $this->may_fetch( $id, $free ) );

		self::assertSame( Outcome::Done, $this->store->refund( $this->request( $id ) )->outcome );

		self::assertSame( 'refunded', edd_get_order( $id )->status );
		self::assertFalse( $this->may_fetch( $id, $free ) );
		self::assertSame( [], $this->open( $id ) );
	}

	public function test_a_free_order_loses_its_files_and_is_revoked(): void {
		$id   = $this->an_order( [ 'total' => 0 ] );
		$item = $this->add_item( $id, '0', '0', 'complete', 1, $this->a_product( 'Free', 0.0, true ) );
		edd_update_order_item( (int) edd_get_order( $id )->get_items()[0]->id, [ 'status' => 'revoked' ] );

		self::assertSame( Outcome::Done, $this->store->revoke_download( (string) $item )->outcome );

		self::assertSame( 'revoked', edd_get_order( $id )->status );
		self::assertFalse( $this->may_fetch( $id, $item ) );
	}

	/** @return iterable<string, array{string}> */
	public static function statuses_that_edd_does_not_refund(): iterable {
		yield 'access was taken without giving the money back' => [ 'revoked' ];
		yield 'a renewal' => [ 'edd_subscription' ];
	}

	#[DataProvider( 'statuses_that_edd_does_not_refund' )]
	public function test_money_that_edd_forgets_goes_back_too( string $status ): void {
		$id = $this->an_order( [ 'state' => $status ] );

		self::assertSame( Outcome::Done, $this->store->refund( $this->request( $id ) )->outcome );

		self::assertSame( 4900, $this->paid_out( $id ) );
		self::assertNotContains( $status, edd_get_refundable_order_statuses(), 'For this call only.' );
	}

	/** @return iterable<string, array{string}> */
	public static function answers_that_prove_nothing(): iterable {
		yield 'PayPal only promises' => [ 'pending' ];
		yield 'PayPal says yes and names nothing' => [ 'liar' ];
		yield 'PayPal pays and the line breaks' => [ 'timeout' ];
		yield 'Stripe pays and the line breaks' => [ 'stripe_timeout' ];
		yield 'Stripe pays another amount' => [ 'stripe_less' ];
		yield 'PayPal Standard says no and EDD tells its listeners that it paid' => [ 'standard_decline' ];
		yield 'PayPal Standard pays and the line breaks' => [ 'standard_timeout' ];
	}

	#[DataProvider( 'answers_that_prove_nothing' )]
	public function test_without_proof_it_is_unknown_and_stays_so( string $gateway ): void {
		$id      = $this->an_order( [ 'gateway' => $gateway ] );
		$request = $this->request( $id );

		self::assertSame( Outcome::Unknown, $this->store->refund( $request )->outcome );
		$paid = $this->paid_out( $id );

		self::assertSame( Outcome::Unknown, $this->store->refund( $request )->outcome );
		self::assertSame( Outcome::Unknown, $this->store->find_refund( $request )->outcome );
		self::assertSame( $paid, $this->paid_out( $id ), 'Nothing pays again.' );
	}

	/** @return iterable<string, array{string}> */
	public static function refusals(): iterable {
		yield 'PayPal' => [ 'decline' ];
		yield 'Stripe' => [ 'stripe_decline' ];
	}

	#[DataProvider( 'refusals' )]
	public function test_a_clear_no_leaves_it_to_a_person_whose_word_settles_it( string $gateway ): void {
		$id      = $this->an_order( [ 'gateway' => $gateway ] );
		$request = $this->request( $id );

		$result = $this->store->refund( $request );

		self::assertSame( Outcome::Manual, $result->outcome );
		self::assertStringContainsString( 'no money moved', (string) $result->message );
		self::assertSame( 0, $this->paid_out( $id ) );
		self::assertArrayHasKey( 10, $this->open( $id ) );

		self::assertSame( Outcome::Done, $this->store->record_refund( $request )->outcome );
		self::assertSame( [], $this->open( $id ) );
		self::assertSame( Outcome::Done, $this->store->find_refund( $request )->outcome );
	}

	public function test_a_listener_that_throws_after_the_booking_does_not_keep_the_money_back(): void {
		$id = $this->an_order();
		add_action( 'edd_refund_order', static fn () => throw new RuntimeException( 'Somebody threw.' ) );

		self::assertSame( Outcome::Done, $this->store->refund( $this->request( $id ) )->outcome );

		self::assertSame( [ '49.00' ], Bank::payouts( $id ) );
		self::assertSame( 'refunded', edd_get_order( $id )->status );
	}

	public function test_a_veto_before_the_booking_is_a_clean_refusal(): void {
		$id = $this->an_order();
		add_filter( 'edd_should_process_order_refund', '__return_false' );

		self::assertSame( Outcome::Refused, $this->store->refund( $this->request( $id ) )->outcome );

		self::assertSame( [ 0, 4900 ], [ $this->paid_out( $id ), $this->store->order( $id )?->remaining()->minor ] );
	}

	public function test_edds_own_form_in_the_same_request_does_not_pay_a_second_time(): void {
		$this->as_role( 'administrator' );
		$id            = $this->an_order();
		$_POST['data'] = 'edd-paypal-commerce-refund=1&edd-stripe-refund=1';

		$this->store->refund( $this->request( $id ) );

		self::assertSame( [ '49.00' ], Bank::payouts( $id ) );
		self::assertSame( 'edd-paypal-commerce-refund=1&edd-stripe-refund=1', $_POST['data'], 'Everybody else finds it as it was.' );
	}

	public function test_stripe_is_not_asked_in_the_wrong_mode_or_in_the_wrong_decimals(): void {
		$won    = $this->an_order( [ 'gateway' => 'stripe', 'currency' => 'KRW', 'total' => 65_340 ] );
		$dinars = $this->an_order( [ 'gateway' => 'stripe', 'currency' => 'KWD', 'total' => 12_345 ] );
		$live   = $this->an_order( [ 'gateway' => 'stripe' ] );
		foreach ( [ $won, $dinars ] as $id ) {
			self::assertSame( Outcome::Manual, $this->store->refund( $this->request( $id ) )->outcome );
		}
		edd_update_option( 'test_mode', true );
		self::assertSame( Outcome::Manual, $this->store->refund( $this->request( $live ) )->outcome );

		self::assertSame( [], StripeWire::$sent );
		self::assertSame( 65_340, $this->store->order( $won )?->remaining()->minor, 'Nothing is booked before somebody paid.' );
	}

	/** EDD rounds a whole row to the decimals of the shop whenever it writes it: here after the refund, where the free item is closed. */
	public function test_thousandths_beside_a_free_item_go_back_to_the_last_one(): void {
		$id     = $this->an_order( [ 'currency' => 'KWD', 'total' => 12_345, 'tax' => 587, 'free' => true, 'refunds' => [ 1_111 ] ] );
		$result = $this->store->refund( $this->request( $id ) );

		self::assertSame( Outcome::Done, $result->outcome, (string) $result->message );
		self::assertSame( [ '11.234' ], Bank::payouts( $id ) );
		self::assertSame( [ 12_345, 0 ], [ $this->store->order( $id )?->total->minor, $this->store->order( $id )?->remaining()->minor ] );
		self::assertSame( 'refunded', edd_get_order( $id )->status );
	}

	public function test_a_part_given_back_past_the_books_is_for_a_person(): void {
		$id = $this->an_order( [ 'state' => 'partially_refunded' ] );

		self::assertFalse( $this->store->order( $id )?->gateway_refunds );
		self::assertSame( Outcome::Manual, $this->store->refund( $this->request( $id ) )->outcome );
	}

	public function test_what_edd_does_after_a_purchase_is_done_before_the_refund(): void {
		$id = $this->an_order( [ 'free' => true ] );
		edd_update_order( $id, [ 'date_actions_run' => null ] );
		\EDD\Orders\DeferredActions::schedule_deferred_actions( $id );
		$done = [];
		foreach ( [ 'edd_after_order_actions', 'edd_refund_order' ] as $hook ) {
			add_action(
				$hook,
				static function () use ( &$done, $hook ): void {
					$done[] = $hook;
				}
			);
		}

		$this->store->refund( $this->request( $id ) );
		do_action( 'edd_after_payment_scheduled_actions', $id, false );

		self::assertSame( [ 'edd_after_order_actions', 'edd_refund_order' ], $done );
		self::assertSame( [ 'refunded', 'refunded' ], array_map( static fn ( object $item ): string => $item->status, edd_get_order( $id )->get_items() ) );
	}

	public function test_the_providers_message_about_our_payout_books_nothing_twice(): void {
		$id = $this->an_order( [ 'gateway' => 'stripe' ] );
		$this->store->refund( $this->request( $id ) );

		self::assertFalse( edd_is_order_refundable( $id ), 'EDD asks this when Stripe tells it of the refund.' );
		self::assertCount( 1, $this->store->order( $id )->refunds ?? [] );
	}

	public function test_several_items_and_a_credit_add_up(): void {
		$id = $this->an_order( [ 'total' => 4900 ] );
		$this->add_item( $id, '20.00', '3.80', 'complete', 1 );
		edd_add_order_adjustment( [ 'object_id' => $id, 'object_type' => 'order', 'type' => 'credit', 'description' => 'Goodwill', 'subtotal' => '5.00', 'tax' => '0', 'total' => '5.00' ] );
		edd_update_order( $id, [ 'total' => '67.80', 'tax' => '3.80', 'subtotal' => '69.00' ] );

		self::assertSame( Outcome::Done, $this->store->refund( $this->request( $id ) )->outcome );
		self::assertSame( [ '67.80' ], Bank::payouts( $id ) );
	}

	public function test_nothing_of_ours_stays_hooked(): void {
		$hooks  = [ 'edd_is_order_refundable_by_override', 'edd_refundable_order_statuses', 'edd_order_added', 'edd_currency_decimal_count', 'edds_create_refund_secondary_args', 'http_request_args' ];
		$count  = static fn (): array => array_map( static fn ( string $hook ): int => array_sum( array_map( 'count', $GLOBALS['wp_filter'][ $hook ]->callbacks ?? [] ) ), $hooks );
		$before = $count();

		foreach ( [ 'ok', 'error', 'stripe', 'stripe_timeout' ] as $gateway ) {
			$this->store->refund( $this->request( $this->an_order( [ 'gateway' => $gateway ] ) ) );
		}

		self::assertSame( $before, $count() );
	}

	private function request( int $id, int $actor = 1 ): RefundRequest {
		$order = $this->store->order( $id );
		self::assertNotNull( $order );

		return new RefundRequest( new OrderRef( 'edd', $id ), $order->remaining(), hash( 'sha256', "step $id" ), 'Refunded in full', $actor, $this->store->before_refund( $id ) );
	}

	private function may_fetch( int $order_id, int $item_id ): bool {
		return edd_order_grants_access_to_download_files( [ 'order_id' => $order_id, 'product_id' => edd_get_order_item( $item_id )->product_id ] );
	}

	/** @return array<int, string> Sentences of what is open, by check. */
	private function open( int $id ): array {
		$open = [];
		foreach ( $this->store->obligations( [ $id ], new Keys( [], [] ) ) as $obligation ) {
			if ( $obligation->open ) {
				$open[ $obligation->check ] = $obligation->text;
			}
		}

		return $open;
	}
}
