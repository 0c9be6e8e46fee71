<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\Together;

use Amicable\Stores\EasyDigitalDownloads\EddStore;
use Amicable\Stores\WooCommerce\WooCommerceStore;
use Amicable\Tests\Support\IntegrationTestCase;

/** WooCommerce and Easy Digital Downloads in one site. */
final class BothStoresTest extends IntegrationTestCase {

	public function test_both_are_there(): void {
		self::assertTrue( WooCommerceStore::is_available() );
		self::assertTrue( EddStore::is_available() );
	}
}
