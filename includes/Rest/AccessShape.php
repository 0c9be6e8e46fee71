<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\ErrorLog;
use Amicable\Licensing\Activation;
use Amicable\Licensing\License;
use Amicable\Licensing\LicenseManager;
use Amicable\Licensing\Subscription;
use Amicable\Licensing\SubscriptionManager;
use Amicable\Stores\Keys;
use Amicable\Stores\OrderRef;
use Closure;
use Throwable;

/** Licenses and subscriptions of a customer, read from their systems at this moment. */
final class AccessShape {

	/**
	 * @param list<LicenseManager>      $license_managers
	 * @param list<SubscriptionManager> $subscription_managers
	 */
	public function __construct(
		private readonly array $license_managers,
		private readonly array $subscription_managers,
	) {
	}

	/**
	 * A system that breaks leaves the rest of the page readable, and is named: what it knows is missing, not absent.
	 *
	 * @param list<OrderRef>  $orders
	 * @param Closure(): Keys $keys Asks the shops, so it may break as well.
	 * @return array{licenses: list<array<string, mixed>>, subscriptions: list<array<string, mixed>>, not_read: list<string>}
	 */
	public function of( array $orders, Closure $keys, bool $sees_money ): array {
		$not_read = [];
		$keys     = $this->try( $keys, __( 'The shop could not be asked under which names this customer buys: licenses and subscriptions may be missing here.', 'amicable' ), $not_read ) ?? new Keys( [], [] );
		$licenses = [];
		foreach ( $this->license_managers as $manager ) {
			/* translators: %s: name of a license plugin. */
			$found    = $this->try( static fn (): array => $manager->licenses_of( $orders, $keys ), sprintf( __( 'The licenses in %s could not be read.', 'amicable' ), $manager->label() ), $not_read );
			$licenses = [ ...$licenses, ...array_map( self::license( ... ), $found ?? [] ) ];
		}
		$subscriptions = [];
		foreach ( $this->subscription_managers as $manager ) {
			/* translators: %s: name of a subscription plugin. */
			$found         = $this->try( static fn (): array => $manager->subscriptions_of( $orders, $keys ), sprintf( __( 'The subscriptions in %s could not be read.', 'amicable' ), $manager->label() ), $not_read );
			$subscriptions = [ ...$subscriptions, ...array_map( static fn ( Subscription $subscription ): array => self::subscription( $subscription, $sees_money ), $found ?? [] ) ];
		}

		return [
			'licenses'      => $licenses,
			'subscriptions' => $subscriptions,
			'not_read'      => $not_read,
		];
	}

	/**
	 * @template T
	 * @param Closure(): T $read
	 * @param list<string> $not_read
	 * @return T|null
	 */
	private function try( Closure $read, string $sentence, array &$not_read ): mixed {
		try {
			return $read();
		} catch ( Throwable $broken ) {
			ErrorLog::broken( 'a system of another plugin broke while it was read', $broken ); // The page says that something is missing, the log says why.
			$not_read[] = $sentence;

			return null;
		}
	}

	/** @return array<string, mixed> */
	private static function license( License $license ): array {
		return [
			'system'     => $license->system,
			'id'         => $license->id,
			'masked'     => $license->masked,
			'product'    => $license->product,
			'orders'     => array_map( static fn ( OrderRef $ref ): array => $ref->to_array(), $license->orders ),
			'status'     => $license->status,
			'expires_at' => Shape::time( $license->expires_at ),
			'lifetime'   => $license->lifetime,
			'sites'      => array_map( static fn ( Activation $activation ): string => $activation->site, $license->activations ),
		];
	}

	/** @return array<string, mixed> */
	private static function subscription( Subscription $subscription, bool $sees_money ): array {
		return [
			'system'          => $subscription->system,
			'id'              => $subscription->id,
			'label'           => $subscription->label,
			'orders'          => array_map( static fn ( OrderRef $ref ): array => $ref->to_array(), $subscription->orders ),
			'status'          => $subscription->status,
			'charging'        => $subscription->charging,
			'next_payment_at' => Shape::time( $subscription->next_payment_at ),
			'ends_at'         => Shape::time( $subscription->ends_at ),
		] + ( $sees_money ? [ 'amount' => $subscription->amount->to_array() ] : [] );
	}
}
