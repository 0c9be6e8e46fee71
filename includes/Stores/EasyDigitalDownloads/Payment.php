<?php
declare( strict_types=1 );

namespace Amicable\Stores\EasyDigitalDownloads;

use Amicable\Values\Money;

/** Whether money came in, and what speaks against giving it back. */
final class Payment {

	/** Renewals of EDD Recurring, and what EDD 2 called complete; both are paid, and EDD's own list lacks them. */
	private const ALSO_PAID = [ 'edd_subscription', 'publish' ];

	public function is_paid( OrderRecord $record ): bool {
		return in_array( $record->text( 'status' ), [ ...edd_get_gross_order_statuses(), ...self::ALSO_PAID ], true );
	}

	public function is_renewal( OrderRecord $record ): bool {
		return $record->text( 'status' ) === 'edd_subscription' || ( $record->meta['_edd_sl_is_renewal'] ?? '' ) !== '' || ( (int) $record->text( 'parent' ) > 0 && ( $record->meta['subscription_id'] ?? '' ) !== '' );
	}

	/**
	 * A dispute parks the order and leaves its number; whoever decides it says so by taking the order off hold. Parked without a number
	 * it may be a review or a warning.
	 *
	 * @return 'none'|'open'|'warning'
	 */
	public function dispute( OrderRecord $record, Money $remaining ): string {
		if ( $record->text( 'status' ) !== 'on_hold' || ! $remaining->is_positive() ) {
			return 'none';
		}

		return ( $record->meta['dispute_id'] ?? '' ) === '' ? 'warning' : 'open';
	}

	/** Translated, or null when a refund is possible, by the gateway or by hand. */
	public function why_not( OrderRecord $record, Money $remaining ): ?string {
		return match ( true ) {
			! $this->is_paid( $record )                         => __( 'No payment was received for this order.', 'amicable' ),
			! $remaining->is_positive()                         => __( 'Everything was already given back.', 'amicable' ),
			$this->dispute( $record, $remaining ) === 'open'    => __( 'The order is on hold because of a dispute. Only once it is won, the money may go back.', 'amicable' ),
			$record->text( 'status' ) === 'refunded'            => __( 'The order reads refunded, but no record says what was given back. Look at the payment provider.', 'amicable' ),
			default                                             => null,
		};
	}
}
