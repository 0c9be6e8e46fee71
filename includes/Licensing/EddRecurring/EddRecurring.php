<?php
declare( strict_types=1 );

namespace Amicable\Licensing\EddRecurring;

use Amicable\Licensing\RenewalList;
use Amicable\Licensing\Subscription;
use Amicable\Licensing\SubscriptionManager;
use Amicable\Stores\EasyDigitalDownloads\EddStore;
use Amicable\Stores\EasyDigitalDownloads\OrderTables;
use Amicable\Stores\Keys;
use Amicable\Stores\Obligation;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Result;
use DateTimeImmutable;
use wpdb;

/** EDD Recurring, by the calls and the table it documents. A refund never ends one of its subscriptions; `Cancellation` does. */
final class EddRecurring implements SubscriptionManager, RenewalList {

	public const ID = 'edd_recurring';

	public function __construct(
		private readonly SubscriptionRecords $records,
		private readonly Cancellation $cancellation,
	) {
	}

	/** After all plugins are loaded; the option says that its table has been made. */
	public static function is_available( wpdb $wpdb ): bool {
		return class_exists( 'EDD_Subscription' ) && function_exists( 'EDD_Recurring' ) && get_option( "{$wpdb->prefix}edd_subscriptions_db_version" ) !== false;
	}

	public static function create( wpdb $wpdb ): self {
		$records = new SubscriptionRecords( $wpdb, new OrderTables( $wpdb ) );

		return new self( $records, new Cancellation( $records ) );
	}

	public function id(): string {
		return self::ID;
	}

	public function label(): string {
		return 'EDD Recurring Payments';
	}

	public function subscriptions_of( array $orders, Keys $keys ): array {
		return $this->records->find( OrderRef::ids_in( EddStore::ID, $orders ), $keys );
	}

	public function renewals( DateTimeImmutable $until, int $after_id, int $limit ): array {
		return $this->records->renewing( $until, $after_id, $limit );
	}

	public function subscription( string $id ): ?Subscription {
		return $this->records->one( (int) $id );
	}

	public function cancel( string $id ): Result {
		$subscription = $this->subscription( $id );

		return match ( true ) {
			$subscription === null  => Result::already(),
			$subscription->charging => $this->cancellation->cancel( (int) $id ),
			$subscription->opens    => $this->cancellation->end_access( (int) $id ),
			default                 => Result::already(),
		};
	}

	public function obligations( array $orders, Keys $keys ): array {
		$open = [];
		foreach ( $this->subscriptions_of( $orders, $keys ) as $subscription ) {
			if ( $subscription->charging || $subscription->opens ) {
				$open[] = new Obligation( 12, true, 'subscription:' . self::ID . ":$subscription->id", $this->sentence( $subscription ), $subscription->orders[0] ?? null );
			}
		}

		return $open === [] ? [ new Obligation( 12, false, null, __( 'No subscription can charge again.', 'amicable' ) ) ] : $open;
	}

	private function sentence( Subscription $subscription ): string {
		return $subscription->charging
			/* translators: %s: number of a subscription. */
			? sprintf( __( 'Subscription %s is not ended.', 'amicable' ), $subscription->id )
			/* translators: %s: number of a subscription. */
			: sprintf( __( 'Subscription %s is canceled, but opens what it paid for until the end of its term.', 'amicable' ), $subscription->id );
	}
}
