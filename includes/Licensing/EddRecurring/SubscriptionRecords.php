<?php
declare( strict_types=1 );

namespace Amicable\Licensing\EddRecurring;

use Amicable\Licensing\Subscription;
use Amicable\Stores\EasyDigitalDownloads\EddStore;
use Amicable\Stores\EasyDigitalDownloads\OrderTables;
use Amicable\Stores\Keys;
use Amicable\Stores\OrderRef;
use Amicable\Values\Currency;
use Amicable\Values\Money;
use DateTimeImmutable;
use DateTimeZone;
use wpdb;

/** The table of EDD Recurring, read only. Its own objects expire a subscription while its status is looked at, and its queries are cached for an hour. */
final class SubscriptionRecords {

	public const ENDED = [ 'cancelled', 'expired', 'completed', 'failed' ];

	/** A renewal younger than this may be at the gateway right now. */
	private const CHARGING = HOUR_IN_SECONDS;

	public function __construct(
		private readonly wpdb $wpdb,
		private readonly OrderTables $tables,
	) {
	}

	/**
	 * @param list<int> $order_ids
	 * @return list<Subscription>
	 */
	public function find( array $order_ids, Keys $keys ): array {
		$found = [
			...$this->rows( 's.parent_payment_id', $order_ids ),
			...$this->rows( 's.id', $this->renewed_by( $order_ids ) ),
			...$this->rows( 's.customer_id', $this->tables->customers_of( $keys ) ),
		];
		$subscriptions = [];
		foreach ( $found as $row ) {
			$subscriptions[ (int) $row['id'] ] ??= $this->subscription( $row );
		}
		ksort( $subscriptions );

		return array_values( $subscriptions );
	}

	public function one( int $id ): ?Subscription {
		$row = $this->rows( 's.id', [ $id ] )[0] ?? null;

		return $row === null ? null : $this->subscription( $row );
	}

	/** @return list<Subscription> Those that charge until then, by id. */
	public function renewing( DateTimeImmutable $until, int $after_id, int $limit ): array {
		$ids = $this->wpdb->get_col(
			$this->wpdb->prepare(
				"SELECT id FROM {$this->wpdb->prefix}edd_subscriptions WHERE status IN ('active', 'trialling') AND expiration > '1970-01-02' AND expiration <= %s AND id > %d ORDER BY id LIMIT %d",
				$until->setTimezone( wp_timezone() )->format( 'Y-m-d H:i:s' ),
				$after_id,
				$limit
			)
		);

		return array_map( $this->subscription( ... ), $this->rows( 's.id', array_map( 'intval', $ids ) ) );
	}

	/** An order of this subscription that is neither paid nor given up. */
	public function is_being_renewed( int $id ): bool {
		return $this->wpdb->get_var(
			$this->wpdb->prepare(
				"SELECT o.id FROM {$this->wpdb->prefix}edd_orders o JOIN {$this->wpdb->prefix}edd_ordermeta m ON m.edd_order_id = o.id AND m.meta_key = 'subscription_id' AND m.meta_value = %s WHERE o.type = 'sale' AND o.status IN ('pending', 'processing') AND o.date_created > %s LIMIT 1",
				(string) $id,
				gmdate( 'Y-m-d H:i:s', time() - self::CHARGING )
			)
		) !== null;
	}

	/** @param array<string, string|null> $row */
	private function subscription( array $row ): Subscription {
		$status   = (string) $row['status'];
		$end      = $this->moment( (string) $row['expiration'] );
		$charging = ! in_array( $status, self::ENDED, true );

		return new Subscription(
			EddRecurring::ID,
			(string) $row['id'],
			$this->label( $row ),
			$this->orders( (int) $row['id'], (int) $row['parent_payment_id'] ),
			$status,
			$charging,
			$this->amount( (string) $row['recurring_amount'], (string) $row['currency'] ),
			$charging ? $end : null,
			$charging ? null : $end,
			// A canceled one opens what it has paid for until the end of its term; an expired or completed one does not.
			$status === 'cancelled' && $end !== null && $end > new DateTimeImmutable( 'now' ),
		);
	}

	/** @return list<OrderRef> */
	private function orders( int $id, int $first ): array {
		$renewals = $this->wpdb->get_col( $this->wpdb->prepare( "SELECT edd_order_id FROM {$this->wpdb->prefix}edd_ordermeta WHERE meta_key = 'subscription_id' AND meta_value = %s", (string) $id ) );
		$ids      = array_values( array_unique( array_filter( [ $first, ...array_map( 'intval', $renewals ) ], static fn ( int $order ): bool => $order > 0 ) ) );
		sort( $ids );

		return array_map( static fn ( int $order ): OrderRef => new OrderRef( EddStore::ID, $order ), $ids );
	}

	/**
	 * @param list<int> $order_ids
	 * @return list<int> Subscriptions that one of these orders renewed. Two of them may hang on one first order, so its number says too little.
	 */
	private function renewed_by( array $order_ids ): array {
		if ( $order_ids === [] ) {
			return [];
		}
		$in = implode( ', ', array_fill( 0, count( $order_ids ), '%d' ) );

		return array_map( 'intval', array_values( $this->wpdb->get_col( $this->wpdb->prepare( "SELECT meta_value FROM {$this->wpdb->prefix}edd_ordermeta WHERE meta_key = 'subscription_id' AND edd_order_id IN ($in)", $order_ids ) ) ) );
	}

	/** @param array<string, string|null> $row */
	private function label( array $row ): string {
		$name = edd_get_download_name( (int) $row['product_id'], $row['price_id'] );

		/* translators: %d: number of a subscription. */
		return is_string( $name ) && $name !== '' ? $name : sprintf( __( 'Subscription %d', 'amicable' ), (int) $row['id'] );
	}

	/** The table has no currency: a subscription charges in that of its first order. */
	private function amount( string $decimal, string $currency ): Money {
		$currency = Currency::is_known( $currency ) ? $currency : edd_get_currency();

		return Money::from_decimal( preg_match( '/^\d{1,15}(\.\d*)?$/D', $decimal ) === 1 ? $decimal : '0', $currency );
	}

	/** Kept in the shop's own time. */
	private function moment( string $date ): ?DateTimeImmutable {
		return $date === '' || str_starts_with( $date, '0000' ) ? null : ( new DateTimeImmutable( $date, wp_timezone() ) )->setTimezone( new DateTimeZone( 'UTC' ) );
	}

	/**
	 * @param list<int> $values
	 * @return list<array<string, string|null>>
	 */
	private function rows( string $column, array $values ): array {
		if ( $values === [] ) {
			return [];
		}
		$in   = implode( ', ', array_fill( 0, count( $values ), '%d' ) );
		$rows = $this->wpdb->get_results( $this->wpdb->prepare( "SELECT s.id, s.status, s.expiration, s.recurring_amount, s.parent_payment_id, s.product_id, s.price_id, o.currency FROM {$this->wpdb->prefix}edd_subscriptions s LEFT JOIN {$this->wpdb->prefix}edd_orders o ON o.id = s.parent_payment_id WHERE $column IN ($in) ORDER BY s.id", $values ), ARRAY_A );

		return is_array( $rows ) ? array_values( $rows ) : [];
	}
}
