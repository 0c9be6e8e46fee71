import { __, _x } from '@wordpress/i18n';
import type { DisputeStatus } from '../../data/disputes/schema';

export const statusNames = (): Record< DisputeStatus, string > => ( {
	open: _x( 'Open', 'dispute of a payment', 'amicable' ),
	warning: _x( 'Inquiry', 'dispute of a payment', 'amicable' ),
	won: _x( 'Won', 'dispute of a payment', 'amicable' ),
	lost: _x( 'Lost', 'dispute of a payment', 'amicable' ),
} );

/** What follows from it for this one charge. */
export const statusHints = (): Record< DisputeStatus, string > => ( {
	open: __(
		'The bank decides. This charge is not refunded, and what is said about it is said to the bank. Other orders keep their support.',
		'amicable'
	),
	warning: __(
		'Nothing is taken yet. Talk to the customer; you may settle this by a refund.',
		'amicable'
	),
	won: __( 'The money stays here. The order can be refunded again if you want to.', 'amicable' ),
	lost: __( 'The bank gave the money back. A refund would pay a second time.', 'amicable' ),
} );

export const sourceNames = (): Record< string, string > => ( {
	stripe: 'Stripe',
	woopayments: 'WooPayments',
	paypal: 'PayPal',
	square: 'Square',
	person: __( 'somebody of the shop', 'amicable' ),
	practice: __( 'Practice', 'amicable' ),
} );
