<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\WooCommerce;

use Amicable\Graph;
use Amicable\Mode;
use Amicable\Plugin;
use Amicable\Tests\RealStores\Support\MakesOrders;
use Amicable\Tests\Support\IntegrationTestCase;
use Automattic\WooCommerce\StoreApi\Exceptions\RouteException;
use Automattic\WooCommerce\StoreApi\Utilities\OrderController;
use DateTimeImmutable;
use PHPUnit\Framework\Attributes\DataProvider;
use WC_Form_Handler;
use WP_Error;

/** The guard at the real tills of WooCommerce: its own checking code decides, not ours. */
final class CheckoutGuardTest extends IntegrationTestCase {

	use MakesOrders;

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

		self::assertSame( $refused ? 'We are not able to take this order. If you think this is a mistake, please contact us.' : '', $this->store_api( $order ) );
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
