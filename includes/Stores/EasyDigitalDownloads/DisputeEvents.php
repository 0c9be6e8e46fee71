<?php
declare( strict_types=1 );

namespace Amicable\Stores\EasyDigitalDownloads;

use Amicable\Disputes\Listener;
use Amicable\Hookable;
use Amicable\Stores\DisputeNews;
use Amicable\Stores\DisputeStatus;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Providers\PayPalDispute;
use Amicable\Stores\Providers\StripeDispute;
use DateTimeImmutable;
use WP_REST_Request;

/**
 * Where EDD's gateways say that a charge is disputed. Each Stripe event has a hook of its own, whether EDD does something about it or not; a PayPal event has
 * one once EDD dealt with it. EDD notes the beginning of a dispute on the order and never its end.
 */
final class DisputeEvents implements Hookable {

	private const STRIPE = [ 'charge.dispute.created', 'charge.dispute.updated', 'charge.dispute.funds_withdrawn', 'charge.dispute.funds_reinstated', 'charge.dispute.closed', 'radar.early_fraud_warning.created', 'review.opened', 'review.closed' ];

	private const PAYPAL = [ 'customer_dispute_created', 'customer_dispute_updated', 'customer_dispute_resolved', 'payment_capture_reversed' ];

	public function __construct( private readonly Listener $listener ) {
	}

	public function register(): void {
		foreach ( self::STRIPE as $type ) {
			add_action( "edds_stripe_event_$type", $this->stripe( ... ) );
		}
		foreach ( self::PAYPAL as $type ) {
			add_action( "edd_paypal_webhook_event_$type", $this->paypal( ... ) );
		}
		add_filter( 'edd_paypal_webhook_events', $this->ask_paypal( ... ) );
		add_action( 'edd_square_dispute_created', fn ( mixed $event, mixed $order_id = 0 ) => $this->square( $event, (int) $order_id ), 10, 2 );
	}

	/** EDD asks PayPal for the beginning only. A shop whose webhook exists already gets the rest once it is synchronized in EDD's settings. */
	private function ask_paypal( mixed $events ): mixed {
		return is_array( $events ) ? $events + array_fill_keys( [ 'CUSTOMER.DISPUTE.UPDATED', 'CUSTOMER.DISPUTE.RESOLVED' ], PayPalNews::class ) : $events;
	}

	private function stripe( mixed $event ): void {
		$plain = json_decode( (string) wp_json_encode( $event ), true );
		if ( is_array( $plain ) ) {
			$this->listener->hear( StripeDispute::read( $plain, EddStore::ID, 'stripe' ) );
		}
	}

	private function paypal( mixed $request ): void {
		$event = $request instanceof WP_REST_Request ? $request->get_params() : [];
		$this->listener->hear( ...PayPalDispute::read( $event, EddStore::ID, 'paypal' ) );
	}

	private function square( mixed $event, int $order_id ): void {
		$dispute = is_array( $event ) && is_array( $event['dispute'] ?? null ) ? $event['dispute'] : [];
		$id      = is_string( $dispute['id'] ?? null ) ? $dispute['id'] : '';
		if ( $order_id > 0 && $id !== '' ) {
			$this->listener->hear( new DisputeNews( EddStore::ID, substr( $id, 0, 191 ), substr( "square:$id", 0, 191 ), 'square', DisputeStatus::Open, new DateTimeImmutable(), new OrderRef( EddStore::ID, $order_id ), '', null, null, is_string( $dispute['reason'] ?? null ) ? substr( $dispute['reason'], 0, 64 ) : '' ) );
		}
	}
}
