<?php
declare( strict_types=1 );

namespace Amicable\Licensing\EddRecurring;

use Amicable\Stores\Result;
use EDD_Subscription;
use Throwable;

/**
 * Ends a subscription where the money is taken first, and in the shop only when that is certain.
 *
 * The plugin's own `cancel()` goes the other way round: it writes "cancelled", then tells the gateway, keeps an error as a note, and never
 * asks again, since a canceled subscription is not canceled twice.
 */
final class Cancellation {

	/** Renewed by the customer's own payments: nobody else has to be told. */
	private const BY_HAND = 'manual';

	public function __construct( private readonly SubscriptionRecords $records ) {
	}

	public function cancel( int $id ): Result {
		if ( $this->records->is_being_renewed( $id ) ) {
			return Result::waiting( __( 'A renewal is being charged at this moment.', 'amicable' ) );
		}
		$subscription = new EDD_Subscription( $id );
		$nobody       = $subscription->gateway === self::BY_HAND || (string) $subscription->profile_id === '';
		$obstacle     = $nobody ? null : $this->end_at_gateway( $subscription );

		return $obstacle ?? $this->end_here( $subscription );
	}

	/** What is left of a term that was paid for. */
	public function end_access( int $id ): Result {
		( new EDD_Subscription( $id ) )->update( [ 'expiration' => $this->just_now() ] );

		return $this->records->one( $id )?->opens === false ? Result::done( "subscription:$id" ) : Result::unknown( __( 'The subscription still opens what it paid for.', 'amicable' ) );
	}

	/** Null when it is certain that the gateway will not charge again. */
	private function end_at_gateway( EDD_Subscription $subscription ): ?Result {
		$gateway = $subscription->can_cancel() ? EDD_Recurring()->get_gateway( $subscription->gateway ) : null;
		if ( ! is_object( $gateway ) || ! is_callable( [ $gateway, 'cancel_immediately' ] ) ) {
			return Result::manual( __( 'The payment method does not let the shop cancel. Cancel the subscription there, then say so here.', 'amicable' ) );
		}
		try {
			$answer = $gateway->cancel_immediately( $subscription );
		} catch ( Throwable $thrown ) {
			return Result::unknown( $this->sentence( $thrown->getMessage() ) );
		}
		if ( $answer === true || $this->has_ended_at_stripe( $subscription ) ) {
			return null;
		}

		return Result::unknown( $this->sentence( __( 'it did not confirm the end', 'amicable' ) ) );
	}

	/** With Stripe a "no" may be about an old invoice only, so the subscription itself is asked for. */
	private function has_ended_at_stripe( EDD_Subscription $subscription ): bool {
		if ( $subscription->gateway !== 'stripe' || ! function_exists( 'edds_api_request' ) ) {
			return false;
		}
		try {
			return ( edds_api_request( 'Subscription', 'retrieve', $subscription->profile_id )->status ?? null ) === 'canceled';
		} catch ( Throwable ) {
			return false;
		}
	}

	private function end_here( EDD_Subscription $subscription ): Result {
		$id = (int) $subscription->id;
		try {
			$subscription->cancel();
			$subscription->update( [ 'expiration' => $this->just_now() ] );
		} catch ( Throwable $thrown ) {
			return Result::unknown( $thrown->getMessage() );
		}
		$after = $this->records->one( $id );

		return $after !== null && ( $after->charging || $after->opens )
			? Result::unknown( __( 'The payment method has ended the subscription, but the shop has not.', 'amicable' ) )
			: Result::done( "subscription:$id" );
	}

	/** In the shop's own time; the plugin counts the second of the end as part of the term. */
	private function just_now(): string {
		return (string) wp_date( 'Y-m-d H:i:s', time() - 1 );
	}

	private function sentence( string $complaint ): string {
		/* translators: %s: what the payment provider said, or that it did not confirm the end. */
		return sprintf( __( 'The payment method may still charge: %s. Look there before you go on.', 'amicable' ), rtrim( $complaint, '.' ) );
	}
}
