<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\WooCommerce;

use Amicable\Graph;
use Amicable\Mode;
use Amicable\Plugin;
use Amicable\Tests\RealStores\Support\FakeGateway;
use Amicable\Tests\RealStores\Support\MakesOrders;
use Amicable\Tests\Support\IntegrationTestCase;
use Automattic\WooCommerce\StoreApi\Exceptions\RouteException;
use Automattic\WooCommerce\StoreApi\Utilities\OrderController;
use DateTimeImmutable;
use PHPUnit\Framework\Attributes\DataProvider;
use WC_Form_Handler;
use WP_Error;
use WP_REST_Request;

/** The guard at the real tills of WooCommerce: its own checking code decides, not ours. */
final class CheckoutGuardTest extends IntegrationTestCase {

	use MakesOrders;

	private const REFUSAL = 'We are not able to take this order. If you think this is a mistake, please contact us.';

	protected function setUp(): void {
		parent::setUp();
		wc_load_cart();
		wc_clear_notices();
	}

	/** @return iterable<string, array{string, bool}> */
	public static function buyers(): iterable {
		yield 'blocked' => [ 'blocked@example.com', true ];
		yield 'blocked, in another letter case' => [ ' Blocked@Example.com', true ];
		yield 'somebody else' => [ 'welcome@example.com', false ];
	}

	#[DataProvider( 'buyers' )]
	public function test_the_classic_checkout( string $email, bool $refused ): void {
		$this->block( 'email', 'blocked@example.com' );

		self::assertSame( $refused, in_array( 'amicable_order_refused', $this->classic( $email )->get_error_codes(), true ) );
	}

	#[DataProvider( 'buyers' )]
	public function test_the_store_api_of_blocks_and_express_buttons( string $email, bool $refused ): void {
		$this->block( 'email', 'blocked@example.com' );
		$order = $this->wc_order( $this->an_order( [ 'state' => 'unpaid' ] ) );
		$order->set_props(
			[
				'billing_email'      => trim( $email ),
				'billing_last_name'  => 'Doe',
				'billing_address_1'  => '1 Main Street',
				'billing_city'       => 'Springfield',
				'billing_state'      => 'IL',
				'billing_postcode'   => '62701',
				'billing_country'    => 'US',
			]
		);

		self::assertSame( $refused ? self::REFUSAL : '', $this->store_api( $order ) );
	}

	#[DataProvider( 'buyers' )]
	public function test_the_pay_link( string $email, bool $refused ): void {
		$this->block( 'email', 'blocked@example.com' );
		$id = $this->an_order(
			[
				'state' => 'unpaid',
				'email' => trim( $email ),
			]
		);

		self::assertSame( $refused, str_contains( $this->pay( $id ), 'We are not able to take this order' ) );
	}

	#[DataProvider( 'buyers' )]
	public function test_whoever_types_in_an_order_is_warned_once_and_not_held_back( string $email, bool $refused ): void {
		$this->block( 'email', 'blocked@example.com' );
		$order = $this->wc_order( $this->an_order( [ 'email' => trim( $email ) ] ) );
		$order->set_created_via( 'admin' );
		$order->save();
		// What WooCommerce's form fires once it has saved an order.
		do_action( 'woocommerce_process_shop_order_meta', $order->get_id(), $order );
		do_action( 'woocommerce_process_shop_order_meta', $order->get_id(), $order );

		$notes = array_filter( wc_get_order_notes( [ 'order_id' => $order->get_id() ] ), static fn ( object $note ): bool => str_contains( $note->content, 'cannot buy here any more' ) );
		self::assertCount( $refused ? 1 : 0, $notes );
	}

	/** @return iterable<string, array{string, string, bool, bool}> Address, price, refused, before WooCommerce 9.9. */
	public static function block_checkouts(): iterable {
		foreach ( self::buyers() as $name => [ $email, $refused ] ) {
			yield "$name" => [ trim( $email ), '49', $refused, false ];
			yield "$name, a free item" => [ trim( $email ), '0', $refused, false ];
			yield "$name, with the hooks of WooCommerce before 9.9" => [ trim( $email ), '49', $refused, true ];
		}
	}

	#[DataProvider( 'block_checkouts' )]
	public function test_a_whole_order_through_the_block_checkout( string $email, string $price, bool $refused, bool $before_9_9 ): void {
		$this->block( 'email', 'blocked@example.com' );
		if ( $before_9_9 ) {
			remove_all_actions( 'woocommerce_checkout_validate_order_before_payment' );
		}

		self::assertSame( $refused ? self::REFUSAL : '', $this->place_in_blocks( $email, $price ) );
	}

	#[DataProvider( 'buyers' )]
	public function test_free_items_in_the_classic_checkout( string $email, bool $refused ): void {
		$this->block( 'email', 'blocked@example.com' );
		$this->fill_cart( '0' );

		self::assertSame( $refused, in_array( 'amicable_order_refused', $this->classic( $email )->get_error_codes(), true ) );
	}

	#[DataProvider( 'buyers' )]
	public function test_an_order_made_over_rest( string $email, bool $refused ): void {
		$this->block( 'email', 'blocked@example.com' );
		$this->as_role( 'administrator' );
		$request = new WP_REST_Request( 'POST', '/wc/v3/orders' );
		$request->set_body_params( [ 'billing' => [ 'email' => trim( $email ) ] ] );
		$answer = rest_do_request( $request );

		self::assertSame( $refused ? [ 400, 'amicable_order_refused' ] : [ 201, '' ], [ $answer->get_status(), $answer->get_data()['code'] ?? '' ] );
	}

	#[DataProvider( 'buyers' )]
	public function test_a_new_account_in_the_shop( string $email, bool $refused ): void {
		$this->block( 'email', 'blocked@example.com' );
		$made = wc_create_new_customer( trim( $email ), 'robin', wp_generate_password() );

		self::assertSame( $refused, is_wp_error( $made ) );
		self::assertSame( $refused ? 'amicable_order_refused' : '', is_wp_error( $made ) ? $made->get_error_code() : '' );
	}

	public function test_whatever_else_there_is_finds_no_way_to_pay(): void {
		$user = $this->as_role( 'subscriber' );
		self::assertNotSame( [], WC()->payment_gateways()->get_available_payment_gateways() );
		$this->block( 'user', (string) $user->ID );

		self::assertSame( [], WC()->payment_gateways()->get_available_payment_gateways() );
	}

	public function test_one_request_lets_them_in_again(): void {
		$this->block( 'email', 'blocked@example.com' );
		$customer = (int) $this->graph()->database()->value( "SELECT MAX(customer_id) FROM {$this->graph()->database()->table( 'blocks' )}" );
		$this->as_role( 'administrator' );
		$version = (int) ( $this->graph()->customers()->row( $customer )['version'] ?? 0 );

		self::assertSame( 200, $this->rest( 'POST', "/customers/$customer/unblock", [ 'reason' => 'A mistake', 'version' => $version ] )->get_status() );
		self::assertNotContains( 'amicable_order_refused', $this->classic( 'blocked@example.com' )->get_error_codes() );
	}

	public function test_a_blocked_account_is_refused_under_any_address(): void {
		$user = $this->as_role( 'subscriber' );
		$this->block( 'user', (string) $user->ID );

		self::assertContains( 'amicable_order_refused', $this->classic( 'new@example.com' )->get_error_codes() );
	}

	public function test_a_new_account_with_a_blocked_address_is_refused_too(): void {
		$user = $this->as_role( 'subscriber' );
		$this->block( 'email', $user->user_email );

		self::assertContains( 'amicable_order_refused', $this->classic( 'new@example.com' )->get_error_codes() );
	}

	public function test_a_block_that_ran_out_refuses_nobody(): void {
		$this->block( 'email', 'blocked@example.com', '-1 day' );

		self::assertNotContains( 'amicable_order_refused', $this->classic( 'blocked@example.com' )->get_error_codes() );
	}

	public function test_the_sentence_gives_no_reason(): void {
		$this->block( 'email', 'blocked@example.com' );

		$sentence = (string) $this->classic( 'blocked@example.com' )->get_error_message( 'amicable_order_refused' );

		self::assertDoesNotMatchRegularExpression( '/block|ban|fraud|abus|amicable/i', $sentence );
		self::assertNotSame( '', $sentence );
	}

	public function test_a_table_that_cannot_be_read_sells_and_is_heard_of(): void {
		global $wpdb;
		$this->block( 'email', 'blocked@example.com' );
		$wpdb->query( "RENAME TABLE {$wpdb->prefix}amicable_blocks TO {$wpdb->prefix}amicable_blocks_away" );
		$log    = (string) tempnam( sys_get_temp_dir(), 'amicable' );
		$before = ini_set( 'error_log', $log );
		$wpdb->suppress_errors( true );

		$errors = $this->classic( 'blocked@example.com' );

		ini_set( 'error_log', (string) $before );
		$wpdb->suppress_errors( false );
		$wpdb->query( "RENAME TABLE {$wpdb->prefix}amicable_blocks_away TO {$wpdb->prefix}amicable_blocks" );
		self::assertNotContains( 'amicable_order_refused', $errors->get_error_codes() );
		self::assertStringContainsString( 'let the purchase go on', (string) file_get_contents( $log ) );
		unlink( $log );
	}

	public function test_it_costs_one_query_at_the_till_and_none_elsewhere(): void {
		global $wpdb;
		$this->graph()->block_list()->is_blocked( [ 1 ], [ 'warm@example.com' ] );
		$before = $wpdb->num_queries;

		$this->graph()->block_list()->is_blocked( [ 7 ], [ 'a@example.com', 'b@example.com' ] );

		self::assertSame( 1, $wpdb->num_queries - $before );
	}

	private function block( string $kind, string $name, string $until = '+1 year' ): void {
		$graph    = $this->graph();
		$customer = $graph->customers()->create( 'Robin', 'blocked@example.com', '' );
		$graph->blocks()->block( $customer, [ [ $kind, $graph->identity()->hash( $kind, $name ) ] ], '', 1, null, new DateTimeImmutable( $until ) );
	}

	private function graph(): Graph {
		return Plugin::instance()->graph( Mode::Live );
	}

	/** WooCommerce's own validation, with everything else it has to say. */
	private function classic( string $email ): WP_Error {
		$errors = new WP_Error();
		$data   = [ ...WC()->checkout()->get_posted_data(), 'billing_email' => $email ];
		( function () use ( &$data, &$errors ): void {
			$this->validate_checkout( $data, $errors );
		} )->call( WC()->checkout() );

		return $errors;
	}

	private function fill_cart( string $price ): void {
		WC()->cart->empty_cart();
		$product = $this->a_product();
		$product->set_regular_price( $price );
		$product->save();
		WC()->cart->add_to_cart( $product->get_id() );
	}

	/** What the Store API answers to a guest who places an order: its refusal, or ''. */
	private function place_in_blocks( string $email, string $price ): string {
		wp_set_current_user( 0 );
		$this->fill_cart( $price );
		add_filter( 'woocommerce_store_api_disable_nonce_check', '__return_true' );
		$address = [ 'first_name' => 'Robin', 'last_name' => 'Doe', 'address_1' => '1 Main Street', 'city' => 'Springfield', 'state' => 'IL', 'postcode' => '62701', 'country' => 'US', 'email' => $email ];
		$request = new WP_REST_Request( 'POST', '/wc/store/v1/checkout' );
		$request->set_header( 'Content-Type', 'application/json' );
		$request->set_body( (string) wp_json_encode( [ 'billing_address' => $address ] + ( $price === '0' ? [] : [ 'payment_method' => FakeGateway::id_of( 'ok' ) ] ) ) );
		$answer = rest_do_request( $request );

		return $answer->get_status() === 200 ? '' : (string) ( $answer->get_data()['message'] ?? '' );
	}

	private function store_api( \WC_Order $order ): string {
		try {
			( new OrderController() )->validate_existing_order_before_payment( $order );
		} catch ( RouteException $refused ) {
			return $refused->getMessage();
		}

		return '';
	}

	private function pay( int $order_id ): string {
		global $wp;
		$order                             = $this->wc_order( $order_id );
		$wp->query_vars['order-pay']       = $order_id;
		$_GET['key']                       = $order->get_order_key();
		$_POST['woocommerce_pay']          = '1';
		$_REQUEST['woocommerce-pay-nonce'] = wp_create_nonce( 'woocommerce-pay' );
		WC_Form_Handler::pay_action();
		ob_end_clean();

		return implode( ' ', array_column( wc_get_notices( 'error' ), 'notice' ) );
	}
}
