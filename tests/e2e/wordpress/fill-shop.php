<?php
/**
 * Fills a WooCommerce shop that has not met Amicable yet: 3,000 orders, of which refunds left three license keys alive.
 *
 * Called by the end-to-end tests with the folder of WordPress.
 */

declare( strict_types=1 );

namespace Amicable\Tests\EndToEnd;

use Amicable\Tests\RealStores\Support\CopiesOrders;
use Amicable\Tests\RealStores\Support\MakesLicenses;
use Amicable\Tests\RealStores\Support\MakesOrders;
use PHPUnit\Framework\Assert;
use RuntimeException;

putenv( 'AMICABLE_TEST_SITE=' . $argv[1] );
require dirname( __DIR__, 2 ) . '/php/bootstrap-wordpress.php';

( new class() extends Assert {

	use CopiesOrders;
	use MakesLicenses;
	use MakesOrders;

	private const PLAIN = 27;

	private const LEFT = 3;

	private const COPIES = 99;

	public function fill(): void {
		$this->open_the_shop();
		for ( $n = 0; $n < self::PLAIN; $n++ ) {
			$this->an_order(
				[
					'email'   => 'buyer' . ( $n % 12 ) . '@example.com',
					'total'   => 2900 + 1000 * ( $n % 7 ),
					'refunds' => $n % 9 === 0 ? [ 1000 ] : [],
				]
			);
		}
		$left = [];
		for ( $n = 0; $n < self::LEFT; $n++ ) {
			$left[] = $this->an_order(
				[
					'email'   => "left$n@example.com",
					'total'   => 4900,
					'refunds' => [ 4900 ],
				]
			);
		}
		$this->copy_orders( self::COPIES );
		array_map( fn ( int $order ): string => $this->a_key_for( $order ), $left );
		$count = (int) wc_get_orders( [ 'type' => 'shop_order', 'paginate' => true, 'limit' => 1 ] )->total;
		if ( $count !== ( self::PLAIN + self::LEFT ) * ( self::COPIES + 1 ) ) {
			throw new RuntimeException( "The shop has $count orders." );
		}
	}
} )->fill();
