<?php
declare( strict_types=1 );

namespace Amicable\Stores\EasyDigitalDownloads;

use EDD\Orders\Order;
use Throwable;

/** One gateway of EDD that can pay back when it is asked by code: its form in the admin does so only for a person who ticks a box there. */
interface Gateway {

	/** Whether it can be asked about this order as the shop is set up now. */
	public function is_ready( OrderRecord $record ): bool;

	/**
	 * Asks the provider, once. What came of it is read from the transactions of the refund afterwards, never from here.
	 *
	 * @throws Throwable Whatever EDD, the provider's library or a listener throws.
	 */
	public function pay( Order $order, Order $refund, string $key ): void;

	/** What was thrown proves that no money moved. */
	public function was_refused( Throwable $thrown ): bool;

	/**
	 * Whether the provider says now that this payout failed after all. A provider that cannot be asked says nothing.
	 *
	 * @throws Throwable When it did not answer.
	 */
	public function took_back( OrderRecord $order, string $payout ): bool;
}
