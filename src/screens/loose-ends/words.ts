import { __ } from '@wordpress/i18n';
import { looseEndKind, type LooseEndKind, type LooseEndState } from '../../data/loose_ends/schema';

export const looseEndKindNames = (): Record< LooseEndKind, string > => ( {
	license: __( 'Licenses', 'amicable' ),
	subscription: __( 'Subscriptions', 'amicable' ),
	download: __( 'Downloads', 'amicable' ),
	unpaid_refund: __( 'Refunds that no gateway paid', 'amicable' ),
	refunded_twice: __( 'Refunded twice', 'amicable' ),
	failed_payout: __( 'Refunds that came undone', 'amicable' ),
} );

const stateNames = (): Record< LooseEndState, string > => ( {
	open: __( 'Still open', 'amicable' ),
	left: __( 'Left on purpose', 'amicable' ),
	closed: __( 'Over', 'amicable' ),
} );

export const stateOptions = () =>
	Object.entries( stateNames() ).map( ( [ value, label ] ) => ( { value, label } ) );

export const kindOptions = () => [
	{ value: '', label: __( 'Everything', 'amicable' ) },
	...looseEndKind.options.map( ( value ) => ( {
		value: String( value ),
		label: looseEndKindNames()[ value ],
	} ) ),
];
