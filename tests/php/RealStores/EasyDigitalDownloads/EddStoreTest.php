<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\EasyDigitalDownloads;

use Amicable\Stores\EasyDigitalDownloads\EddStore;
use Amicable\Stores\Store;
use Amicable\Tests\Contract\StoreContract;
use Amicable\Tests\RealStores\Support\MakesEddOrders;

/** The real Easy Digital Downloads, with PayPal Commerce as EDD ships it. */
final class EddStoreTest extends StoreContract {

	use MakesEddOrders;

	private ?Store $store = null;

	protected function store(): Store {
		global $wpdb;

		return $this->store ??= EddStore::create( $wpdb );
	}

	protected function general( int $check ): int {
		return [ 9 => 1, 10 => 2, 11 => 7 ][ $check ] ?? $check;
	}

	protected function books_before_it_pays(): bool {
		return true;
	}
}
