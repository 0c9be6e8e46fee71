<?php
declare( strict_types=1 );

namespace Amicable\Stores\EasyDigitalDownloads;

use Amicable\ErrorLog;
use Amicable\Hookable;
use Amicable\Stores\Providers\FailedRefund;
use Closure;
use EDD\Utils\Exception as NotTaken;
use Throwable;

/**
 * Hears from EDD's Stripe that a refund failed after all. EDD itself does nothing about it: its books go on saying that the gateway paid. So how such a
 * message is answered is ours to say: one that could not be kept is refused, and Stripe sends it again for days.
 */
final class FailedRefunds implements Hookable {

	/** @param Closure(int): void $changed What to do about an order whose refund failed. */
	public function __construct(
		private readonly LostPayouts $lost,
		private readonly Closure $changed,
	) {
	}

	public function register(): void {
		foreach ( FailedRefund::EVENTS as $type ) {
			// Last, so that whoever else listens has had their turn before it is refused.
			add_action( "edds_stripe_event_$type", $this->hear( ... ), PHP_INT_MAX );
		}
	}

	/** @throws NotTaken EDD answers Stripe with a failure. */
	private function hear( mixed $event ): void {
		$plain  = json_decode( (string) wp_json_encode( $event ), true );
		$failed = is_array( $plain ) ? FailedRefund::read( $plain ) : null;
		if ( $failed === null ) {
			return;
		}
		try {
			foreach ( $this->lost->take_back( $failed->id, $failed->charge ) as $order ) {
				( $this->changed )( $order );
			}
		} catch ( Throwable $thrown ) {
			ErrorLog::broken( 'could not keep that a refund failed, and asked Stripe to send it again', $thrown ); // Somebody has to hear why.
			throw new NotTaken( 'Amicable could not keep that a refund failed.' ); // phpcs:ignore WordPress.Security.EscapeOutput.ExceptionNotEscaped -- EDD prints nothing of it.
		}
	}
}
