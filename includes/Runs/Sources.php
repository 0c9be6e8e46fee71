<?php
declare( strict_types=1 );

namespace Amicable\Runs;

use Amicable\Licensing\LicenseManager;
use Amicable\Licensing\SubscriptionManager;
use Amicable\Offboarding\Check;
use Amicable\Offboarding\Holdings;
use Amicable\Storage\Disputes;
use Amicable\Stores\Keys;
use Amicable\Stores\Obligation;
use Amicable\Stores\Order;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Store;
use Amicable\Stores\Stores;
use DateTimeImmutable;

/** Every shop, license and subscription system of this mode, asked together. Plans, proofs and loose ends all ask here, so they cannot disagree. */
final class Sources {

	/**
	 * @param list<LicenseManager>      $licenses
	 * @param list<SubscriptionManager> $subscriptions
	 */
	public function __construct(
		private readonly Stores $stores,
		private readonly array $licenses,
		private readonly array $subscriptions,
		private readonly Disputes $disputes,
		private readonly UnknownLicenses $unknown,
	) {
	}

	/** @return list<string> Who can say at all whether something is still open. */
	public function names(): array {
		return array_values(
			array_unique(
				[
					...array_map( static fn ( Store $store ): string => $store->id(), $this->stores->all() ),
					...array_map( static fn ( LicenseManager $manager ): string => $manager->id(), $this->licenses ),
					...array_map( static fn ( SubscriptionManager $manager ): string => $manager->id(), $this->subscriptions ),
				]
			)
		);
	}

	/** @param list<OrderRef> $refs */
	public function holdings( array $refs, Keys $keys ): Holdings {
		return new Holdings(
			array_merge( [], ...array_map( static fn ( LicenseManager $manager ): array => $manager->licenses_of( $refs, $keys ), $this->licenses ) ),
			array_merge( [], ...array_map( static fn ( SubscriptionManager $manager ): array => $manager->subscriptions_of( $refs, $keys ), $this->subscriptions ) ),
			array_merge( [], ...array_map( static fn ( Store $store ): array => $store->downloads( self::ids( $refs, $store ), $keys ), $this->stores->all() ) ),
		);
	}

	/**
	 * Their answers to the checks, and what disputes add.
	 *
	 * @param list<OrderRef> $refs
	 * @return list<Obligation>
	 */
	public function answers( array $refs, Keys $keys ): array {
		return [
			...array_merge( [], ...array_map( static fn ( Store $store ): array => $store->obligations( self::ids( $refs, $store ), $keys ), $this->stores->all() ) ),
			...array_merge( [], ...array_map( static fn ( LicenseManager $manager ): array => $manager->obligations( $refs, $keys ), $this->licenses ) ),
			...array_merge( [], ...array_map( static fn ( SubscriptionManager $manager ): array => $manager->obligations( $refs, $keys ), $this->subscriptions ) ),
			...$this->disputes( $refs ),
			...$this->unknown->on( $refs ),
		];
	}

	/**
	 * What nobody here looks into, for a plan to warn of.
	 *
	 * @param list<OrderRef> $refs
	 * @return list<string> Translated sentences.
	 */
	public function uncovered( array $refs ): array {
		$open = [ ...$this->unknown->plugins( $refs ), ...$this->unknown->on( $refs ) ];

		return array_values( array_unique( array_map( static fn ( Obligation $answer ): string => $answer->text, $open ) ) );
	}

	/**
	 * Read afresh; what its store does not have any more, or whose store is not there, is left out.
	 *
	 * @param list<OrderRef> $refs
	 * @return array<string, Order> By key.
	 */
	public function orders( array $refs ): array {
		$orders = [];
		foreach ( $this->stores->all() as $store ) {
			$ids = array_values( array_unique( self::ids( $refs, $store ) ) );
			foreach ( $ids === [] ? [] : $store->orders( $ids ) as $order ) {
				$orders[ $order->ref->key() ] = $order;
			}
		}

		return $orders;
	}

	/**
	 * @param list<OrderRef> $refs
	 * @return list<int>
	 */
	public static function ids( array $refs, Store $store ): array {
		return OrderRef::ids_in( $store->id(), $refs );
	}

	/**
	 * @param list<OrderRef> $refs
	 * @return list<Obligation>
	 */
	private function disputes( array $refs ): array {
		$recorded = $this->disputes->of_all( $refs );
		$answers  = [];
		$orders   = $this->orders( $refs );
		$lost_at  = $this->disputes->lost_at( array_values( array_filter( $refs, static fn ( OrderRef $ref ): bool => ( $recorded[ $ref->key() ] ?? '' ) === 'lost' ) ) );
		foreach ( $refs as $ref ) {
			$order  = $orders[ $ref->key() ] ?? null;
			$told   = $recorded[ $ref->key() ] ?? 'none';
			$status = [ $told === 'won' && $order?->dispute === 'open' ? 'won' : $order->dispute ?? 'none', $told ];
			$number = $order->number ?? (string) $ref->id;
			if ( in_array( 'open', $status, true ) ) {
				/* translators: %s: order number. */
				$answers[] = new Obligation( Check::Disputes->value, true, $ref->key(), sprintf( __( 'The payment of order %s is disputed.', 'amicable' ), $number ), $ref );
			}
			if ( $order !== null && in_array( 'lost', $status, true ) && $this->paid_besides( $order, $lost_at[ $ref->key() ] ?? null ) ) {
				/* translators: %s: order number. */
				$answers[] = new Obligation( Check::OverRefunds->value, true, $ref->key(), sprintf( __( 'Order %s was refunded, and its dispute was lost too: the customer was paid twice.', 'amicable' ), $number ), $ref );
			}
		}
		$open = array_filter( $answers, static fn ( Obligation $answer ): bool => $answer->check === Check::Disputes->value );

		return $open === [] ? [ ...$answers, new Obligation( Check::Disputes->value, false, null, __( 'No payment is disputed.', 'amicable' ) ) ] : $answers;
	}

	/** Gateways book a loss as a refund by hand that nobody made; that is the bank's own payment in the books, not a second one. */
	private function paid_besides( Order $order, ?DateTimeImmutable $lost_at ): bool {
		foreach ( $order->refunds as $refund ) {
			if ( $refund->amount->is_positive() && ( $refund->by_gateway || $lost_at === null || $refund->created_at < $lost_at ) ) {
				return true;
			}
		}

		return $order->refunds === [] && $order->refunded->is_positive();
	}
}
