<?php
declare( strict_types=1 );

namespace Amicable\Licensing\WooCommerceSubscriptions;

use Amicable\Licensing\Subscription;
use Amicable\Stores\Keys;
use Amicable\Stores\OrderRef;
use Amicable\Stores\WooCommerce\Amount;
use Amicable\Stores\WooCommerce\OrderReader;
use Amicable\Stores\WooCommerce\OrderTables;
use Amicable\Stores\WooCommerce\Precision;
use Amicable\Stores\WooCommerce\WooCommerceStore;
use DateTimeImmutable;
use WC_Order_Item;
use WC_Subscription;

/** Subscriptions as they are now, by order, by user, and by the email of guests. */
final class SubscriptionRecords {

	public function __construct(
		private readonly OrderTables $tables,
		private readonly OrderReader $reader,
	) {
	}

	/**
	 * @param list<int> $order_ids
	 * @return list<int>
	 */
	public function ids( array $order_ids, Keys $keys ): array {
		$ids = array_values( array_unique( [ ...$this->tables->ids_of( $keys, OrderTables::SUBSCRIPTION ), ...$this->tables->subscription_ids( $order_ids ) ] ) );
		sort( $ids );

		return $ids;
	}

	/** @return list<Subscription> */
	public function renewing( DateTimeImmutable $until, int $after_id, int $limit ): array {
		return array_values( array_filter( array_map( $this->read( ... ), $this->tables->renewing( gmdate( 'Y-m-d H:i:s', $until->getTimestamp() ), $after_id, $limit ) ) ) );
	}

	public function raw( int $id ): ?WC_Subscription {
		$this->reader->forget( [ $id ] );
		$subscription = wcs_get_subscription( $id );

		return $subscription instanceof WC_Subscription && $subscription->get_id() > 0 ? $subscription : null;
	}

	public function read( int $id ): ?Subscription {
		return Precision::of(
			Precision::READING,
			function () use ( $id ): ?Subscription {
				$subscription = $this->raw( $id );

				return $subscription === null ? null : $this->map( $subscription );
			}
		);
	}

	private function map( WC_Subscription $subscription ): Subscription {
		$status = $subscription->get_status();
		$next   = $this->moment( $subscription, 'next_payment' );

		return new Subscription(
			WooCommerceSubscriptions::ID,
			(string) $subscription->get_id(),
			$this->label( $subscription ),
			$this->orders( $subscription ),
			$status,
			! in_array( $status, [ 'cancelled', 'expired', 'switched', 'trash' ], true ) && ( $status !== 'pending-cancel' || $next !== null ),
			Amount::of( $subscription->get_total(), $subscription->get_currency() ),
			$next,
			$this->moment( $subscription, 'end' ),
		);
	}

	/** @return list<OrderRef> */
	private function orders( WC_Subscription $subscription ): array {
		$ids = array_map( 'intval', array_values( $subscription->get_related_orders( 'ids', [ 'parent', 'renewal', 'switch', 'resubscribe' ] ) ) );
		$ids = array_values( array_unique( array_filter( $ids, static fn ( int $id ): bool => $id > 0 ) ) );
		sort( $ids );

		return array_map( static fn ( int $id ): OrderRef => new OrderRef( WooCommerceStore::ID, $id ), $ids );
	}

	private function moment( WC_Subscription $subscription, string $date ): ?DateTimeImmutable {
		$time = (int) $subscription->get_time( $date );

		return $time > 0 ? new DateTimeImmutable( "@$time" ) : null;
	}

	private function label( WC_Subscription $subscription ): string {
		$names = array_map( static fn ( WC_Order_Item $item ): string => $item->get_name(), array_values( $subscription->get_items() ) );

		/* translators: %d: number of a subscription. */
		return $names !== [] ? implode( ', ', $names ) : sprintf( __( 'Subscription %d', 'amicable' ), $subscription->get_id() );
	}
}
