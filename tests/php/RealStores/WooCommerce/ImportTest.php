<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\WooCommerce;

use Amicable\Graph;
use Amicable\Mode;
use Amicable\Plugin;
use Amicable\Tests\RealStores\Support\CopiesOrders;
use Amicable\Tests\RealStores\Support\Figures;
use Amicable\Tests\RealStores\Support\MakesOrders;
use Amicable\Tests\RealStores\Support\Scale;
use Amicable\Tests\Support\IntegrationTestCase;

/** All orders that a shop has when we come. */
final class ImportTest extends IntegrationTestCase {

	use CopiesOrders;
	use MakesOrders;

	public function test_all_orders_of_before_come_in_whole(): void {
		for ( $n = 0; $n < 30; $n++ ) {
			$this->an_order(
				[
					'email'    => 'buyer' . ( $n % 12 ) . '@example.com',
					'total'    => 5939,
					'tax'      => 940,
					'shipping' => 500,
					'currency' => $n % 5 === 0 ? 'EUR' : 'USD',
					'refunds'  => $n % 6 === 0 ? [ 1000 ] : [],
				]
			);
		}
		$copies = Scale::copies();
		$this->copy_orders( $copies - 1 );
		wp_cache_flush();
		self::assertSame( $copies * 30, $this->graph()->woocommerce()->count_orders() );
		$began = microtime( true );

		while ( $this->graph()->importer()->slice( 'woocommerce', 20.0 ) ) {
			// A job or a page does this slice by slice.
			continue;
		}

		$seconds = round( microtime( true ) - $began, 1 );
		Figures::note( 'import_of_' . $copies * 30 . '_orders_seconds', $seconds );
		self::assertTrue( $this->graph()->importer()->is_complete( 'woocommerce' ) );
		$this->assert_facts( $copies );
	}

	private function assert_facts( int $copies ): void {
		global $wpdb;
		$row = $wpdb->get_row( "SELECT COUNT(*) AS orders, SUM( total ) AS total, SUM( refunded ) AS refunded, COUNT( DISTINCT customer_id ) AS customers FROM {$wpdb->prefix}amicable_orders", ARRAY_A );

		self::assertSame( [ 'orders' => (string) ( $copies * 30 ), 'total' => (string) ( $copies * 30 * 5939 ), 'refunded' => (string) ( $copies * 5 * 1000 ), 'customers' => (string) ( $copies * 12 ) ], $row );
	}

	private function graph(): Graph {
		return Plugin::instance()->graph( Mode::Live );
	}
}
