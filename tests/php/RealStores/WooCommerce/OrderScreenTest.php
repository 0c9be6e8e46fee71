<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\WooCommerce;

use Amicable\Mode;
use Amicable\Plugin;
use Amicable\Stores\OrderRef;
use Amicable\Tests\RealStores\Support\MakesOrders;
use Amicable\Tests\Support\IntegrationTestCase;
use Automattic\WooCommerce\Utilities\FeaturesUtil;
use Automattic\WooCommerce\Utilities\OrderUtil;

/** Our box on WooCommerce's own order screen, and what we say to WooCommerce about ourselves. */
final class OrderScreenTest extends IntegrationTestCase {

	use MakesOrders;

	public function test_the_box_stands_on_the_order_screen_and_shows_the_account(): void {
		$this->as_role( 'administrator' );
		$html = $this->box( $this->known_order() );

		self::assertStringContainsString( 'Refund and end license', $html );
		self::assertStringContainsString( 'Part ways', $html );
		self::assertLessThan( strpos( $html, 'Part ways' ), strpos( $html, 'Refund and end license' ), 'The everyday way comes first.' );
		self::assertStringContainsString( '$49.00', $html );
		self::assertStringContainsString( 'unknown', $html, 'No hour of support is known: that is not zero.' );
	}

	public function test_it_costs_at_most_five_queries(): void {
		$this->as_role( 'administrator' );
		$id = $this->known_order();
		$this->box( $id );
		$asked = [];
		add_filter(
			'query',
			static function ( string $sql ) use ( &$asked ): string {
				$asked[] = $sql;

				return $sql;
			}
		);

		$this->box( $id );

		$ours = array_filter( $asked, static fn ( string $sql ): bool => preg_match( '/wc_orders|woocommerce_order|wp_posts|postmeta/', $sql ) !== 1 );
		self::assertLessThanOrEqual( 5, count( $ours ), implode( "\n", $ours ) );
	}

	public function test_without_the_right_to_see_money_none_is_printed(): void {
		$id   = $this->known_order();
		$user = $this->as_role( 'shop_manager' );
		self::assertStringContainsString( '49', $this->box( $id ), 'The test must be able to fail.' );
		$user->add_cap( 'amicable_money', false );
		wp_set_current_user( $user->ID );

		self::assertStringNotContainsString( '$49', $this->box( $id ) );
		self::assertStringNotContainsString( 'Paid', $this->box( $id ) );
	}

	public function test_without_the_right_to_view_there_is_no_box(): void {
		$id = $this->known_order();
		$this->as_role( 'subscriber' );

		self::assertSame( '', $this->box( $id ) );
	}

	public function test_an_order_nobody_has_read_yet_says_so(): void {
		$this->as_role( 'administrator' );

		self::assertStringContainsString( 'has not been read yet', $this->box( $this->an_order() ) );
	}

	public function test_woocommerce_counts_us_as_compatible(): void {
		$plugin = plugin_basename( Plugin::instance()->file );
		foreach ( [ 'custom_order_tables', 'cart_checkout_blocks' ] as $feature ) {
			$known = FeaturesUtil::get_compatible_plugins_for_feature( $feature );
			self::assertNotSame( [], array_filter( $known['compatible'], static fn ( string $name ): bool => str_contains( $name, 'amicable' ) || $name === $plugin ), $feature );
		}
	}

	public function test_saving_an_order_costs_at_most_three_queries_more(): void {
		$order = $this->wc_order( $this->known_order() );
		$this->saved_in( $order );
		$with = $this->saved_in( $order );
		remove_all_actions( 'shutdown' );
		foreach ( [ 'woocommerce_new_order', 'woocommerce_update_order', 'woocommerce_order_status_changed' ] as $hook ) {
			$this->remove_ours( $hook );
		}
		$without = $this->saved_in( $order );

		self::assertLessThanOrEqual( 3, $with - $without );
	}

	protected function setUp(): void {
		parent::setUp();
		// Loaded in wp-admin only, where the box is.
		require_once WC_ABSPATH . 'includes/admin/wc-admin-functions.php';
	}

	private function known_order(): int {
		$id = $this->an_order();
		Plugin::instance()->graph( Mode::Live )->projector()->order_changed( new OrderRef( 'woocommerce', $id ) );

		return $id;
	}

	private function box( int $order_id ): string {
		global $wp_meta_boxes;
		$wp_meta_boxes = [];
		$hpos          = OrderUtil::custom_orders_table_usage_is_enabled();
		$screen        = $hpos ? wc_get_page_screen_id( 'shop-order' ) : 'shop_order';
		$subject       = $hpos ? $this->wc_order( $order_id ) : get_post( $order_id );
		set_current_screen( $screen );
		do_action( 'add_meta_boxes', $screen, $subject );
		$box = $wp_meta_boxes[ $screen ]['side']['high']['amicable-order'] ?? null;
		if ( $box === null ) {
			return '';
		}
		ob_start();
		( $box['callback'] )( $subject, $box );

		return html_entity_decode( (string) ob_get_clean(), ENT_QUOTES );
	}

	private function saved_in( \WC_Order $order ): int {
		global $wpdb;
		$before = $wpdb->num_queries;
		$order->set_customer_note( uniqid() );
		$order->save();

		return $wpdb->num_queries - $before;
	}

	private function remove_ours( string $hook ): void {
		foreach ( $GLOBALS['wp_filter'][ $hook ]->callbacks ?? [] as $priority => $callbacks ) {
			foreach ( $callbacks as $callback ) {
				$function = $callback['function'];
				if ( $function instanceof \Closure && str_contains( (string) ( new \ReflectionFunction( $function ) )->getFileName(), 'Stores/WooCommerce/Changes' ) ) {
					remove_action( $hook, $function, $priority );
				}
			}
		}
	}
}
