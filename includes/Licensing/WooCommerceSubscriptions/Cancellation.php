<?php
declare( strict_types=1 );

namespace Amicable\Licensing\WooCommerceSubscriptions;

use Amicable\Stores\Result;
use Amicable\Stores\WooCommerce\OrderReader;
use Throwable;
use WC_Order;
use WC_Subscription;

/**
 * Ends a subscription at once, not at the end of its term.
 *
 * WooCommerce Subscriptions swallows what a gateway throws while it is told: the shop then says "cancelled" while somebody may still
 * charge. Its last hook of a status change is heard only when nobody threw, and that is what we listen for.
 */
final class Cancellation {

	/** A renewal younger than this may be at the gateway right now. */
	private const CHARGING = HOUR_IN_SECONDS;

	private const PAYMENT = 'woocommerce_scheduled_subscription_payment';

	public function __construct(
		private readonly SubscriptionRecords $records,
		private readonly OrderReader $orders,
	) {
	}

	public function cancel( WC_Subscription $subscription ): Result {
		if ( $this->is_charging( $subscription ) ) {
			return Result::waiting( __( 'A renewal is being charged at this moment.', 'amicable' ) );
		}
		if ( ! $subscription->can_be_updated_to( 'cancelled' ) ) {
			return Result::manual( __( 'The payment method does not let the shop cancel. Cancel the subscription there, then say so here.', 'amicable' ) );
		}
		$id        = $subscription->get_id();
		$reachable = $this->is_reachable( $subscription );
		$complaint = $this->change( $subscription );
		$after     = $this->records->read( $id );
		if ( $after !== null && ( $after->charging || $after->next_payment_at !== null || $this->is_scheduled( $id ) ) ) {
			return Result::unknown( $this->sentence( $complaint ?? __( 'the subscription can still charge', 'amicable' ) ) );
		}
		if ( $complaint !== null ) {
			return Result::unknown( $this->sentence( $complaint ) );
		}

		return $reachable ? Result::done( "subscription:$id" ) : Result::unknown( __( 'The shop has ended the subscription, but its payment method is not here to be told. Look there whether it still charges.', 'amicable' ) );
	}

	/** A charge that the scheduler still holds. */
	public function is_scheduled( int $id ): bool {
		return function_exists( 'as_next_scheduled_action' ) && as_next_scheduled_action( self::PAYMENT, [ 'subscription_id' => $id ] ) !== false;
	}

	/** Null when every listener, the gateway's among them, came through; else what was said. */
	private function change( WC_Subscription $subscription ): ?string {
		$told = false;
		$last = static function ( mixed $id, mixed $from, mixed $to ) use ( &$told, $subscription ): void {
			$told = $told || ( (int) $id === $subscription->get_id() && $to === 'cancelled' );
		};
		add_action( 'woocommerce_subscription_status_changed', $last, PHP_INT_MAX, 3 );
		try {
			$subscription->update_status( 'cancelled' );
		} catch ( Throwable $thrown ) {
			return $thrown->getMessage();
		} finally {
			remove_action( 'woocommerce_subscription_status_changed', $last, PHP_INT_MAX );
		}

		return $told ? null : __( 'the payment method broke off', 'amicable' );
	}

	private function is_charging( WC_Subscription $subscription ): bool {
		if ( ! $subscription->is_manual() && $this->runs_now( $subscription->get_id() ) ) {
			return true;
		}
		foreach ( $subscription->get_related_orders( 'ids', [ 'renewal' ] ) as $order_id ) {
			$order = $this->orders->raw( (int) $order_id );
			if ( $order instanceof WC_Order && ! $subscription->is_manual() && $order->get_status() === 'pending' && ( $order->get_date_created()?->getTimestamp() ?? 0 ) > time() - self::CHARGING ) {
				return true;
			}
		}

		return false;
	}

	private function runs_now( int $id ): bool {
		$running = ! function_exists( 'as_get_scheduled_actions' ) ? [] : as_get_scheduled_actions(
			[
				'hook'   => self::PAYMENT,
				'args'   => [ 'subscription_id' => $id ],
				'status' => 'in-progress',
			],
			'ids'
		);

		return $running !== [];
	}

	/** Whether somebody is there to be told; nobody has to be for renewals that a person pays. */
	private function is_reachable( WC_Subscription $subscription ): bool {
		return $subscription->get_requires_manual_renewal() || $subscription->get_payment_method() === '' || ! $subscription->is_manual();
	}

	private function sentence( string $complaint ): string {
		/* translators: %s: what went wrong. */
		return sprintf( __( 'The shop may have ended the subscription without the payment provider (%s). Look there whether it still charges.', 'amicable' ), $complaint );
	}
}
