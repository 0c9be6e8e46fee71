<?php
declare( strict_types=1 );

namespace Amicable\Licensing\Sample;

use Amicable\Clock;
use Amicable\Licensing\RenewalList;
use Amicable\Licensing\Subscription;
use Amicable\Licensing\SubscriptionManager;
use Amicable\Storage\Database;
use Amicable\Storage\SampleAccess;
use Amicable\Storage\SampleShop;
use Amicable\Stores\Keys;
use Amicable\Stores\Obligation;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Result;
use Amicable\Stores\Sample\SampleOrders;
use Amicable\Stores\Sample\ToyGateway;
use Amicable\Values\Money;
use DateTimeImmutable;

/** The subscriptions of the sample shop. */
final class SampleSubscriptions implements SubscriptionManager, RenewalList {

	private const ENDED = [ 'cancelled', 'expired' ];

	public function __construct(
		private readonly SampleAccess $access,
		private readonly SampleShop $shop,
		private readonly SampleOrders $orders,
		private readonly ToyGateway $gateways,
		private readonly Clock $clock,
	) {
	}

	public function id(): string {
		return 'sample';
	}

	public function label(): string {
		return __( 'Practice subscriptions', 'amicable' );
	}

	public function subscriptions_of( array $orders, Keys $keys ): array {
		return $this->read_all( $this->access->subscriptions( $this->orders->first_ids( $orders, $keys ) ) );
	}

	public function subscription( string $id ): ?Subscription {
		$row = $this->access->subscription( (int) $id );

		return $row === null ? null : self::read( $row, $this->shop->family( (int) $row['order_id'] ) );
	}

	public function cancel( string $id ): Result {
		$subscription = $this->subscription( $id );
		if ( $subscription === null || ! $subscription->charging ) {
			return Result::already();
		}
		if ( $this->is_being_charged( $subscription ) ) {
			return Result::waiting( __( 'A renewal is being charged at this moment.', 'amicable' ) );
		}
		$this->access->cancel_subscription( (int) $id, $this->clock->now() );
		if ( ! $this->gateways->ends_subscriptions( $this->gateway_of( $subscription ) ) ) {
			return Result::unknown( __( 'The subscription has ended here, but the gateway did not answer. Look there whether it still charges.', 'amicable' ) );
		}

		return Result::done();
	}

	public function obligations( array $orders, Keys $keys ): array {
		$open = [];
		foreach ( $this->subscriptions_of( $orders, $keys ) as $subscription ) {
			if ( $subscription->charging ) {
				/* translators: %s: name of a subscription */
				$text   = sprintf( __( 'The subscription %s may still charge.', 'amicable' ), $subscription->label );
				$open[] = new Obligation( 6, true, "subscription:sample:$subscription->id", $text, $subscription->orders[0] ?? null );
			}
		}

		return $open === [] ? [ new Obligation( 6, false, null, __( 'No subscription charges any more.', 'amicable' ) ) ] : $open;
	}

	public function renewals( DateTimeImmutable $until, int $after_id, int $limit ): array {
		return $this->read_all( $this->access->renewals( $until, $after_id, $limit ) );
	}

	/**
	 * @param list<array<string, string|null>> $rows
	 * @return list<Subscription>
	 */
	private function read_all( array $rows ): array {
		$families = $this->shop->families( array_values( array_unique( array_map( static fn ( array $row ): int => (int) $row['order_id'], $rows ) ) ) );

		return array_map( static fn ( array $row ): Subscription => self::read( $row, $families[ (int) $row['order_id'] ] ?? [] ), $rows );
	}

	/**
	 * @param array<string, string|null> $row
	 * @param list<int>                  $orders
	 */
	private static function read( array $row, array $orders ): Subscription {
		$status = (string) $row['status'];

		return new Subscription(
			system: 'sample',
			id: (string) $row['id'],
			label: (string) $row['label'],
			orders: array_map( static fn ( int $id ): OrderRef => new OrderRef( 'sample', $id ), $orders ),
			status: $status,
			charging: ! in_array( $status, self::ENDED, true ),
			amount: new Money( (int) $row['amount'], (string) $row['currency'] ),
			next_payment_at: $row['next_payment_at'] === null ? null : Database::moment( $row['next_payment_at'] ),
			ends_at: $row['ends_at'] === null ? null : Database::moment( $row['ends_at'] ),
		);
	}

	private function is_being_charged( Subscription $subscription ): bool {
		foreach ( $this->shop->orders( array_map( static fn ( OrderRef $order ): int => $order->id, $subscription->orders ) ) as $order ) {
			if ( $order['kind'] === 'renewal' && $order['status'] === 'pending' ) {
				return true;
			}
		}

		return false;
	}

	private function gateway_of( Subscription $subscription ): string {
		return (string) ( $this->shop->orders( [ $subscription->orders[0]->id ?? 0 ] )[0]['gateway'] ?? 'toy' );
	}
}
