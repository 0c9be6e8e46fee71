<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\WooCommerce;

use Amicable\Stores\Keys;
use Amicable\Tests\RealStores\Support\MakesOrders;
use Amicable\Tests\RealStores\Support\MakesSubscriptions;
use Amicable\Tests\RealStores\Support\PartsWays;
use Amicable\Tests\Support\IntegrationTestCase;
use RuntimeException;
use WC_Data_Store;
use WC_Download_Handler;
use WC_Product_Download;
use WC_Product_Simple;
use WC_Product_Variable;
use WC_Product_Variation;

/** After a parting no button of the shop opens a file again; a person does. Files of simple products, variations and subscriptions. */
final class FilesKeptClosedTest extends IntegrationTestCase {

	use MakesOrders;
	use MakesSubscriptions;
	use PartsWays;

	private int $order;

	private int $subscription;

	protected function setUp(): void {
		parent::setUp();
		$this->two_people();
		update_option( 'woocommerce_file_download_method', 'redirect' );
		$user        = wp_create_user( 'robin', wp_generate_password(), 'robin@example.com' );
		$this->order = $this->an_order( [ 'email' => 'robin@example.com', 'user_id' => $user, 'gateway' => 'proof' ] );
		$order       = $this->wc_order( $this->order );
		$order->add_product( $this->with_file( new WC_Product_Simple(), 'Simple' ) );
		$order->add_product( $this->a_variation() );
		$order->set_total( '49.00' );
		$order->save();
		wc_downloadable_product_permissions( $this->order, true );
		$this->subscription = $this->a_subscription_for( $this->order );
		$this->a_download( $this->subscription, 'robin@example.com', $user );
		$this->graph()->importer()->slice( 'woocommerce', 60.0 );
	}

	public function test_what_the_shop_grants_again_stays_closed_until_a_person_opens_it(): void {
		self::assertCount( 2, wc_get_customer_available_downloads( $this->wc_order( $this->order )->get_customer_id() ), 'Simple product and variation.' );
		self::assertSame( 302, $this->fetch() );

		$run = $this->part_ways();

		self::assertSame( 'completed', $run['state'], (string) wp_json_encode( $run ) );
		self::assertStringContainsString( 'stays so', $this->proof_line( $run, 7 ) );
		$this->open_by_every_button_of_the_shop();
		self::assertGreaterThan( 1, $this->permissions_in_the_table(), 'The shop did grant them again.' );
		self::assertSame( 403, $this->fetch() );
		self::assertSame( [], wc_get_customer_available_downloads( $this->wc_order( $this->order )->get_customer_id() ) );
		self::assertFalse( wcs_get_subscription( $this->subscription )->is_download_permitted(), 'A subscription goes by its last order.' );
		$this->assert_proof_is_clear();

		$answer = $this->rest( 'POST', "/orders/woocommerce/$this->order/reopen", [ 'reason' => 'Bought again.' ] );

		self::assertSame( [ 200, false ], [ $answer->get_status(), $this->json( $answer )['kept_closed'] ] );
		self::assertSame( 302, $this->fetch() );
		self::assertNotSame( [], array_filter( $this->graph()->woocommerce()->downloads( [ $this->order ], new Keys( [], [] ) ), static fn ( object $download ): bool => $download->open ) );
	}

	public function test_orders_of_others_and_a_table_that_cannot_be_read_are_left_to_the_shop(): void {
		global $wpdb;
		$this->part_ways();
		$other = $this->an_order( [ 'email' => 'other@example.com' ] );
		self::assertTrue( $this->wc_order( $other )->is_download_permitted() );

		$this->wc_order( $this->order )->update_status( 'completed' );
		$wpdb->query( "RENAME TABLE {$wpdb->prefix}amicable_closures TO {$wpdb->prefix}amicable_closures_away" );
		$log    = (string) tempnam( sys_get_temp_dir(), 'amicable' );
		$before = ini_set( 'error_log', $log );
		$wpdb->suppress_errors( true );
		$permitted = $this->wc_order( $this->order )->is_download_permitted();
		ini_set( 'error_log', (string) $before );
		$wpdb->suppress_errors( false );
		$wpdb->query( "RENAME TABLE {$wpdb->prefix}amicable_closures_away TO {$wpdb->prefix}amicable_closures" );

		self::assertTrue( $permitted );
		self::assertStringContainsString( 'left it to the shop', (string) file_get_contents( $log ) );
		unlink( $log );
	}

	/** @return array<string, mixed> */
	private function part_ways(): array {
		$customer = (int) $this->graph()->identity()->find_by_email( 'robin@example.com' );

		return $this->run_to_its_end( $this->started( $customer, $this->plan( $customer ) ) );
	}

	/** A status is flipped, and "regenerate download permissions" is pressed: the two lines that WooCommerce runs then. */
	private function open_by_every_button_of_the_shop(): void {
		$order = $this->wc_order( $this->order );
		$order->update_status( 'completed' );
		WC_Data_Store::load( 'customer-download' )->delete_by_order_id( $this->order );
		wc_downloadable_product_permissions( $this->order, true );
		$subscription = wcs_get_subscription( $this->subscription );
		wc_downloadable_product_permissions( $subscription->get_id(), true );
		self::assertSame( 'completed', $this->wc_order( $this->order )->get_status() );
	}

	private function permissions_in_the_table(): int {
		global $wpdb;

		return (int) $wpdb->get_var( $wpdb->prepare( "SELECT COUNT(*) FROM {$wpdb->prefix}woocommerce_downloadable_product_permissions WHERE order_id = %d AND ( access_expires IS NULL OR access_expires > NOW() ) AND downloads_remaining <> '0'", $this->order ) );
	}

	/** What WooCommerce's own handler does with the link of the variation: 302 to the file, or its refusal. */
	private function fetch(): int {
		global $wpdb;
		$row = $wpdb->get_row( $wpdb->prepare( "SELECT product_id, download_id, order_key, user_email FROM {$wpdb->prefix}woocommerce_downloadable_product_permissions WHERE order_id = %d ORDER BY permission_id DESC LIMIT 1", $this->order ) );
		$_GET = [ 'download_file' => $row->product_id, 'order' => $row->order_key, 'key' => $row->download_id, 'email' => $row->user_email ];
		$sent = 0;
		$stop = static function () use ( &$sent ): void {
			$sent = 302;
			throw new RuntimeException( 'sent' );
		};
		$no   = static function ( mixed $message, mixed $title, mixed $args ) use ( &$sent ): void {
			$sent = (int) ( $args['response'] ?? 500 );
			throw new RuntimeException( 'refused' );
		};
		$die  = static fn (): callable => $no;
		add_action( 'woocommerce_download_product', $stop, 999 );
		add_filter( 'wp_die_handler', $die );
		try {
			WC_Download_Handler::download_product();
		} catch ( RuntimeException ) {
			return $sent;
		} finally {
			remove_action( 'woocommerce_download_product', $stop, 999 );
			remove_filter( 'wp_die_handler', $die );
			$_GET = [];
		}

		return 0;
	}

	private function assert_proof_is_clear(): void {
		$open = array_filter( $this->graph()->woocommerce()->obligations( [ $this->order ], new Keys( [], [ 'robin@example.com' ] ) ), static fn ( object $answer ): bool => $answer->check === 7 && $answer->open );
		self::assertSame( [], array_values( $open ) );
	}

	/** @param array<string, mixed> $run */
	private function proof_line( array $run, int $check ): string {
		return implode( ' ', array_column( array_filter( $run['proof']['obligations'], static fn ( array $line ): bool => $line['check'] === $check ), 'text' ) );
	}

	private function a_variation(): WC_Product_Variation {
		$parent = new WC_Product_Variable();
		$parent->set_name( 'Plugin in two sizes' );
		$parent->save();
		$variation = new WC_Product_Variation();
		$variation->set_parent_id( $parent->get_id() );
		$made = $this->with_file( $variation, 'Small' );
		assert( $made instanceof WC_Product_Variation );

		return $made;
	}

	private function with_file( WC_Product_Simple|WC_Product_Variation $product, string $name ): WC_Product_Simple|WC_Product_Variation {
		$file = new WC_Product_Download();
		$file->set_id( wp_generate_uuid4() );
		$file->set_name( $name );
		$file->set_file( 'https://example.org/' . strtolower( $name ) . '.zip' );
		$product->set_name( $name );
		$product->set_regular_price( '0' );
		$product->set_virtual( true );
		$product->set_downloadable( true );
		$product->set_downloads( [ $file ] );
		$product->save();

		return $product;
	}
}
