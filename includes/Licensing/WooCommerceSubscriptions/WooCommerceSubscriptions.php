<?php
declare( strict_types=1 );

namespace Amicable\Licensing\WooCommerceSubscriptions;

use Amicable\Licensing\RenewalList;
use Amicable\Licensing\Subscription;
use Amicable\Licensing\SubscriptionManager;
use Amicable\Stores\Keys;
use Amicable\Stores\Obligation;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Result;
use Amicable\Stores\WooCommerce\OrderMapper;
use Amicable\Stores\WooCommerce\OrderMeta;
use Amicable\Stores\WooCommerce\OrderReader;
use Amicable\Stores\WooCommerce\OrderTables;
use Amicable\Stores\WooCommerce\Payment;
use Amicable\Stores\WooCommerce\RefundSplit;
use Amicable\Stores\WooCommerce\WooCommerceStore;
use DateTimeImmutable;
use wpdb;

/** WooCommerce Subscriptions. A refund never ends one of its subscriptions; `Cancellation` does. */
final class WooCommerceSubscriptions implements SubscriptionManager, RenewalList {

	public const ID = 'woocommerce_subscriptions';

	private const ENDED = [ 'cancelled', 'expired', 'switched', 'trash' ];

	public function __construct(
		private readonly SubscriptionRecords $records,
		private readonly Cancellation $cancellation,
	) {
	}

	/** After all plugins are loaded. */
	public static function is_available(): bool {
		return function_exists( 'wcs_get_subscription' ) && function_exists( 'wcs_get_subscriptions_for_order' );
	}

	public static function create( wpdb $wpdb ): self {
		$tables  = new OrderTables( $wpdb );
		$reader  = new OrderReader( $tables, new OrderMapper( new Payment(), new RefundSplit(), new OrderMeta() ) );
		$records = new SubscriptionRecords( $tables, $reader );

		return new self( $records, new Cancellation( $records, $reader ) );
	}

	public function id(): string {
		return self::ID;
	}

	public function label(): string {
		return 'WooCommerce Subscriptions';
	}

	public function renewals( DateTimeImmutable $until, int $after_id, int $limit ): array {
		return $this->records->renewing( $until, $after_id, $limit );
	}

	public function subscriptions_of( array $orders, Keys $keys ): array {
		$found = [];
		foreach ( $this->records->ids( OrderRef::ids_in( WooCommerceStore::ID, $orders ), $keys ) as $id ) {
			$subscription = $this->subscription( (string) $id );
			if ( $subscription !== null ) {
				$found[] = $subscription;
			}
		}

		return $found;
	}

	public function subscription( string $id ): ?Subscription {
		return $this->records->read( (int) $id );
	}

	public function cancel( string $id ): Result {
		$subscription = $this->records->raw( (int) $id );

		return $subscription === null || in_array( $subscription->get_status(), self::ENDED, true ) ? Result::already() : $this->cancellation->cancel( $subscription );
	}

	public function obligations( array $orders, Keys $keys ): array {
		$open = [];
		foreach ( $this->subscriptions_of( $orders, $keys ) as $subscription ) {
			if ( ! in_array( $subscription->status, self::ENDED, true ) ) {
				/* translators: %s: number of a subscription. */
				$open[] = new Obligation( 6, true, $this->ref( $subscription ), sprintf( __( 'Subscription %s is not ended.', 'amicable' ), $subscription->id ), $this->first( $subscription ) );
			} elseif ( $this->cancellation->is_scheduled( (int) $subscription->id ) ) {
				/* translators: %s: number of a subscription. */
				$open[] = new Obligation( 6, true, $this->ref( $subscription ), sprintf( __( 'Subscription %s is ended, but a charge is still scheduled.', 'amicable' ), $subscription->id ), $this->first( $subscription ) );
			}
		}

		return $open === [] ? [ new Obligation( 6, false, null, __( 'No subscription can charge again.', 'amicable' ) ) ] : $open;
	}

	private function ref( Subscription $subscription ): string {
		return 'subscription:' . self::ID . ":$subscription->id";
	}

	private function first( Subscription $subscription ): ?OrderRef {
		return $subscription->orders[0] ?? null;
	}
}
