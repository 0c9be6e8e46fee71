<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\WooCommerce;

use Amicable\Stores\Store;
use Amicable\Stores\WooCommerce\WooCommerceStore;
use Amicable\Tests\Contract\StoreContract;
use Amicable\Tests\RealStores\Support\MakesOrders;
use Automattic\WooCommerce\Utilities\OrderUtil;

/** The real WooCommerce, in the order storage that the environment names. */
final class WooCommerceStoreTest extends StoreContract {

	use MakesOrders;

	private ?Store $store = null;

	protected function store(): Store {
		global $wpdb;

		return $this->store ??= WooCommerceStore::create( $wpdb );
	}

	public function test_the_storage_is_the_one_that_was_asked_for(): void {
		self::assertSame( getenv( 'AMICABLE_TEST_STORAGE' ) === 'hpos', OrderUtil::custom_orders_table_usage_is_enabled() );
	}
}
