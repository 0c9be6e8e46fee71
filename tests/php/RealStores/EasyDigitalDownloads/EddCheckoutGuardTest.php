<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\EasyDigitalDownloads;

use Amicable\Mode;
use Amicable\Plugin;
use Amicable\Tests\RealStores\Support\MakesEddOrders;
use Amicable\Tests\Support\IntegrationTestCase;
use DateTimeImmutable;
use EDD\Sessions\PurchaseData;
use PHPUnit\Framework\Attributes\DataProvider;
use RuntimeException;

/** The guard at the real tills of EDD: its own purchase code decides, not ours. */
final class EddCheckoutGuardTest extends IntegrationTestCase {

	use MakesEddOrders;

	protected function setUp(): void {
		parent::setUp();
		edd_clear_errors();
		edd_empty_cart();
		edd_update_option( 'gateways', [ 'manual' => '1' ] );
		// EDD ends the request after sending somebody away.
		add_filter( 'wp_redirect', static fn ( string $to ) => throw new RuntimeException( "sent to $to" ) );
	}

	/** @return iterable<string, array{string, bool}> */
	public static function buyers(): iterable {
		yield 'blocked' => [ 'blocked@example.com', true ];
		yield 'blocked, in another letter case' => [ 'Blocked@Example.com', true ];
		yield 'somebody else' => [ 'welcome@example.com', false ];
	}

	#[DataProvider( 'buyers' )]
	public function test_the_checkout_form( string $email, bool $refused ): void {
		$this->block( 'email', 'blocked@example.com' );

		self::assertSame( $refused, $this->is_refused_at_checkout( $email ) );
	}

	#[DataProvider( 'buyers' )]
	public function test_express_buttons_that_take_the_early_checks_away( string $email, bool $refused ): void {
		$this->block( 'email', 'blocked@example.com' );
		remove_all_actions( 'edd_checkout_error_checks' );
		remove_all_actions( 'edd_checkout_user_error_checks' );

		self::assertSame( $refused, $this->is_refused_at_checkout( $email ) );
	}

	/** @return iterable<string, array{array<string, string>, string, bool}> */
	public static function stripe_buttons(): iterable {
		foreach ( self::buyers() as $name => [ $email, $refused ] ) {
			yield "Buy now, $name" => [ [ 'edds-gateway' => 'buy-now' ], $email, $refused ];
			yield "wallet, $name" => [ [ 'edds-gateway' => 'payment-request', 'edds-prb-context' => 'download' ], $email, $refused ];
		}
	}

	/** @param array<string, string> $post */
	#[DataProvider( 'stripe_buttons' )]
	public function test_the_buttons_of_edds_own_stripe( array $post, string $email, bool $refused ): void {
		$this->block( 'email', 'blocked@example.com' );
		// EDD loads this part only where wallets are switched on.
		require_once EDD_PLUGIN_DIR . 'includes/gateways/stripe/includes/payment-methods/payment-request/index.php';
		$_POST = $post;
		edds_buy_now_process_overrides();
		edds_prb_process_overrides();
		self::assertFalse( has_action( 'edd_checkout_error_checks' ), 'EDD took the early checks away.' );

		self::assertSame( $refused, $this->is_refused_at_checkout( $email ) );
	}

	#[DataProvider( 'buyers' )]
	public function test_a_free_item( string $email, bool $refused ): void {
		$this->block( 'email', 'blocked@example.com' );

		self::assertSame( $refused, $this->is_refused_at_checkout( $email, 0.0 ) );
	}

	#[DataProvider( 'buyers' )]
	public function test_a_new_account( string $email, bool $refused ): void {
		$this->block( 'email', 'blocked@example.com' );
		// Any other error keeps EDD from making the account and ending the request.
		$_POST = [ 'edd_user_email' => $email, 'edd_user_login' => 'robin', 'edd_register_submit' => '1', 'edd_user_pass' => 'one', 'edd_user_pass2' => 'other' ];

		edd_process_register_form( $_POST );

		self::assertSame( $refused, isset( edd_get_errors()['amicable_order_refused'] ) );
	}

	public function test_a_table_that_cannot_be_read_sells_and_is_heard_of(): void {
		global $wpdb;
		$this->block( 'email', 'blocked@example.com' );
		$wpdb->query( "RENAME TABLE {$wpdb->prefix}amicable_blocks TO {$wpdb->prefix}amicable_blocks_away" );
		$log    = (string) tempnam( sys_get_temp_dir(), 'amicable' );
		$before = ini_set( 'error_log', $log );
		$wpdb->suppress_errors( true );
		$refused = $this->is_refused_at_checkout( 'blocked@example.com' );
		ini_set( 'error_log', (string) $before );
		$wpdb->suppress_errors( false );
		$wpdb->query( "RENAME TABLE {$wpdb->prefix}amicable_blocks_away TO {$wpdb->prefix}amicable_blocks" );

		self::assertFalse( $refused );
		self::assertStringContainsString( 'let the purchase go on', (string) file_get_contents( $log ) );
		unlink( $log );
	}

	public function test_a_direct_buy_link_asks_who_is_logged_in(): void {
		$user = $this->as_role( 'subscriber' );
		$this->block( 'user', (string) $user->ID );

		self::assertStringContainsString( 'checkout', $this->sent_away( 'edd_straight_to_gateway', [ 'download_id' => $this->a_product() ] ) );
		self::assertSame( [], edd_get_orders( [ 'type' => 'sale' ] ) );
	}

	#[DataProvider( 'buyers' )]
	public function test_a_purchase_sent_straight_to_a_gateway( string $email, bool $refused ): void {
		$this->block( 'email', 'blocked@example.com' );
		$reached = false;
		remove_all_actions( 'edd_gateway_manual', 10 );
		add_action(
			'edd_gateway_manual',
			static function () use ( &$reached ): void {
				$reached = true;
			}
		);

		$this->sent_away( 'edd_gateway_manual', [ 'user_email' => $email ] );

		self::assertSame( ! $refused, $reached );
	}

	#[DataProvider( 'buyers' )]
	public function test_whoever_types_in_an_order_is_warned_and_not_held_back( string $email, bool $blocked ): void {
		$this->block( 'email', 'blocked@example.com' );
		$this->as_role( 'administrator' );
		$customer = $this->a_customer( $email );
		self::assertSame( $blocked, str_contains( $this->edds_answer_about( $customer ), 'cannot buy here any more' ) );

		// What EDD fires once its form has saved an order.
		$order = $this->an_order( [ 'email' => $email ] );
		do_action( 'edd_post_add_manual_order', $order, [ 'customer_id' => $customer ], [] );
		$notes = edd_get_notes( [ 'object_id' => $order, 'object_type' => 'order' ] );
		self::assertSame( $blocked, array_filter( $notes, static fn ( object $note ): bool => str_contains( $note->content, 'cannot buy here any more' ) ) !== [] );
	}

	public function test_the_sentence_gives_no_reason(): void {
		$this->block( 'email', 'blocked@example.com' );
		$this->is_refused_at_checkout( 'blocked@example.com' );

		self::assertSame( 'We are not able to take this order. If you think this is a mistake, please contact us.', edd_get_errors()['amicable_order_refused'] );
	}

	private function is_refused_at_checkout( string $email, float $price = 49.0 ): bool {
		edd_add_to_cart( $this->a_product( 'Plugin', $price ) );
		$_POST = [
			'edd_email'   => $email,
			'edd_first'   => 'Robin',
			'edd-gateway' => 'manual',
		];
		PurchaseData::start( false );

		$errors = edd_get_errors();

		return is_array( $errors ) && isset( $errors['amicable_order_refused'] );
	}

	/** @param array<string, mixed> $data */
	private function sent_away( string $hook, array $data ): string {
		try {
			do_action( $hook, $data );
		} catch ( RuntimeException $sent ) {
			return $sent->getMessage();
		}

		return '';
	}

	/** What its form puts beside the name of whoever was chosen. */
	private function edds_answer_about( int $customer ): string {
		$_POST = [ 'customer_id' => (string) $customer, 'nonce' => wp_create_nonce( 'edd_customer_details_nonce' ) ];
		add_filter( 'wp_doing_ajax', '__return_true' );
		add_filter( 'wp_die_ajax_handler', static fn (): callable => static fn () => throw new RuntimeException( 'answered' ) );
		ob_start();
		try {
			do_action( 'wp_ajax_edd_customer_details' );
		} catch ( RuntimeException ) {
			$answer = json_decode( (string) ob_get_clean(), true );
		}

		return (string) ( $answer['data']['avatar'] ?? '' );
	}

	private function block( string $kind, string $name ): void {
		$graph    = Plugin::instance()->graph( Mode::Live );
		$customer = $graph->customers()->create( 'Robin', 'blocked@example.com', '' );
		$graph->blocks()->block( $customer, [ [ $kind, $graph->identity()->hash( $kind, $name ) ] ], '', 1, null, new DateTimeImmutable( '+1 year' ) );
	}
}
