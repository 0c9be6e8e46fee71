<?php
declare( strict_types=1 );

namespace Amicable\Practice;

use Amicable\Clock;
use Amicable\Licensing\Sample\SampleLicenses;
use Amicable\Licensing\Sample\SampleSubscriptions;
use Amicable\Storage\Database;
use Amicable\Storage\SampleAccess;
use Amicable\Storage\SampleBank;
use Amicable\Storage\SampleCodes;
use Amicable\Storage\SampleShop;
use Amicable\Stores\Sample\SampleGifts;
use Amicable\Stores\Sample\SampleObligations;
use Amicable\Stores\Sample\SampleOrders;
use Amicable\Stores\Sample\SampleRefunds;
use Amicable\Stores\Sample\SampleStore;
use Amicable\Stores\Sample\ToyGateway;
use Closure;

/**
 * The practice shop with its licenses, subscriptions and bank, put together once by constructor. In live mode it has no tables and nobody asks.
 *
 * It has no hooks that others could miss: whoever changes an order changes it here, and is heard at once.
 */
final class Shop {

	public readonly SampleShop $rows;

	public readonly SampleAccess $access;

	public readonly SampleBank $bank;

	public readonly SampleStore $store;

	public readonly SampleLicenses $licenses;

	public readonly SampleSubscriptions $subscriptions;

	public readonly SampleGifts $gifts;

	/** @param Closure(int): void $on_change Told the number of an order that changed. */
	public function __construct( Database $database, Clock $clock, Closure $on_change ) {
		$this->rows          = new SampleShop( $database );
		$this->access        = new SampleAccess( $database );
		$this->bank          = new SampleBank( $database );
		$gateway             = new ToyGateway( $this->bank, $clock );
		$orders              = new SampleOrders( $this->rows, $gateway );
		$this->store         = new SampleStore( $this->rows, $this->access, $orders, new SampleRefunds( $this->rows, $gateway, $clock ), new SampleObligations( $this->rows, $this->access ), $gateway, $clock );
		$this->licenses      = new SampleLicenses( $this->access, $this->rows, $orders );
		$this->subscriptions = new SampleSubscriptions( $this->access, $this->rows, $orders, $gateway, $clock );
		$this->gifts         = new SampleGifts( new SampleCodes( $database ), $clock );
		$this->store->on_change( $on_change );
	}
}
